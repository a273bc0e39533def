"""Which of a patient's running prescriptions do not go with a medication, and is it an allergy?

This file is yours: it was written once, and never will be again.
"""

from clinic.generated.clinic.contract import actions
from clinic.generated.context import Context


def check_interactions(
    action: actions.CheckInteractions, context: Context
) -> actions.CheckInteractionsResult:
    """Which of a patient's running prescriptions do not go with a medication, and is it an allergy?"""
    # The model does not say how: until you write it, callers get 501.
    return actions.check_interactions(action, context)
