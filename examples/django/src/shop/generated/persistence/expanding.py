# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The state between two models: all that the new one has, and all that it drops."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from .states import LABELS, column_of, fields_of, narrowed, parts_of, values_of

Values = Mapping[tuple[str, str, str], Sequence[str]]


def expanded(before: ProjectState, after: ProjectState, values: Values) -> ProjectState:
    """Return the state in which everything new is there, and nothing has been dropped.

    `values` are those that fields could have, by the label, the model and the field.
    """
    state = after.clone()
    for key, model in before.models.items():
        if key[0] not in LABELS:
            continue
        if key in state.models:
            _keep(model, state.models[key], values)
        else:
            state.models[key] = model.clone()
    return state


def lost_values(between: ModelState, after: ModelState) -> dict[str, list[str]]:
    """Return the values that fields may have no more, by the fields."""
    found: dict[str, list[str]] = {}
    for field in after.fields:
        wide, narrow = values_of(between, field), values_of(after, field)
        if wide is not None and narrow is not None:
            lost = [value for value in wide[1] if value not in narrow[1]]
            found |= {field: lost} if lost else {}
    return found


def _keep(old: ModelState, new: ModelState, values: Values) -> None:
    """Add to a model what it has no more."""
    dropped = {name for name in old.fields if name not in new.fields}
    own = {part.name for part in parts_of(new)}
    for field in list(new.fields):
        known = values.get((new.app_label, new.name_lower, field), ())
        _widen(old, new, field, known)
    for name in dropped:
        kept = new.fields[name] = old.fields[name].clone()
        # New rows come without it.
        kept.null = column_of(name, kept) is not None
    for part in parts_of(old):
        if part.name not in own and fields_of(part, old) & dropped:
            option = "indexes" if isinstance(part, models.Index) else "constraints"
            new.options[option] = [*new.options.get(option, ()), part]


def _widen(old: ModelState, new: ModelState, field: str, known: Sequence[str]) -> None:
    """Let a field still have each value that it could have."""
    there = values_of(new, field)
    if there is None:
        return
    lost = [value for value in known if value not in there[1]]
    if not lost:
        return
    kept = None
    for part in old.options.get("constraints", ()):
        if narrowed(part, new) and field in fields_of(part, old):
            kept = part
    if kept is None:
        kept = models.CheckConstraint(
            condition=models.Q(**{f"{field}__in": [*there[1], *lost]}), name=there[0]
        )
    new.options["constraints"] = [
        kept if part.name == there[0] else part for part in new.options["constraints"]
    ]
    here: Any = old.fields[field]
    wide: Any = new.fields[field].clone()
    if here.max_length > wide.max_length:
        wide.max_length = here.max_length
        new.fields[field] = wide
