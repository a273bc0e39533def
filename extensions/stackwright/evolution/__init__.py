"""How a model has changed: what a change touches, whom it breaks, and how far the version must move.

>>> changes = compare(old, new)
"""

from __future__ import annotations

from stackwright.evolution.advice import Acceptance, Comparison
from stackwright.evolution.change import Area, Change, Level
from stackwright.evolution.compare import compare
from stackwright.evolution.report import as_data, report

__all__ = ["Acceptance", "Area", "Change", "Comparison", "Level", "as_data", "compare", "report"]
