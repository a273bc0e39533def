"""What a view and a body may look at: the project, and the part of the model that the file speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from stackwright.rendering.modules import function_of, module_of
from stackwright.rendering.presets import PARTS, PRESETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackwright.ontology.ir import Action, Model, Object, Ontology
    from stackwright.rendering.answers import Answers
    from stackwright.rendering.migrations import Migration
    from stackwright.rendering.stacks import Mode, Stack

_URLS = {
    "sqlite": "sqlite:///{}.db",
    "postgresql": "postgresql://localhost/{}",
    "mysql": "mysql://localhost/{}",
}
WORDS: Mapping[Mode, Mapping[str, object]] = {
    "async": {
        "is_async": True,
        "async": "async ",
        "await": "await ",
        "iterator": "AsyncIterator",
        "contextmanager": "asynccontextmanager",
        "enter": "__aenter__",
        "exit": "__aexit__",
        "waiting": "asyncio",
    },
    "sync": {
        "is_async": False,
        "async": "",
        "await": "",
        "iterator": "Iterator",
        "contextmanager": "contextmanager",
        "enter": "__enter__",
        "exit": "__exit__",
        "waiting": "threading",
    },
}
"""The words in which coroutines and functions differ, for the bodies that are written for both."""

_TOOLS = ("import-linter>=2.5", "mypy>=2.4,<3", "pytest>=9,<10", "ruff>=0.17,<0.18")
_HOOKS = ("pre-commit>=4.3",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The whole of what is rendered."""

    answers: Answers
    stack: Stack
    model: Model = field(repr=False)

    @property
    def package(self) -> str:
        """The name of the project's Python package."""
        return self.answers.package_name

    @property
    def licensed(self) -> bool:
        """Whether the project has a licence, and so a LICENSE."""
        return self.answers.licence != "none"

    @property
    def holder(self) -> str:
        """Who holds the copyright."""
        return self.answers.author or f"the authors of {self.answers.project_name}"

    @property
    def database_url(self) -> str:
        """A database of the kind that was chosen, for development."""
        return _URLS[self.answers.database].format(self.package)

    @property
    def requirements(self) -> tuple[str, ...]:
        """What the service runs on."""
        return self.stack.requirements(self.answers.database, PRESETS[self.answers.preset])

    @property
    def dev_requirements(self) -> tuple[str, ...]:
        """What its own tests and checks run on."""
        return tuple(sorted((*_TOOLS, *(_HOOKS if self.has("checks") else ()), *self.stack.dev)))

    def has(self, part: str) -> bool:
        """Whether the preset that was chosen brings a part."""
        return part in PRESETS[self.answers.preset]

    def command(self, target: str) -> str:
        """Return the command behind a target of the Makefile."""
        return self.stack.commands_of(self.package)[target]

    @property
    def migrations(self) -> str:
        """The folder that migrations lie in."""
        return self.stack.migrations.format(package=self.package)

    @property
    def never_imported(self) -> tuple[str, ...]:
        """The modules of the user's that generated code must not know."""
        # A module of a part that was not chosen is not there.
        there = [name for name in self.stack.composition if name not in PARTS or self.has(name)]
        return tuple(f"{self.package}.{name}" for name in (*there, "actions"))

    @property
    def containers(self) -> tuple[str, ...]:
        """The packages that hold a contract, a persistence and a web layer each."""
        generated = f"{self.package}.generated"
        return (generated, *(f"{generated}.{ontology.name}" for ontology in self.model.ontologies))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The subject of one file. Asking for a part that the row's `per` does not name is a LookupError."""

    project: Project
    ontology_: Ontology | None = field(default=None, repr=False)
    object_: Object | None = field(default=None, repr=False)
    action_: Action | None = field(default=None, repr=False)
    migration_: Migration | None = field(default=None, repr=False)

    @property
    def ontology(self) -> Ontology:
        """The ontology that the file belongs to."""
        if self.ontology_ is None:
            raise LookupError("this row is per project, so it has no ontology")
        return self.ontology_

    @property
    def object(self) -> Object:
        """The object that the file is about."""
        if self.object_ is None:
            raise LookupError("this row is not per object")
        return self.object_

    @property
    def action(self) -> Action:
        """The action that the file is about."""
        if self.action_ is None:
            raise LookupError("this row is not per action")
        return self.action_

    @property
    def migration(self) -> Migration:
        """The migration that makes the first schema, or a part of it."""
        if self.migration_ is None:
            raise LookupError("this row is not per migration")
        return self.migration_

    @property
    def model(self) -> Model:
        """The whole model."""
        return self.project.model

    @property
    def stack(self) -> Stack:
        """The stack that is rendered for."""
        return self.project.stack

    @property
    def package(self) -> str:
        """The name of the project's Python package."""
        return self.project.answers.package_name

    @property
    def is_async(self) -> bool:
        """Whether the stack's functions are coroutines."""
        return self.project.stack.mode == "async"

    @property
    def names(self) -> dict[str, str]:
        """What the placeholders of paths and bodies stand for."""
        stack = self.project.stack
        names = {"package": self.package, "framework": stack.framework, "orm": stack.orm, "mode": stack.mode}
        if self.ontology_ is not None:
            names["ontology"] = self.ontology_.name
        if self.object_ is not None:
            names["object"] = module_of(self.object_)
        if self.action_ is not None:
            names["action"] = function_of(self.action_)
        if self.migration_ is not None:
            names["migration"] = self.migration_.name
        return names

    @property
    def context(self) -> dict[str, Any]:
        """What a body sees, except its view."""
        context: dict[str, Any] = {
            "project": self.project,
            **WORDS[self.stack.mode],
        }
        if self.ontology_ is not None:
            context["ontology"] = self.ontology_
        if self.object_ is not None:
            context["object"] = self.object_
        if self.action_ is not None:
            context["action"] = self.action_
        return context
