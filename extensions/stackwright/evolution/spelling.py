"""Defaults and limits as an author writes them, for the sentences of changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Made
from stackwright.ontology.problems import quoted

if TYPE_CHECKING:
    from stackwright.ontology.ir import Literally


def default_text(default: Literally | Made | None) -> str:
    """Return a default; what has none is null."""
    if default is None:
        return "null"
    return default.how if isinstance(default, Made) else value_text(default.value)


def value_text(value: object) -> str:
    """Return a value on one line, and not a long one."""
    return quoted(json.dumps(value, ensure_ascii=False, sort_keys=True))[1:-1]
