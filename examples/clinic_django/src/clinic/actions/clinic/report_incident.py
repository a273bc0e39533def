"""Report incident.

This file is yours: it was written once, and never will be again.
"""

from clinic.generated.clinic.contract import actions, events
from clinic.generated.context import Context


def report_incident(
    action: actions.ReportIncident, context: Context
) -> events.IncidentReported:
    """Report incident."""
    # This is what the model says. Replace it, or do more before and after.
    return actions.report_incident(action, context)
