# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""The repositories of the ontology, as a handler sees them."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias
from uuid import UUID

from ...contract.answers import ANY_VERSION, IfMatch
from ...contract.collections import Objects
from . import events
from .appointment import (
    Appointment,
    AppointmentArrive,
    AppointmentCancel,
    AppointmentConfirm,
    AppointmentCreate,
    AppointmentPatch,
)
from .department import Department, DepartmentCreate, DepartmentPatch
from .diagnosis import Diagnosis, DiagnosisCreate, DiagnosisPatch
from .duty import Duty, DutyCreate, DutyPatch
from .lab_result import LabResult, LabResultCreate, LabResultPatch
from .medication import Medication, MedicationCreate, MedicationPatch
from .patient import Patient, PatientCreate, PatientPatch
from .practitioner import Practitioner, PractitionerCreate, PractitionerPatch
from .prescription import (
    Prescription,
    PrescriptionCreate,
    PrescriptionDispense,
    PrescriptionPatch,
    PrescriptionWithdraw,
)
from .room import Room, RoomCreate, RoomPatch
from .treatment import Treatment, TreatmentCreate, TreatmentPatch
from .types import DiagnosisKey, DutyKey, LabResultKey, RoomKey
from .visit import Visit, VisitAmend, VisitCreate, VisitPatch, VisitSign

DepartmentRepository: TypeAlias = Objects[
    Department, str, DepartmentCreate, DepartmentPatch
]
RoomRepository: TypeAlias = Objects[Room, RoomKey, RoomCreate, RoomPatch]
PractitionerRepository: TypeAlias = Objects[
    Practitioner, UUID, PractitionerCreate, PractitionerPatch
]
DutyRepository: TypeAlias = Objects[Duty, DutyKey, DutyCreate, DutyPatch]
PatientRepository: TypeAlias = Objects[Patient, UUID, PatientCreate, PatientPatch]
TreatmentRepository: TypeAlias = Objects[
    Treatment, str, TreatmentCreate, TreatmentPatch
]
DiagnosisRepository: TypeAlias = Objects[
    Diagnosis, DiagnosisKey, DiagnosisCreate, DiagnosisPatch
]
MedicationRepository: TypeAlias = Objects[
    Medication, str, MedicationCreate, MedicationPatch
]
LabResultRepository: TypeAlias = Objects[
    LabResult, LabResultKey, LabResultCreate, LabResultPatch
]


class AppointmentRepository(
    Objects[Appointment, UUID, AppointmentCreate, AppointmentPatch], Protocol
):
    """The appointment: kept, found and moved."""

    def confirm(
        self, key: UUID, fields: AppointmentConfirm, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentConfirmEvent:
        """Move it from requested to confirmed."""
        ...

    def arrive(
        self, key: UUID, fields: AppointmentArrive, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentArriveEvent:
        """Move it from confirmed to waiting."""
        ...

    def finish(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentFinishEvent:
        """Move it from waiting to done."""
        ...

    def cancel(
        self,
        key: UUID,
        fields: AppointmentCancel | None = None,
        if_match: IfMatch = ANY_VERSION,
    ) -> events.AppointmentCancelEvent:
        """Move it from requested or confirmed to cancelled."""
        ...

    def miss(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.AppointmentMissEvent:
        """Move it from confirmed to missed."""
        ...


class VisitRepository(Objects[Visit, UUID, VisitCreate, VisitPatch], Protocol):
    """The visit: kept, found and moved."""

    def sign(
        self, key: UUID, fields: VisitSign, if_match: IfMatch = ANY_VERSION
    ) -> events.VisitSignEvent:
        """Move it from open to signed."""
        ...

    def amend(
        self, key: UUID, fields: VisitAmend, if_match: IfMatch = ANY_VERSION
    ) -> events.VisitAmendEvent:
        """Move it from signed to amended."""
        ...


class PrescriptionRepository(
    Objects[Prescription, UUID, PrescriptionCreate, PrescriptionPatch], Protocol
):
    """The prescription: kept, found and moved."""

    def issue(
        self, key: UUID, if_match: IfMatch = ANY_VERSION
    ) -> events.PrescriptionIssueEvent:
        """Move it from draft to issued."""
        ...

    def dispense(
        self, key: UUID, fields: PrescriptionDispense, if_match: IfMatch = ANY_VERSION
    ) -> events.PrescriptionDispenseEvent:
        """Move it from issued to dispensed."""
        ...

    def withdraw(
        self, key: UUID, fields: PrescriptionWithdraw, if_match: IfMatch = ANY_VERSION
    ) -> events.PrescriptionWithdrawEvent:
        """Move it from draft or issued to withdrawn."""
        ...


@dataclass(frozen=True, slots=True)
class Repositories:
    """Every repository of the ontology, in one unit of work."""

    departments: DepartmentRepository
    rooms: RoomRepository
    practitioners: PractitionerRepository
    duties: DutyRepository
    patients: PatientRepository
    treatments: TreatmentRepository
    appointments: AppointmentRepository
    visits: VisitRepository
    diagnosises: DiagnosisRepository
    medications: MedicationRepository
    prescriptions: PrescriptionRepository
    lab_results: LabResultRepository
