"""What the files of the whole project print: contexts, handlers, routers, settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.names import pascal
from stackwright.rendering.layout import import_block
from stackwright.rendering.lines import grouped
from stackwright.rendering.modules import function_of, module_of

if TYPE_CHECKING:
    from stackwright.rendering.scope import Scope

DATABASES = {
    "sqlite": "sqlite:///{name}.db",
    "postgresql": "postgresql://postgres@127.0.0.1:5432/{name}",
    "mysql": "mysql://root@127.0.0.1:3306/{name}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """The defaults that hang on the answers."""

    database_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Something of an object: the attribute it goes by, and the expression that names it."""

    attr: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An ontology and its members."""

    name: str
    repositories: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextsView:
    """The repositories of all ontologies."""

    imports: str
    ontologies: tuple[Group, ...]
    repositories: tuple[Member, ...]


def settings_view(scope: Scope) -> SettingsView:
    """Describe the defaults of the settings."""
    answers = scope.project.answers
    return SettingsView(database_url=DATABASES[answers.database].format(name=answers.package_name))


def context_view(scope: Scope) -> str:
    """Return the imports of the context."""
    lines = [
        "from collections.abc import Callable",
        "from dataclasses import dataclass",
        "from datetime import datetime",
        "from typing import Protocol",
        "from .contract.events import Event",
    ]
    lines += [_repositories(one.name, ".") for one in scope.model.ontologies]
    return import_block(lines, scope.package)


def handlers_view(scope: Scope) -> str:
    """Return the imports of the handlers."""
    lines = ["from dataclasses import dataclass"]
    for one in scope.model.ontologies:
        lines.append(f"from .{one.name}.contract import actions as {one.name}_actions")
        lines.append("from .contract.discovery import find")
    return import_block(lines, scope.package)


def contexts_view(scope: Scope) -> ContextsView:
    """Describe the repositories of all ontologies."""
    lines = [
        "from collections.abc import Mapping",
        "from typing import Any",
        "from sqlalchemy import Table",
        "from .repository import Repository",
        "from ..context import Context",
        "from .work import Work",
    ]
    groups = []
    for ontology in scope.model.ontologies:
        lines.append(_repositories(ontology.name, ".."))
        members = []
        for one in ontology.objects:
            module = module_of(one)
            lines.append(f"from ..{ontology.name}.persistence import {module} as {ontology.name}_{module}")
            members.append(Member(attr=one.plural, path=f"{ontology.name}_{module}.{one.name}Repository"))
        groups.append(Group(name=ontology.name, repositories=tuple(members)))
    every = tuple(member for group in groups for member in group.repositories)
    return ContextsView(
        imports=import_block(lines, scope.package), ontologies=tuple(groups), repositories=every
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutersView:
    """The routers of all ontologies, in the order of the model."""

    imports: str
    routers: tuple[str, ...]


def routers_view(scope: Scope) -> RoutersView:
    """Describe the routers of all ontologies."""
    lines, routers = [], []
    for ontology in scope.model.ontologies:
        modules = [*(module_of(one) for one in ontology.objects), *(["actions"] if ontology.actions else [])]
        for module in modules:
            alias = f"{ontology.name}_{module}"
            lines.append(f"from ..{ontology.name}.web import {module} as {alias}")
            routers.append(f"{alias}.router")
    return RoutersView(imports=import_block(lines, scope.package), routers=tuple(routers))


def _repositories(name: str, dots: str) -> str:
    return f"from {dots}{name}.contract import repositories as {name}_repositories"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlerCheck:
    """A handler that mypy holds against its protocol."""

    variable: str
    line: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlersTest:
    """The handlers of all ontologies."""

    imports: str
    handlers: tuple[HandlerCheck, ...]


def handlers_test(scope: Scope) -> HandlersTest:
    """Describe the test that finds every handler."""
    package = scope.package
    names = "find_handlers"
    lines, checks = [], []
    for ontology in scope.model.ontologies:
        for action in ontology.actions:
            contract = f"{ontology.name}_contract"
            function = function_of(action)
            variable = f"{ontology.name}_{function}"
            lines.append(f"from {package}.generated.{ontology.name}.contract import actions as {contract}")
            lines.append(f"from {package}.actions.{ontology.name} import {function} as {variable}_")
            checks.append(
                HandlerCheck(
                    variable=variable,
                    line=grouped(
                        f"    {variable}: {contract}.{pascal(action.name)}Handler",
                        f"{variable}_.{function}",
                    ),
                    found=f"{ontology.name}.{function}",
                )
            )
    if not checks:
        ontologies = [f"from {package}.generated.handlers import Handlers"]
        lines += ontologies
    lines.append(f"from {package}.generated.handlers import {names}")
    return HandlersTest(imports=import_block(lines, package), handlers=tuple(checks))
