"""Finish appointment.

This file is yours: it was written once, and never will be again.
"""

from clinic.generated.clinic.contract import actions, events
from clinic.generated.context import Context


def finish_appointment(
    action: actions.FinishAppointment, context: Context
) -> events.AppointmentFinishEvent:
    """Finish appointment."""
    # This is what the model says. Replace it, or do more before and after.
    return actions.finish_appointment(action, context)
