# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Actions: what each takes, what it answers with, and what it does until you write it yourself."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Protocol
from uuid import UUID

import pydantic

from ...context import Context
from ...contract import values
from ...contract.bodies import Shape
from ...contract.errors import NotWrittenError
from . import events
from .appointment import AppointmentArrive
from .types import Urgency
from .visit import VisitAmend


class CheckIn(Shape):
    """The patient is here."""

    appointment: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Appointment")
    ]
    arrived_at: Annotated[dt.datetime, values.Instant()]


class CheckInHandler(Protocol):
    """Carries out check_in."""

    def __call__(
        self, action: CheckIn, context: Context, /
    ) -> events.AppointmentArriveEvent:
        """Do it, in the unit of work of the context."""
        ...


def check_in(action: CheckIn, context: Context) -> events.AppointmentArriveEvent:
    """Do what the model says of check_in."""
    return context.clinic.appointments.arrive(
        action.appointment, AppointmentArrive(arrived_at=action.arrived_at)
    )


class FinishAppointment(Shape):
    """Finish appointment."""

    appointment: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Appointment")
    ]


class FinishAppointmentHandler(Protocol):
    """Carries out finish_appointment."""

    def __call__(
        self, action: FinishAppointment, context: Context, /
    ) -> events.AppointmentFinishEvent:
        """Do it, in the unit of work of the context."""
        ...


def finish_appointment(
    action: FinishAppointment, context: Context
) -> events.AppointmentFinishEvent:
    """Do what the model says of finish_appointment."""
    return context.clinic.appointments.finish(action.appointment)


class AmendVisit(Shape):
    """Add to a signed visit what has turned out since."""

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    amendment: Annotated[str, values.Text(longest=500)]


class AmendVisitHandler(Protocol):
    """Carries out amend_visit."""

    def __call__(
        self, action: AmendVisit, context: Context, /
    ) -> events.VisitAmendEvent:
        """Do it, in the unit of work of the context."""
        ...


def amend_visit(action: AmendVisit, context: Context) -> events.VisitAmendEvent:
    """Do what the model says of amend_visit."""
    return context.clinic.visits.amend(
        action.visit, VisitAmend(amendment=action.amendment)
    )


class ReportIncident(Shape):
    """Report incident."""

    appointment: (
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Appointment")] | None
    ) = None
    severity: Annotated[Urgency, values.Choice(Urgency)] = Urgency.ROUTINE
    what: Annotated[str, values.Text(longest=500)]
    witnesses: list[
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Practitioner")]
    ] = pydantic.Field(default_factory=list)


class ReportIncidentHandler(Protocol):
    """Carries out report_incident."""

    def __call__(
        self, action: ReportIncident, context: Context, /
    ) -> events.IncidentReported:
        """Do it, in the unit of work of the context."""
        ...


def report_incident(
    action: ReportIncident, context: Context
) -> events.IncidentReported:
    """Do what the model says of report_incident."""
    event = events.IncidentReported(
        appointment=action.appointment,
        severity=action.severity,
        what=action.what,
        witnesses=action.witnesses,
    )
    context.emit(event)
    return event


class CheckInteractions(Shape):
    """Which of a patient's running prescriptions do not go with a medication, and is it an allergy?"""

    patient: Annotated[UUID, values.Identifier(), values.Refers("clinic.Patient")]
    medication: Annotated[
        str,
        values.KeyText(longest=7, pattern="^[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}$"),
        values.Refers("clinic.Medication"),
    ]


class CheckInteractionsResult(Shape):
    """What check_interactions answers with."""

    safe: Annotated[bool, values.Flag()]
    allergic: Annotated[bool, values.Flag()]
    conflicts: list[
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Prescription")]
    ] = pydantic.Field(default_factory=list)


class CheckInteractionsHandler(Protocol):
    """Carries out check_interactions."""

    def __call__(
        self, action: CheckInteractions, context: Context, /
    ) -> CheckInteractionsResult:
        """Do it, in the unit of work of the context."""
        ...


def check_interactions(
    action: CheckInteractions, context: Context
) -> CheckInteractionsResult:
    """Do what the model says of check_interactions."""
    raise NotWrittenError("check_interactions is not written yet.")


class FreeSlots(Shape):
    """When a practitioner could see somebody on a day."""

    practitioner: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Practitioner")
    ]
    day: Annotated[dt.date, values.Day()]
    takes: Annotated[dt.timedelta, values.Span()] = pydantic.Field(
        default_factory=lambda: values.Span().read("PT20M")
    )


class FreeSlotsResult(Shape):
    """What free_slots answers with."""

    starts: list[Annotated[dt.datetime, values.Instant()]]


class FreeSlotsHandler(Protocol):
    """Carries out free_slots."""

    def __call__(self, action: FreeSlots, context: Context, /) -> FreeSlotsResult:
        """Do it, in the unit of work of the context."""
        ...


def free_slots(action: FreeSlots, context: Context) -> FreeSlotsResult:
    """Do what the model says of free_slots."""
    raise NotWrittenError("free_slots is not written yet.")


class RemindPatients(Shape):
    """Send the reminders that are due."""

    until: Annotated[dt.datetime, values.Instant()]


class RemindPatientsResult(Shape):
    """What remind_patients answers with."""


class RemindPatientsHandler(Protocol):
    """Carries out remind_patients."""

    def __call__(
        self, action: RemindPatients, context: Context, /
    ) -> RemindPatientsResult:
        """Do it, in the unit of work of the context."""
        ...


def remind_patients(action: RemindPatients, context: Context) -> RemindPatientsResult:
    """Do what the model says of remind_patients."""
    raise NotWrittenError("remind_patients is not written yet.")


@dataclass(frozen=True, slots=True)
class Handlers:
    """One function per action; what you have not written is what the model says."""

    check_in: CheckInHandler = check_in
    finish_appointment: FinishAppointmentHandler = finish_appointment
    amend_visit: AmendVisitHandler = amend_visit
    report_incident: ReportIncidentHandler = report_incident
    check_interactions: CheckInteractionsHandler = check_interactions
    free_slots: FreeSlotsHandler = free_slots
    remind_patients: RemindPatientsHandler = remind_patients
