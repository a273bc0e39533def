"""Changes of what a field may hold."""

from __future__ import annotations

from stackwright.evolution.change import FOLLOW, Kind, asks, breaks, fine, migrates

_ACCEPTED = fine("what was accepted still is")
_FITS = fine("what is read has a form that was there before")
_LONGER = fine("readers find the same JSON type, and a limit binds who sends")
_WIDER = "a reader of the former type has no room for what may come"
_REFUSED = breaks("a request that was accepted may be refused (422)")
_MISFITS = "what becomes of rows whose value no longer fits?"
_CONVERT = "how do the values that are there become such ones?"
_OTHER = "the value has another form"
_COLUMN = migrates("the column takes the wider type")

TYPES = (
    Kind(
        code="length-raised", says="the type was {old} and is {new}, which holds more",
        request=_ACCEPTED, response=_LONGER, event=_LONGER, column=_COLUMN,
    ),
    Kind(
        code="length-lowered", says="the type was {old} and is {new}, which holds less",
        request=_REFUSED, response=_FITS, event=_FITS, column=asks(_MISFITS), packed=asks(_MISFITS),
    ),
    Kind(
        code="type-widened", says="the type was {old} and is {new}, which holds more",
        request=_ACCEPTED, response=breaks(_WIDER), event=breaks(_WIDER), column=_COLUMN,
    ),
    Kind(
        code="type-narrowed", says="the type was {old} and is {new}, which holds less",
        request=_REFUSED, response=_FITS, event=_FITS, column=asks(_MISFITS), packed=asks(_MISFITS),
    ),
    Kind(
        code="type-changed", says="the type was {old} and is {new}",
        request=breaks("a request with the former value is refused (422)"),
        response=breaks(f"in answers {_OTHER}"), event=breaks(f"in events {_OTHER}"),
        column=asks(_CONVERT), packed=asks(_CONVERT), source=FOLLOW,
    ),
    Kind(
        code="type-renamed", says="the type was {old} and is {new}, which is the same but for its name",
        source=FOLLOW,
    ),
    Kind(
        code="reference-changed", says="the type was {old} and is {new}, which is another object",
        request=breaks("keys of the former object are refused (409)"),
        response=breaks("answers name another object"), event=breaks("events name another object"),
        column=asks("what do the rows that are there refer to?"),
        packed=asks("what do the rows that are there refer to?"), source=FOLLOW,
    ),
    Kind(
        code="limit-tightened", says="the limit was {old} and is {new}",
        request=_REFUSED, response=_FITS, event=_FITS,
    ),
    Kind(
        code="limit-loosened", says="the limit was {old} and is {new}",
        request=_ACCEPTED, response=_LONGER, event=_LONGER,
    ),
    Kind(
        code="pattern-changed", says="the limit was {old} and is {new}",
        request=_REFUSED, response=_LONGER, event=_LONGER,
    ),
)  # fmt: skip
