"""Every kind of change that two models can show, by its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.evolution.kinds.behaviour import BEHAVIOUR
from stackwright.evolution.kinds.fields import FIELDS
from stackwright.evolution.kinds.objects import OBJECTS
from stackwright.evolution.kinds.types import TYPES
from stackwright.evolution.kinds.values import VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackwright.evolution.change import Kind

GROUPS: Mapping[str, tuple[Kind, ...]] = {
    "Ontologies and objects": OBJECTS,
    "Fields": FIELDS,
    "Types and limits of fields": TYPES,
    "Enums, structs and states": VALUES,
    "Transitions, events, actions, triggers": BEHAVIOUR,
}
KINDS: Mapping[str, Kind] = {kind.code: kind for kinds in GROUPS.values() for kind in kinds}
