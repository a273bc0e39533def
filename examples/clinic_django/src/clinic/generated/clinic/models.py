# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The models of every object, where Django looks for them."""

from .persistence.appointment import Appointment
from .persistence.department import Department
from .persistence.diagnosis import Diagnosis
from .persistence.duty import Duty
from .persistence.lab_result import LabResult
from .persistence.medication import Medication, MedicationInteractsWithLink
from .persistence.patient import Patient
from .persistence.practitioner import Practitioner, PractitionerDepartmentsLink
from .persistence.prescription import Prescription
from .persistence.room import Room
from .persistence.treatment import Treatment, TreatmentPrerequisitesLink
from .persistence.visit import Visit, VisitTreatmentsLink

__all__ = [
    "Appointment",
    "Department",
    "Diagnosis",
    "Duty",
    "LabResult",
    "Medication",
    "MedicationInteractsWithLink",
    "Patient",
    "Practitioner",
    "PractitionerDepartmentsLink",
    "Prescription",
    "Room",
    "Treatment",
    "TreatmentPrerequisitesLink",
    "Visit",
    "VisitTreatmentsLink",
]
