"""The fields of a transition: one that has the name of an object's field sets it, and so must fit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.fitting import misfit
from stackwright.ontology.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.build import Draft
    from stackwright.ontology.ir import Field


def unfit_fields(draft: Draft) -> Iterator[Problem]:
    """A transition sets no key, and no field to what the field cannot hold."""
    for thing, made in draft.each_object():
        own = {field.name: field for field in made.fields}
        for move in thing.transitions:
            for written, field in draft.pairs(move.fields):
                target = own.get(field.name)
                why = _why(field, target, made.key) if target is not None else ""
                if why:
                    message = (
                        f"{quoted(field.name)} sets the field of {made.name} of the same name, but {why}"
                    )
                    help_ = "declare both alike, or give it another name"
                    yield Problem(code="SW207", message=message, at=written.type.at, help=help_)


def _why(field: Field, target: Field, key: tuple[str, ...]) -> str:
    if target.name in key:
        return "keys never change"
    if field.optional and not target.optional:
        return "may be null"
    return misfit(field.type, field.constraints, target.type, target.constraints)
