"""Exact patterns for decimal texts: what a decimal's digits and bounds allow, and nothing else.

JSON Schema cannot compare strings as numbers, but the texts between two decimal bounds are a regular
language, so a pattern can say all that the service checks.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stackwright.ontology.ir import Constraints, Scalar

_EXACT = Context(prec=1000)


def decimal_pattern(scalar: Scalar, constraints: Constraints, *, written: bool) -> str:
    """Return the pattern of a decimal in its bounds; `written` by the service: all digits of the scale."""
    precision, scale = scalar.precision or 1, scalar.scale or 0
    low, high = _bounds(precision, scale, constraints)
    positive = _between(max(low, 0), high, scale, written=written) if high >= 0 else None
    negative = _between(max(-high, 0), -low, scale, written=written) if low < 0 else None
    if written and negative and high >= 0:
        negative = _between(1, -low, scale, written=True)
    if not written and low == 0 <= high:
        negative = _between(0, 0, scale, written=False)
    if positive and positive == negative:
        return f"^-?{positive}$"
    branches = ([positive] if positive else []) + ([f"-{negative}"] if negative else [])
    return "^" + (_either(branches) if branches else "(?!)") + "$"


def _bounds(precision: int, scale: int, constraints: Constraints) -> tuple[int, int]:
    """Return the smallest and the greatest value, both allowed, counted in units of the last digit."""
    low, high = -(10**precision) + 1, 10**precision - 1
    if constraints.min is not None:
        low = max(low, _units(constraints.min, scale, ROUND_CEILING))
    if constraints.above is not None:
        low = max(low, _units(constraints.above, scale, ROUND_FLOOR) + 1)
    if constraints.max is not None:
        high = min(high, _units(constraints.max, scale, ROUND_FLOOR))
    if constraints.below is not None:
        high = min(high, _units(constraints.below, scale, ROUND_CEILING) - 1)
    return low, high


def _units(text: str, scale: int, rounding: str) -> int:
    return int(_EXACT.scaleb(Decimal(text), scale).to_integral_value(rounding))


def _between(low: int, high: int, scale: int, *, written: bool) -> str | None:
    """Match the texts of `low` to `high` units, neither negative; None if there are none."""
    if low > high:
        return None
    first, low_fraction = divmod(low, 10**scale)
    last, high_fraction = divmod(high, 10**scale)
    if first == last:
        return str(first) + _fraction(low_fraction, high_fraction, scale, written=written)
    branches = []
    if low_fraction:
        branches.append(str(first) + _fraction(low_fraction, 10**scale - 1, scale, written=written))
        first += 1
    whole = last if high_fraction == 10**scale - 1 else last - 1
    if first <= whole:
        branches.append(_integers(first, whole) + _fraction(0, 10**scale - 1, scale, written=written))
    if whole < last:
        branches.append(str(last) + _fraction(0, high_fraction, scale, written=written))
    return _either(branches)


def _fraction(low: int, high: int, scale: int, *, written: bool) -> str:
    """Match a point and digits that read as `low` to `high`, or nothing where zero is among them."""
    if scale == 0:
        return ""
    digits = _digits(f"{low:0{scale}}", f"{high:0{scale}}", written=written)
    if written:
        return rf"\.{digits}"
    return rf"(?:\.{digits})?" if low == 0 else rf"\.{digits}"


def _digits(low: str, high: str, *, written: bool) -> str:
    """Match one digit or more between two texts of equal length; digits that are left out count as zeros."""
    size = len(low)
    if set(low) == {"0"} and set(high) == {"9"}:
        return "[0-9]" + (_times(size) if written else _times(1, size))
    if size == 1:
        return _digit(low, high)
    zeros, nines = "0" * (size - 1), "9" * (size - 1)

    def rest(lowest: str, highest: str) -> str:
        tail = _digits(lowest, highest, written=written)
        return f"(?:{tail})?" if lowest == zeros and not written else tail

    if low[0] == high[0]:
        return low[0] + rest(low[1:], high[1:])
    first, last = int(low[0]), int(high[0])
    branches = []
    if low[1:] != zeros:
        branches.append(low[0] + rest(low[1:], nines))
        first += 1
    whole = last if high[1:] == nines else last - 1
    if first <= whole:
        branches.append(_digit(str(first), str(whole)) + rest(zeros, nines))
    if whole < last:
        branches.append(high[0] + rest(zeros, high[1:]))
    return _either(branches)


def _integers(low: int, high: int) -> str:
    """Match the integers from `low` to `high`, without leading zeros."""
    branches = []
    for size in range(len(str(low)), len(str(high)) + 1):
        first = max(low, 10 ** (size - 1) if size > 1 else 0)
        last = min(high, 10**size - 1)
        branches.append((size, first, last))
    texts = []
    if branches[0][1:] == (0, 9) and all(first == 10 ** (size - 1) for size, first, _ in branches[1:]):
        full = [size for size, _, last in branches if last == 10**size - 1]
        texts.append(f"(?:0|[1-9][0-9]{_times(0, full[-1] - 1)})" if full[-1] > 1 else "[0-9]")
        branches = branches[len(full) :]
    texts += [_digits(str(first), str(last), written=True) for _, first, last in branches]
    return _either(texts)


def _digit(low: str, high: str) -> str:
    return low if low == high else f"[{low}-{high}]"


def _times(low: int, high: int | None = None) -> str:
    high = low if high is None else high
    if low == high:
        return "" if low == 1 else f"{{{low}}}"
    return f"{{{low},{high}}}"


def _either(branches: list[str]) -> str:
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
