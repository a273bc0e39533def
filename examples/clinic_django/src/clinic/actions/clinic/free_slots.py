"""When a practitioner could see somebody on a day.

This file is yours: it was written once, and never will be again.
"""

from clinic.generated.clinic.contract import actions
from clinic.generated.context import Context


def free_slots(action: actions.FreeSlots, context: Context) -> actions.FreeSlotsResult:
    """When a practitioner could see somebody on a day."""
    # The model does not say how: until you write it, callers get 501.
    return actions.free_slots(action, context)
