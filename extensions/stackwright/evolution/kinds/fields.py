"""Changes of fields, wherever they stand, but for their types and limits."""

from __future__ import annotations

from stackwright.evolution.change import FOLLOW, Kind, asks, breaks, drops, fine, migrates

_IGNORED = fine("readers ignore what they do not know")
_OPTIONAL = fine("requests need not have it")
_ACCEPTED = fine("what was accepted still is")
_FILL = "which value do the rows that are there get? Give it a default, or make it optional"
_EMPTY = "which value do rows get that have none? Give it a default, or keep it optional"
_PRESENT = fine("readers still find a value, and never null")
_NULL = "may be null, which it never was"
_CODE_NULL = breaks("code that reads it must expect None")
_CODE_GIVES = breaks("code that makes one must give it")
_RULE = migrates("the foreign key is made again")

FIELDS = (
    Kind(
        code="field-added", says="the field is new",
        request=_OPTIONAL, response=_IGNORED, event=_IGNORED,
        column=migrates("a column is new; rows get the default, or null"),
        packed=fine("rows stay as they are"),
    ),
    Kind(
        code="required-field-added", says="the field is new, and must be given",
        request=breaks("a request without it is refused (422)"), response=_IGNORED, event=_IGNORED,
        column=asks(_FILL), packed=asks(_FILL), source=_CODE_GIVES,
    ),
    Kind(
        code="field-removed", says="the field is gone",
        request=breaks("a request that has it is refused (422)"),
        response=breaks("answers no longer have it"), event=breaks("events no longer have it"),
        column=drops("the column is dropped"), packed=drops("it is taken out of stored values"),
        source=FOLLOW,
    ),
    Kind(
        code="field-renamed", says="the field {old} is called {new}",
        request=breaks("a request with the former name is refused (422)"),
        response=breaks("answers have it under another name"),
        event=breaks("events have it under another name"),
        column=migrates("the column is renamed, and keeps its values"), source=FOLLOW,
    ),
    Kind(
        code="made-optional", says="it may be null",
        request=_ACCEPTED, response=breaks(f"in answers it {_NULL}"), event=breaks(f"in events it {_NULL}"),
        column=migrates("the column takes null"), source=_CODE_NULL,
    ),
    Kind(
        code="made-required", says="it can no longer be null",
        request=breaks("a request with null, or without it, is refused (422)"),
        response=_PRESENT, event=_PRESENT, column=asks(_EMPTY), packed=asks(_EMPTY),
        source=_CODE_GIVES,
    ),
    Kind(
        code="default-added", says="it is {new} unless given", request=_ACCEPTED,
        column=migrates("the column may have a default; rows stay as they are"),
    ),
    Kind(
        code="default-changed", says="unless given it was {old} and is {new}",
        request=fine("requests without it are still accepted, and mean the new default"),
        column=migrates("the column may have another default; rows stay as they are"),
    ),
    Kind(
        code="default-removed", says="it was {old} unless given, and must be given",
        request=breaks("a request without it is refused (422)"),
        column=migrates("the column has no default; rows stay as they are"), source=FOLLOW,
    ),
    Kind(
        code="made-readonly", says="callers no longer set it",
        request=breaks("a request that has it is refused (422)"), source=FOLLOW,
    ),
    Kind(code="made-writable", says="callers may set it", request=_OPTIONAL),
    Kind(
        code="required-made-writable", says="callers may set it, and must give it",
        request=breaks("a request without it is refused (422)"),
    ),
    Kind(
        code="made-private", says="it no longer leaves the service",
        request=breaks("lists cannot be filtered or sorted by it"),
        response=breaks("answers no longer have it"),
    ),
    Kind(
        code="sorting-removed", says="lists can no longer be sorted by it",
        request=breaks("a request to sort by it is refused (422)"),
    ),
    Kind(code="made-public", says="it leaves the service", response=_IGNORED),
    Kind(code="display-changed", says="what people see of the object is composed of other fields"),
    Kind(
        code="on-delete-restricted", says="on_delete was {old} and is restrict",
        request=breaks("a delete that went through is refused (409)"), column=_RULE,
    ),
    Kind(
        code="on-delete-changed", says="on_delete was {old} and is {new}",
        request=fine("deletes that went through still do"), column=_RULE,
    ),
    Kind(code="inverse-changed", says="the inverse was {old} and is {new}", source=FOLLOW),
)  # fmt: skip
