"""Which imports a text of Python needs, found by the names that stand in it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from stackwright.ontology.ir import Enum, ListOf, Ref, Struct
from stackwright.rendering.layout import import_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stackwright.ontology.ir import Field, Type

STANDARD = {
    "Annotated": "from typing import Annotated",
    "Any": "from typing import Any",
    "ClassVar": "from typing import ClassVar",
    "Decimal": "from decimal import Decimal",
    "Mapping": "from collections.abc import Mapping",
    "Protocol": "from typing import Protocol",
    "Self": "from typing import Self",
    "Sequence": "from collections.abc import Sequence",
    "StrEnum": "from enum import StrEnum",
    "TypedDict": "from typing_extensions import TypedDict",
    "TypeAdapter": "from pydantic import TypeAdapter",
    "UUID": "from uuid import UUID",
    "dataclass": "from dataclasses import dataclass",
    "dt": "import datetime as dt",
    "pydantic": "import pydantic",
}
# Texts, comments and names that are given and not used (those of attributes and arguments); then, in a group,
# the words that are used.
_CODE = re.compile(
    r'''"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#.*|^ +\w+: |\w+=(?!=)|\.\w+|([A-Za-z_]\w*)''',
    re.MULTILINE,
)
# A word before a colon is a name that is given: of an attribute, of an argument.
_WORD = re.compile(r"(?<![\w.\"'])[A-Za-z_]\w*+(?!: )")


def imports(texts: Iterable[str], own: Mapping[str, str], package: str) -> str:
    """Return the import block for the names used in `texts`; `own` gives the project's own statements."""
    return _block(frozenset[str]().union(*map(_words, texts)), own, package)


def with_imports(code: str, names: Mapping[str, str], more: Mapping[str, str], package: str) -> str:
    """Return code behind the import block of what it uses; the tables give the statement of each name."""
    block = _block(frozenset(_CODE.findall(code)), {**more, **names}, package)
    return f"{block}\n{code}" if block else code.lstrip("\n")


def _block(used: frozenset[str], own: Mapping[str, str], package: str) -> str:
    known = {**STANDARD, **own}
    return import_block([known[word] for word in sorted(used & known.keys())], package)


@functools.lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def declared(fields: Iterable[Field], to_types: str, namespace: str) -> dict[str, str]:
    """Return import statements for the enums, structs and keys that fields may name.

    `to_types` is the module of the ontology's own types, relative to the file.
    """
    found: dict[str, str] = {}
    for field in fields:
        for owner, name in _named(field.type):
            module = to_types if owner == namespace else f"...{owner}.contract.types"
            found[name] = f"from {module} import {name}"
    return found


def _named(type_: Type) -> Iterator[tuple[str, str]]:
    match type_:
        case ListOf(item=item):
            yield from _named(item)
        case Enum(namespace=namespace, name=name) | Struct(namespace=namespace, name=name):
            yield namespace, name
        case Ref(target=target):
            if len(target.key) > 1:
                yield target.namespace, f"{target.name}Key"
            for part in target.key_fields:
                yield from _named(part.type)
