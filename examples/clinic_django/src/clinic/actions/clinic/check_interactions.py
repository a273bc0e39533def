"""Which of a patient's running prescriptions do not go with a medication, and is it an allergy?"""

from uuid import UUID

from clinic.generated.clinic.contract import actions
from clinic.generated.clinic.contract.prescription import Prescription
from clinic.generated.context import Context

MANY = 100


def check_interactions(
    action: actions.CheckInteractions, context: Context
) -> actions.CheckInteractionsResult:
    """Compare a medication with what the patient takes and does not stand."""
    patient = context.clinic.patients.get(action.patient)
    risky = interacting(action.medication, context)
    conflicts = [
        prescription.id
        for prescription in running(action.patient, context)
        if prescription.medication in risky
    ]
    allergic = action.medication in patient.allergies
    return actions.CheckInteractionsResult(
        safe=not allergic and not conflicts, allergic=allergic, conflicts=conflicts
    )


def interacting(medication: str, context: Context) -> set[str]:
    """Return what a medication interacts with, whichever of the two says so."""
    medications = context.clinic.medications
    own = medications.get(medication)
    others = medications.find({"interacts_with": {"has": medication}}, limit=MANY)
    return {*own.interacts_with, *(other.atc for other in others.items)}


def running(patient: UUID, context: Context) -> list[Prescription]:
    """Return the prescriptions of a patient that have been issued and not withdrawn."""
    appointments = context.clinic.appointments.find(
        {"patient": {"eq": str(patient)}}, sort=["-starts_at"], limit=MANY
    )
    visits = context.clinic.visits.find(
        {"appointment": {"in": [str(one.id) for one in appointments.items]}}, limit=MANY
    )
    prescriptions = context.clinic.prescriptions.find(
        {
            "visit": {"in": [str(one.id) for one in visits.items]},
            "state": {"in": ["issued", "dispensed"]},
        },
        limit=MANY,
    )
    return prescriptions.items
