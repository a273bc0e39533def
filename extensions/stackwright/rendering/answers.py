"""What the user was asked: the answers that, beside the model, shape a project."""

from __future__ import annotations

import keyword
import re
import sys
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Self

from stackwright.rendering.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Mapping

DATABASES = ("sqlite", "postgresql", "mysql")
LICENCES = ("MIT", "Apache-2.0", "none")
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
    database: str = "sqlite"
    author: str = ""
    licence: str = "none"

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """Pick the answers out of a mapping that may hold more, as Copier's does."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in values.items() if name in known})


def package_problem(name: str) -> str:
    """Say why a name cannot be the project's package, in one line; nothing if it can."""
    if not _PACKAGE.fullmatch(name):
        return f"{name!r} is no package name: lower-case words joined by _, such as order_desk"
    if len(name) > _LONGEST_PACKAGE:
        return f"{name!r} is longer than {_LONGEST_PACKAGE} characters; try something like order_desk"
    if keyword.iskeyword(name) or name in sys.stdlib_module_names or name in _TAKEN:
        return f"{name!r} is taken by Python or by the project itself; try {name + '_service'!r}"
    return ""


def text_problem(text: str, *, required: bool = False) -> str:
    """Say why a text cannot be a one-line answer; nothing if it can."""
    if any(not (character.isprintable()) for character in text):
        return "one line of printable text, please, such as: Orders and what becomes of them"
    return "a name is needed, such as: Order desk" if required and not text.strip() else ""


def check(answers: Answers) -> None:
    """Raise AnswerError for an answer that the questions would not have let through."""
    problems = {
        "project_name": text_problem(answers.project_name, required=True),
        "package_name": package_problem(answers.package_name),
        "description": text_problem(answers.description),
        "author": text_problem(answers.author),
        "database": "" if answers.database in DATABASES else f"one of {', '.join(DATABASES)}",
        "licence": "" if answers.licence in LICENCES else f"one of {', '.join(LICENCES)}",
    }
    for name, problem in problems.items():
        if problem:
            raise AnswerError(f"{name}: {problem}")
