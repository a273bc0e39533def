"""Changes of enums, of structs, of their values, and of states."""

from __future__ import annotations

from stackwright.evolution.change import FOLLOW, Kind, breaks, drops, fine, migrates

_ACCEPTED = fine("what was accepted still is")
_UNKNOWN = breaks("the set is closed: a reader that knows its values does not know this one")
_REFUSED = breaks("a request that has it is refused (422)")
_SEEN = fine("readers know all that may come")
_HELD = "which one do the rows get that hold it? Rename it with was, or move those rows first"
_LOST = drops("no row can hold it any more", _HELD)
_SPELT_IN = breaks("a request with the former text is refused (422)")
_SPELT_OUT = breaks("it is read as another text")
_KEPT = migrates("rows that hold it get the new text")
_DECLARED = "it matters to others where a field has it, and there it is told"

VALUES = (
    Kind(code="enum-added", says="the enum is new", source=fine(_DECLARED)),
    Kind(code="enum-removed", says="the enum is gone", source=breaks(_DECLARED)),
    Kind(code="struct-added", says="the struct is new", source=fine(_DECLARED)),
    Kind(code="struct-removed", says="the struct is gone", source=breaks(_DECLARED)),
    Kind(
        code="value-added", says="the value is new",
        request=_ACCEPTED, response=_UNKNOWN, event=_UNKNOWN, column=migrates("the column takes it"),
    ),
    Kind(
        code="value-removed", says="the value is gone",
        request=_REFUSED, response=_SEEN, event=_SEEN, column=_LOST, packed=_LOST, source=FOLLOW,
    ),
    Kind(
        code="value-renamed", says="the value {old} is called {new}",
        request=_SPELT_IN, response=_SPELT_OUT, event=_SPELT_OUT, column=_KEPT, packed=_KEPT, source=FOLLOW,
    ),
    Kind(
        code="wire-changed", says="its text was {old} and is {new}",
        request=_SPELT_IN, response=_SPELT_OUT, event=_SPELT_OUT, column=_KEPT, packed=_KEPT,
    ),
    Kind(
        code="state-added", says="the state is new",
        request=_ACCEPTED, response=_UNKNOWN, event=_UNKNOWN, column=migrates("the column takes it"),
    ),
    Kind(
        code="state-removed", says="the state is gone",
        request=breaks("a list that is filtered by it is refused (422)"), response=_SEEN, event=_SEEN,
        column=_LOST, source=FOLLOW,
    ),
    Kind(
        code="state-renamed", says="the state {old} is called {new}",
        request=breaks("a list that is filtered by the former text is refused (422)"),
        response=_SPELT_OUT, event=_SPELT_OUT, column=_KEPT, source=FOLLOW,
    ),
    Kind(
        code="initial-state-changed", says="a new one was {old} and is {new}",
        response=breaks("a caller finds what it has made in another state"),
    ),
)  # fmt: skip
