"""The model's source as a value that travels: recorded by Copier, loaded again, written out again.

The record holds what was parsed, in the author's order, and not the IR, so that any later (or earlier)
version of this package can read it by its own rules.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from decimal import Decimal
from typing import TYPE_CHECKING

import yaml

from stackwright.ontology.loading import model_of
from stackwright.ontology.problems import File, OntologyError, Problem, Span
from stackwright.ontology.reading import read
from stackwright.ontology.shorthand import from_data
from stackwright.ontology.tree import Node, data, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.ir import Model

SCHEMA_LINE = "# yaml-language-server: $schema=../.stackwright/ontology.schema.json\n"
_LARGEST = 64 * 1024 * 1024
_WIDTH = 110


def parse(sources: Mapping[str, str]) -> dict[str, object]:
    """Return the files as parsed, by name; OntologyError where one is not YAML as we want it."""
    found: list[Problem] = []
    trees: dict[str, object] = {}
    for name in sorted(sources):
        root, problems = read(name, sources[name])
        found.extend(problems)
        trees[name] = data(root) if root is not None else None
    if found:
        raise OntologyError(found)
    return trees


def record(sources: Mapping[str, str]) -> str:
    """Return the source as one line of text, which comments and layout do not change."""
    text = "".join(_json(parse(sources)))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 9)).decode("ascii")


def unrecord(text: str) -> dict[str, object]:
    """Return the parsed files of a record; OntologyError where it is damaged."""
    try:
        packed = base64.b64decode("".join(text.split()), validate=True)
        unpacked = zlib.decompressobj()
        raw = unpacked.decompress(packed, _LARGEST)
        if not unpacked.eof:
            raise _damaged()
        files = json.loads(raw.decode("utf-8", "surrogatepass"), parse_float=Decimal, parse_constant=str)
    except (ValueError, binascii.Error, zlib.error, RecursionError):
        raise _damaged() from None
    if not isinstance(files, dict):
        raise _damaged()
    return files


def same(one: str, other: str) -> bool:
    """Tell whether two records hold the same files, in the author's order; OntologyError if one is damaged.

    Two versions of zlib may pack the same differently.
    """
    return one == other or [*_json(unrecord(one))] == [*_json(unrecord(other))]


def load_record(text: str) -> Model:
    """Return the model of a record; its problems, if any, know their file and no line."""
    trees: dict[str, Node | None] = {}
    found: list[Problem] = []
    for name, tree in unrecord(text).items():
        at = Span(File(name))
        if tree is None:
            found.append(
                Problem(code="SW010", message="the file is empty", at=at, help="start with ontology: NAME")
            )
        try:
            trees[name] = from_data(tree, at) if tree is not None else None
        except RecursionError:
            raise _damaged() from None
    return model_of(trees, found)


def to_yaml(parsed: object) -> str:
    """Return a parsed file as YAML again: it has lost its comments, and means the same."""
    body = yaml.dump(
        parsed, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=False
    )
    return SCHEMA_LINE + body


def _damaged() -> OntologyError:
    message = "the record of the model is damaged"
    help_ = "take the answers file of an older commit, or put the model files back in their place"
    return OntologyError(
        [Problem(code="SW013", message=message, at=Span(File("the recorded model")), help=help_)]
    )


def _json(value: object) -> Iterator[str]:
    """Yield JSON in the author's order; numbers keep their digits, which `json.dumps` would not let them."""
    if isinstance(value, dict):
        yield "{"
        for number, (key, inner) in enumerate(value.items()):
            yield f"{',' if number else ''}{json.dumps(key, ensure_ascii=False)}:"
            yield from _json(inner)
        yield "}"
    elif isinstance(value, list):
        yield "["
        for number, inner in enumerate(value):
            yield "," if number else ""
            yield from _json(inner)
        yield "]"
    else:
        yield str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


class _Writer(yaml.SafeDumper):
    """Writes what `reading` reads: its rule for plain scalars decides what needs quotes."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        if kind is yaml.ScalarNode and isinstance(implicit, tuple) and implicit[0]:
            return _TAGS[type(plain(str(value)))]
        return _DEFAULTS[kind]

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


_DEFAULTS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_TAGS = {
    type(None): "tag:yaml.org,2002:null",
    bool: "tag:yaml.org,2002:bool",
    int: "tag:yaml.org,2002:int",
    Decimal: "tag:yaml.org,2002:float",
    str: "tag:yaml.org,2002:str",
}


def _text(writer: _Writer, value: str) -> yaml.ScalarNode:
    """Write a text of several lines as a block, where that shows it as it is; odd characters are escaped."""
    if any(char != "\n" and not char.isprintable() for char in value):
        return writer.represent_scalar(_TAGS[str], value, style='"')
    lines = value.split("\n")
    block = len(lines) > 1 and all(line == line.rstrip() and "\r" not in line for line in lines)
    block = block and not value.startswith((" ", "\n"))
    return writer.represent_scalar(_TAGS[str], value, style="|" if block else None)


def _list(writer: _Writer, value: list[object]) -> yaml.SequenceNode:
    flat = not any(isinstance(item, dict | list) for item in value)
    return writer.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flat)


def _number(writer: _Writer, value: Decimal) -> yaml.ScalarNode:
    return writer.represent_scalar(_TAGS[type(plain(str(value)))], str(value))


_Writer.add_representer(str, _text)
_Writer.add_representer(list, _list)
_Writer.add_representer(Decimal, _number)
