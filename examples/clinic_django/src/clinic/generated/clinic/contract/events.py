# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Facts that the domain announces: declared ones, and one for each transition."""

import datetime as dt
from typing import Annotated, ClassVar
from uuid import UUID

import pydantic

from ...contract import events, values
from .types import RoomKey, Urgency


class IncidentReported(events.Event):
    """Something went wrong, or nearly did."""

    EVENT: ClassVar[str] = "clinic.IncidentReported"

    appointment: (
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Appointment")] | None
    ) = None
    severity: Annotated[Urgency, values.Choice(Urgency)]
    what: Annotated[str, values.Text(longest=500)]
    witnesses: list[
        Annotated[UUID, values.Identifier(), values.Refers("clinic.Practitioner")]
    ] = pydantic.Field(default_factory=list)


class AppointmentConfirmEvent(events.Event):
    """The appointment has made the transition confirm."""

    EVENT: ClassVar[str] = "clinic.Appointment.confirm"

    appointment: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Appointment")
    ]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    room: Annotated[RoomKey, values.Refers("clinic.Room")]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Appointment", self.appointment)


class AppointmentArriveEvent(events.Event):
    """The appointment has made the transition arrive."""

    EVENT: ClassVar[str] = "clinic.Appointment.arrive"

    appointment: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Appointment")
    ]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    arrived_at: Annotated[dt.datetime, values.Instant()]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Appointment", self.appointment)


class AppointmentFinishEvent(events.Event):
    """The appointment has made the transition finish."""

    EVENT: ClassVar[str] = "clinic.Appointment.finish"

    appointment: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Appointment")
    ]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Appointment", self.appointment)


class AppointmentCancelEvent(events.Event):
    """The appointment has made the transition cancel."""

    EVENT: ClassVar[str] = "clinic.Appointment.cancel"

    appointment: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Appointment")
    ]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    reason: Annotated[str, values.Text(longest=255)] | None = None
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Appointment", self.appointment)


class AppointmentMissEvent(events.Event):
    """The appointment has made the transition miss."""

    EVENT: ClassVar[str] = "clinic.Appointment.miss"

    appointment: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Appointment")
    ]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Appointment", self.appointment)


class VisitSignEvent(events.Event):
    """The visit has made the transition sign."""

    EVENT: ClassVar[str] = "clinic.Visit.sign"

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    signed_by: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Practitioner")
    ]
    signed_at: Annotated[dt.datetime, values.Instant()]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Visit", self.visit)


class VisitAmendEvent(events.Event):
    """The visit has made the transition amend."""

    EVENT: ClassVar[str] = "clinic.Visit.amend"

    visit: Annotated[UUID, values.Identifier(), values.Refers("clinic.Visit")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    amendment: Annotated[str, values.Text(longest=500)]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Visit", self.visit)


class PrescriptionIssueEvent(events.Event):
    """The prescription has made the transition issue."""

    EVENT: ClassVar[str] = "clinic.Prescription.issue"

    prescription: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Prescription")
    ]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Prescription", self.prescription)


class PrescriptionDispenseEvent(events.Event):
    """The prescription has made the transition dispense."""

    EVENT: ClassVar[str] = "clinic.Prescription.dispense"

    prescription: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Prescription")
    ]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    pharmacy: Annotated[str, values.Text(longest=120)]
    batch: Annotated[str, values.Text(longest=40)] | None = None
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Prescription", self.prescription)


class PrescriptionWithdrawEvent(events.Event):
    """The prescription has made the transition withdraw."""

    EVENT: ClassVar[str] = "clinic.Prescription.withdraw"

    prescription: Annotated[
        UUID, values.Identifier(), values.Refers("clinic.Prescription")
    ]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    reason: Annotated[str, values.Text(longest=200)]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("clinic.Prescription", self.prescription)
