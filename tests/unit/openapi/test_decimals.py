"""Patterns of decimals say exactly what arithmetic says."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from stackwright.ontology.ir import Constraints, Scalar
from stackwright.rendering.openapi.decimals import decimal_pattern

_FORM = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_BOUND = st.none() | st.decimals(-10_000, 10_000, places=3).map(lambda bound: f"{bound:f}")
_TEXT = st.decimals(-20_000, 20_000, places=3).map(lambda value: f"{value:f}")
_SHORTER = _TEXT.map(lambda text: text.rstrip("0").rstrip("."))
_ODD = st.sampled_from(["-0", "0", "-0.00", "00", "1.", ".5", "+1", "1e2", "", "-", "\u0661", "1\n"])


_BOUNDS = st.builds(Constraints, min=_BOUND, max=_BOUND, above=_BOUND, below=_BOUND)
_TYPES = st.integers(1, 5).flatmap(
    lambda precision: st.builds(
        Scalar, kind=st.just("decimal"), precision=st.just(precision), scale=st.integers(0, precision)
    )
)


@given(_TYPES, _BOUNDS, _TEXT | _SHORTER | _ODD)
def test_a_pattern_holds_for_a_text_exactly_where_its_number_is_allowed(
    type_: Scalar, bounds: Constraints, text: str
) -> None:
    taken = re.fullmatch(decimal_pattern(type_, bounds, written=False)[1:-1], text) is not None
    written = re.fullmatch(decimal_pattern(type_, bounds, written=True)[1:-1], text) is not None

    allowed = _is_allowed(text, type_, bounds)
    assert taken == allowed
    assert written == (allowed and _is_written(text, type_.scale or 0))


def _is_allowed(text: str, type_: Scalar, bounds: Constraints) -> bool:
    if not _FORM.fullmatch(text) or not text.isascii():
        return False
    whole, _, fraction = text.lstrip("-").partition(".")
    scale = type_.scale or 0
    if len(whole.lstrip("0")) > (type_.precision or 0) - scale or len(fraction) > scale:
        return False
    value = Decimal(text)
    return (
        (bounds.min is None or value >= Decimal(bounds.min))
        and (bounds.above is None or value > Decimal(bounds.above))
        and (bounds.max is None or value <= Decimal(bounds.max))
        and (bounds.below is None or value < Decimal(bounds.below))
    )


def _is_written(text: str, scale: int) -> bool:
    fraction = text.partition(".")[2]
    return len(fraction) == scale and not (text.startswith("-") and Decimal(text) == 0)
