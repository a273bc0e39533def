"""Bounds, lengths and patterns: from words to constraints, merged with those of a named type."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Constraints, ListOf, Scalar, Type
from stackwright.ontology.patterns import PatternError, compile_pattern
from stackwright.ontology.problems import Problem, quoted
from stackwright.ontology.tree import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.declared import Given

_FLOAT = Decimal("3.4028234663852886e38")
_DOUBLE = Decimal("1.7976931348623157e308")
RANGES: dict[str, tuple[Decimal, Decimal]] = {
    "short": (Decimal(-(2**15)), Decimal(2**15 - 1)),
    "int": (Decimal(-(2**31)), Decimal(2**31 - 1)),
    "long": (Decimal(-(2**53 - 1)), Decimal(2**53 - 1)),
    "float": (-_FLOAT, _FLOAT),
    "double": (-_DOUBLE, _DOUBLE),
}
_LENGTHS = frozenset(("string", "text", "bytes"))
_TEXTS = frozenset(("string", "text"))
_BOUNDS = ("min", "above", "max", "below")
_WORDS = frozenset((*_BOUNDS, "min_length", "pattern", "min_items", "max_items"))
_SIGNS = {"min": ">=", "above": ">", "max": "<=", "below": "<"}
_LARGEST = 400


def innermost(type_: Type) -> Type:
    """Return what a list, or a list of lists, is made of."""
    while isinstance(type_, ListOf):
        type_ = type_.item
    return type_


def value_range(scalar: Scalar) -> tuple[Decimal, Decimal] | None:
    """Return the least and the greatest value of a number; None for what is no number."""
    if scalar.kind == "decimal":
        top = Decimal(10) ** ((scalar.precision or 0) - (scalar.scale or 0)) - Decimal(10) ** -(
            scalar.scale or 0
        )
        return -top, top
    return RANGES.get(scalar.kind)


def number(value: Decimal) -> str:
    """Return a number as exact decimal text without exponent."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def constraints_of(
    words: Mapping[str, Given], type_: Type, base: Constraints
) -> tuple[Constraints, list[Problem]]:
    """Return the constraints of a field: its own words on top of those of its named type."""
    if words.keys().isdisjoint(_WORDS):
        return base, []
    problems = list(_misplaced(words, type_))
    own: dict[str, Decimal] = {}
    for word in _BOUNDS:
        value = _leaf(words, word)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            exact = Decimal(value)
            if abs(exact.adjusted()) > _LARGEST:
                problems.append(_problem("SW122", "too large or too small a number", words[word]))
            else:
                own[word] = exact
    counts = {
        word: value
        for word in ("min_length", "min_items", "max_items")
        if (value := _count(words, word)) is not None
    }
    problems.extend(_doubled(words, own))
    if not problems:
        problems.extend(_out_of_range(words, own, type_))
        problems.extend(_lengths(words, counts, type_))
    pattern, refused = _pattern(words, base)
    problems.extend(refused)
    if problems:
        return base, problems
    lengths = (base.min_length, counts.get("min_length"))
    made = replace(
        _bounded(base, own),
        pattern=pattern,
        min_length=max((length for length in lengths if length is not None), default=None),
        min_items=counts.get("min_items"),
        max_items=counts.get("max_items"),
    )
    return made, list(_empty(words, made, type_))


def _leaf(words: Mapping[str, Given], word: str) -> object:
    node = words[word].value if word in words else None
    return node.value if isinstance(node, Leaf) else None


def _count(words: Mapping[str, Given], word: str) -> int | None:
    value = _leaf(words, word)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _problem(code: str, message: str, given: Given, advice: str = "") -> Problem:
    return Problem(code=code, message=message, at=given.at, help=advice)


def _misplaced(words: Mapping[str, Given], type_: Type) -> Iterator[Problem]:
    """Yield what does not belong: a bound needs a number, a pattern a text, a number of items a list."""
    inner = innermost(type_)
    kind = inner.kind if isinstance(inner, Scalar) else "other"
    called = quoted(kind) if isinstance(inner, Scalar) else "such a type"
    for word in _BOUNDS:
        if word in words and kind not in RANGES and kind != "decimal":
            advice = "the length of a text is bounded by string(n) and min_length n" if kind in _TEXTS else ""
            yield _problem("SW120", f"{_SIGNS[word]} bounds a number, and not {called}", words[word], advice)
    if "min_length" in words and kind not in _LENGTHS:
        yield _problem(
            "SW120", f"min_length is for string, text and bytes, and not for {called}", words["min_length"]
        )
    if "pattern" in words and kind not in _TEXTS:
        yield _problem("SW120", f"a pattern is for string and text, and not for {called}", words["pattern"])
    for word in ("min_items", "max_items"):
        if word in words and not isinstance(type_, ListOf):
            yield _problem("SW120", f"{word} is for lists", words[word])


def _doubled(words: Mapping[str, Given], own: dict[str, Decimal]) -> Iterator[Problem]:
    """Each side has one bound."""
    for one, other in (("min", "above"), ("max", "below")):
        if one in own and other in own:
            yield _problem(
                "SW123", f"both {_SIGNS[one]} and {_SIGNS[other]}", words[other], "keep one of them"
            )


def _out_of_range(words: Mapping[str, Given], own: dict[str, Decimal], type_: Type) -> Iterator[Problem]:
    """Yield the bounds that lie beyond their type."""
    inner = innermost(type_)
    limits = value_range(inner) if isinstance(inner, Scalar) else None
    for word, value in own.items():
        if limits and not limits[0] <= value <= limits[1]:
            kind = inner.kind if isinstance(inner, Scalar) else ""
            advice = (
                f"{kind} goes from {limits[0]:f} to {limits[1]:f}" if kind not in ("float", "double") else ""
            )
            yield _problem(
                "SW122", f"the bound lies beyond what {quoted(kind)} can hold", words[word], advice
            )


def _lengths(words: Mapping[str, Given], counts: dict[str, int], type_: Type) -> Iterator[Problem]:
    inner = innermost(type_)
    length = inner.length if isinstance(inner, Scalar) else None
    if length is not None and counts.get("min_length", 0) > length:
        yield _problem("SW121", f"min_length is over the length {length}", words["min_length"])
    if "min_items" in counts and "max_items" in counts and counts["min_items"] > counts["max_items"]:
        yield _problem("SW121", "min_items is over max_items", words["max_items"])


def _pattern(words: Mapping[str, Given], base: Constraints) -> tuple[str | None, list[Problem]]:
    given = words.get("pattern")
    if given is None or not isinstance(given.value, Leaf) or not isinstance(given.value.value, str):
        return base.pattern, []
    if base.pattern is not None:
        return None, [_problem("SW126", "the named type has a pattern of its own", given)]
    leaf = given.value
    try:
        return compile_pattern(given.value.value).text, []
    except PatternError as error:
        code, what = (
            ("SW125", "is not read alike everywhere") if error.compiles else ("SW124", "does not compile")
        )
        at = leaf.part(error.at, error.at + 1)
        return None, [Problem(code=code, message=f"the pattern {what}: {error}", at=at)]


def _bounded(base: Constraints, own: dict[str, Decimal]) -> Constraints:
    """Return the tighter of two bounds on each side."""
    low = _tighter((base.min, base.above), (own.get("min"), own.get("above")), 1)
    high = _tighter((base.max, base.below), (own.get("max"), own.get("below")), -1)
    return replace(base, min=low[0], above=low[1], max=high[0], below=high[1])


def _tighter(
    base: tuple[str | None, str | None], own: tuple[Decimal | None, Decimal | None], sign: int
) -> tuple[str | None, str | None]:
    candidates = [(Decimal(value), at) for at, value in enumerate(base) if value is not None]
    candidates += [(value, at) for at, value in enumerate(own) if value is not None]
    if not candidates:
        return None, None
    value, at = max(candidates, key=lambda found: (sign * found[0], found[1]))
    return (number(value), None) if at == 0 else (None, number(value))


def _empty(words: Mapping[str, Given], made: Constraints, type_: Type) -> Iterator[Problem]:
    """Yield a problem where the bounds leave no value."""
    low, high = made.min or made.above, made.max or made.below
    if low is None or high is None or not any(word in words for word in _BOUNDS):
        return
    strict = made.above is not None or made.below is not None
    inner = innermost(type_)
    whole = isinstance(inner, Scalar) and inner.kind in ("short", "int", "long")
    first, last = Decimal(low), Decimal(high)
    if whole and first < last:
        first = (
            first.to_integral_value("ROUND_FLOOR") + 1
            if made.above
            else first.to_integral_value("ROUND_CEILING")
        )
        last = (
            last.to_integral_value("ROUND_CEILING") - 1
            if made.below
            else last.to_integral_value("ROUND_FLOOR")
        )
        strict = False
    if first > last or (strict and first == last):
        word = next(word for word in reversed(_BOUNDS) if word in words)
        yield _problem("SW121", "the bounds leave no value", words[word])
