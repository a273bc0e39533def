"""What the user was asked: the answers that, beside the model, shape a project."""

from __future__ import annotations

import keyword
import re
import sys
import unicodedata
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Self

from stackwright.rendering.errors import AnswerError
from stackwright.rendering.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHOICES = {
    "preset": tuple(PRESETS),
    "database": ("sqlite", "postgresql", "mysql"),
    "example": ("shop", "clinic", "empty"),
    "licence": ("none", "MIT", "Apache-2.0"),
}
# Each with an example of what is meant.
_LINES = {
    "project_name": "Order desk",
    "description": "Takes orders from the shops.",
    "author": "Ada Lovelace",
}
_LONGEST_LINE = 200
_PACKAGE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_LONGEST_PACKAGE = 40
# Their modules would hide a package of that name, or it would hide theirs in the project's own tests.
_TAKEN = frozenset({"tests", "test", "migrations", "ontology", "src", "generated", "actions"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers, each with the default that `copier copy --defaults` gives."""

    project_name: str = "Shop"
    package_name: str = "shop"
    description: str = "A backend made from a model of the business."
    stack: str = "fastapi_sqlalchemy"
    preset: str = "full"
    database: str = "sqlite"
    author: str = ""
    licence: str = "none"

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """Pick the answers out of a mapping that may hold more, as Copier's does."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in values.items() if name in known})


def package_for(project_name: str) -> str:
    """Make a package name of a project's name."""
    ascii_ = unicodedata.normalize("NFKD", project_name).encode("ascii", "ignore").decode().lower()
    name = "_".join(re.findall("[a-z0-9]+", ascii_))[:_LONGEST_PACKAGE].strip("_").lstrip("0123456789_")
    return name if not package_problem(name) else f"{name}_service"[-_LONGEST_PACKAGE:] if name else "service"


def package_problem(name: str) -> str:
    """Say why a name cannot be the project's package, in one line; nothing if it can."""
    if not _PACKAGE.fullmatch(name):
        return f"{name!r} is no package name: lower-case words joined by _, such as order_desk"
    if len(name) > _LONGEST_PACKAGE:
        return f"{name!r} is longer than {_LONGEST_PACKAGE} characters; try something like order_desk"
    if keyword.iskeyword(name) or name in sys.stdlib_module_names or name in _TAKEN:
        return f"{name!r} is taken by Python or by the project itself; try {name}_service"
    return ""


def problem(name: str, value: object) -> str:
    """Say why a value cannot be the answer of that name, in one line; nothing if it can."""
    text = str(value)
    if name == "package_name":
        return package_problem(text)
    if name in _CHOICES:
        known = ", ".join(_CHOICES[name])
        return "" if text in _CHOICES[name] else f"{text!r} is not one of {known}"
    if name not in _LINES:
        return ""
    if len(text) > _LONGEST_LINE or not text.isprintable():
        return f"one line of at most {_LONGEST_LINE} printable characters, such as: {_LINES[name]}"
    return f"it is needed, such as: {_LINES[name]}" if name == "project_name" and not text.strip() else ""


def check(answers: Answers) -> None:
    """Raise AnswerError for an answer that the questions would not have let through."""
    for field in fields(answers):
        if found := problem(field.name, getattr(answers, field.name)):
            raise AnswerError(f"{field.name}: {found}")
