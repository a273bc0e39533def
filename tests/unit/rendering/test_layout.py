"""Layouts that hang on the length of names are those of the formatter."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from stackwright.rendering.layout import columns, fit, import_block, wrap

from tests.unit.rendering.ruff import formatted, sorted_imports

# To make a failing example smaller would take minutes: each step starts ruff.
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)

name = st.from_regex("[a-z][a-z_]{0,26}x", fullmatch=True)
type_name = st.from_regex("[A-Z][a-z]{0,18}x", fullmatch=True)
text = st.text("aé注😀ह ", max_size=16).map(lambda body: f'"{body.strip()}"')
value = st.one_of(name, st.integers(0, 10**9).map(str), text)
keyword = st.tuples(name, value).map("=".join)
parameter = st.tuples(name, type_name).map(": ".join)
entry = st.tuples(name, value).map(lambda pair: f'"{pair[0]}": {pair[1]}')


def unique(items: list[str]) -> list[str]:
    return list({item.split("=")[0].split(":")[0]: item for item in items}.values())


def many(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(strategy, max_size=7).map(unique)


@st.composite
def statement(draw: st.DrawFn) -> str:
    indent = draw(st.sampled_from([0, 4, 8]))
    pad = " " * indent
    kind = draw(st.sampled_from(["call", "assign", "field", "return", "def", "list", "dict", "tuple", "set"]))
    subject, other = draw(name), draw(type_name)
    if kind == "call":
        code = fit(draw(many(keyword)), f"{subject}(", indent=indent)
    elif kind == "assign":
        code = fit(draw(many(value)), f"{subject} = {other}(", indent=indent)
    elif kind == "field":
        code = fit(draw(many(keyword)), f"{subject}: Mapped[{other}] = mapped_column(", indent=indent)
    elif kind == "return":
        code = fit(draw(many(keyword)), f"yield {other}(", indent=indent)
    elif kind == "def":
        code = fit(draw(many(parameter)), f"async def {subject}(", f") -> {other}:", indent=indent)
        code += f"\n{pad}    pass"
    elif kind == "list":
        code = fit(draw(many(value)), f"{subject} = [", "]", indent=indent)
    elif kind == "dict":
        code = fit(draw(many(entry)), f"{subject} = {{", "}", indent=indent)
    elif kind == "tuple":
        code = fit(draw(many(value)), f"{subject} = (", ")", indent=indent)
    else:
        code = fit(draw(many(value).filter(bool)), f"{subject} = {{", "}", indent=indent)
    opening = "".join(f"{' ' * level}if a:\n" for level in range(0, indent, 4))
    return f"{opening}{pad}{code}\n"


@given(st.lists(statement(), min_size=40, max_size=40))
@settings(max_examples=12, deadline=None, phases=QUICK)
def test_what_fit_lays_out_is_left_alone_by_the_formatter(statements: list[str]) -> None:
    code = "".join(f"{line}marker_{number}\n" for number, line in enumerate(statements))

    after = formatted(code).replace("\n\n", "\n").replace("\n\n", "\n")

    assert after == code


MODULES = (
    "__future__ os os.path typing shop shop.app shop.generated.web pydantic Zope sqlalchemy.orm sqlalchemy"
    " . .. .order ..web .web.order re _thread"
)
# `xx` is of the standard library, ruff says, so other names begin with something of their own.
module = st.one_of(st.sampled_from(MODULES.split()), name.map(lambda word: f"lib_{word}"))
member = st.one_of(
    name,
    type_name,
    st.from_regex("[A-Z][A-Z_0-9]{0,8}", fullmatch=True),
    st.sampled_from(["a1", "a10", "a2", "a02", "a0", "a_", "a", "_b", "B", "b as c"]),
)


@st.composite
def imports(draw: st.DrawFn) -> str:
    where = draw(module)
    if where == "__future__":
        return "from __future__ import annotations"
    if not where.startswith(".") and draw(st.booleans()):
        return f"import {where}"
    members = draw(st.lists(member, min_size=1, max_size=6, unique=True))
    return f"from {where} import {', '.join(members)}"


@given(st.lists(imports(), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None, phases=QUICK)
def test_imports_are_in_the_order_of_the_linter(lines: list[str]) -> None:
    block = import_block(lines, "shop") + "\n"

    assert sorted_imports(block, "shop") == block
    assert formatted(block) == block


def test_columns_count_wide_characters_twice() -> None:
    assert columns("ab注😀") == 6
    assert columns("a\N{COMBINING ACUTE ACCENT}") == 1


def test_columns_count_what_is_not_assigned_as_the_standard_has_it_by_default() -> None:
    assert columns("\U0004ca42") == 1
    assert columns("\U0002fffd") == 2
    assert columns("\U0010ffff") == 1


def test_wrapped_text_keeps_its_words_and_paragraphs() -> None:
    wrapped = wrap("one two three\nfour\n\nfive " + "x" * 30, width=12)

    assert wrapped == f"one two\nthree four\n\nfive\n{'x' * 30}"


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("found(", ")"),
        ("found_(", ")"),
        ("found()(", ")"),
        ("found[1](", ")"),
        ("found = (", ")"),
        ("found = [", "]"),
        ("def key(", ") -> int: ..."),
        ("async def key(", ") -> int: ..."),
    ],
)
@pytest.mark.parametrize("before", [[], ["one"]], ids=["alone", "with another"])
def test_at_every_length_it_is_as_the_formatter_has_it(head: str, tail: str, before: list[str]) -> None:
    statements = [fit([*before, "a" * length], head, tail) for length in range(1, 84)]
    code = "\n".join([*statements, ""])

    assert formatted(code).replace("\n\n", "\n").replace("\n\n", "\n") == code


def test_imports_of_every_length_are_as_the_formatter_has_them() -> None:
    code = "\n".join(import_block([f"from b{length} import {'a' * length}, c"]) for length in range(1, 84))

    assert formatted(f"{code}\n") == f"{code}\n"
