"""A model travels as text, comes back whole, and a damaged one is told apart."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import pytest
from stackwright.ontology import OntologyError, load, source
from stackwright.ontology.loading import sources_of

ROOT = Path(__file__).parents[3]


def _packed(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data)).decode()


MODELS = [ROOT / "examples/shop", ROOT / "tests/models/museum"]


@pytest.mark.parametrize("folder", MODELS, ids=lambda path: path.name)
def test_a_record_holds_the_model(folder: Path) -> None:
    sources = sources_of(folder)

    assert source.load_record(source.record(sources)) == load(sources)


@pytest.mark.parametrize("folder", MODELS, ids=lambda path: path.name)
def test_a_lost_file_comes_back_from_the_record(folder: Path) -> None:
    sources = sources_of(folder)
    record = source.record(sources)

    again = {name: source.to_yaml(tree) for name, tree in source.unrecord(record).items()}

    assert load(again) == load(sources)
    assert source.record(again) == record


def test_a_record_keeps_the_authors_order_and_digits() -> None:
    parsed = source.unrecord(source.record({"a": "ontology: a\nobjects: {B: {z: 1.50, a: no}, A: 0x10}"}))

    assert list(parsed["a"]["objects"]) == ["B", "A"]  # type: ignore[index]
    assert str(parsed["a"]["objects"]["B"]["z"]) == "1.50"  # type: ignore[index]
    assert parsed["a"]["objects"]["B"]["a"] == "no"  # type: ignore[index]
    assert parsed["a"]["objects"]["A"] == 16  # type: ignore[index]


def test_comments_and_layout_do_not_change_a_record() -> None:
    one = source.record({"a": "ontology: a\ntitle: 'A'\n"})

    assert source.record({"a": '# hello\nontology:   a\ntitle: "A"\n'}) == one


def test_another_order_is_another_record_and_another_packing_is_not() -> None:
    one = source.record({"a": "ontology: a\ntitle: A\n"})
    raw = zlib.decompress(base64.b64decode(one))
    packed = base64.b64encode(zlib.compress(raw, 0)).decode()

    assert not source.same(one, source.record({"a": "title: A\nontology: a\n"}))
    assert packed != one
    assert source.same(one, packed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "!!!",
        "aGVsbG8=",
        _packed(b"[1]"),
        _packed(b"{"),
        _packed(b"[" * 100_000),
        _packed(b"\xff"),
        base64.b64encode(zlib.compress(b'{"a":1}')[:-3]).decode(),
    ],
)
def test_a_damaged_record_is_a_clear_error(text: str) -> None:
    with pytest.raises(OntologyError, match=r"SW013.*damaged"):
        source.load_record(text)


def test_a_record_with_mistakes_names_the_file_without_a_line() -> None:
    record = source.record({"ontology/shop.yml": "ontology: shop\ntitel: Shop\n"})

    with pytest.raises(OntologyError) as caught:
        source.load_record(record)

    assert str(caught.value).splitlines()[:3] == [
        "error[SW020]: unknown key 'titel'",
        " --> ontology/shop.yml",
        "  = hint: did you mean 'title'?",
    ]


def test_the_yaml_that_comes_back_reads_well() -> None:
    text = (
        "ontology: a\nobjects:\n  B:\n    fields: {id: 'uuid, key'}\n"
        '    states: [x, y]\n    description: "one\\ntwo"\n'
    )

    assert source.to_yaml(source.parse({"a": text})["a"]) == (
        source.SCHEMA_LINE
        + "ontology: a\nobjects:\n  B:\n    fields:\n      id: uuid, key\n    states: [x, y]\n"
        + "    description: |-\n      one\n      two\n"
    )
