"""What the files of the whole project print: contexts, handlers, routers, settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology.names import pascal
from stackwright.rendering.layout import import_block
from stackwright.rendering.lines import assigned, broken, grouped
from stackwright.rendering.modules import function_of, module_of

if TYPE_CHECKING:
    from collections.abc import Mapping

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
class LinesView:
    """Imports, and a line for each ontology."""

    imports: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextsView:
    """The repositories of all ontologies: by kind, and as a context has them."""

    imports: str
    table: str
    lines: tuple[str, ...]


def settings_view(scope: Scope) -> SettingsView:
    """Describe the defaults of the settings."""
    answers = scope.project.answers
    return SettingsView(database_url=DATABASES[answers.database].format(name=answers.package_name))


def context_view(scope: Scope) -> LinesView:
    """Describe what a handler may use."""
    needed = [
        "from collections.abc import Callable",
        "from dataclasses import dataclass",
        "from datetime import datetime",
        "from typing import Protocol",
        "from .contract.events import Event",
    ]
    needed += [_repositories(one.name, ".") for one in scope.model.ontologies]
    lines = [assigned(one.name, f"{one.name}_repositories.Repositories") for one in scope.model.ontologies]
    return LinesView(imports=import_block(needed, scope.package), lines=tuple(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlersView:
    """The handlers of all ontologies: their fields, and how they are found."""

    imports: str
    lines: tuple[str, ...]
    found: tuple[str, ...]


def handlers_view(scope: Scope) -> HandlersView:
    """Describe the handlers of all ontologies."""
    needed = ["from dataclasses import dataclass"]
    lines, found = [], []
    for one in scope.model.ontologies:
        needed.append(f"from .{one.name}.contract import actions as {one.name}_actions")
        needed.append("from .contract.discovery import find")
        kind = f"{one.name}_actions.Handlers"
        lines.append(assigned(one.name, kind))
        found.append(broken(f'        {one.name}=find(f"{{package}}.{one.name}", {kind}),', 8))
    return HandlersView(imports=import_block(needed, scope.package), lines=tuple(lines), found=tuple(found))


def contexts_view(scope: Scope, table: str = "from sqlalchemy import Table") -> ContextsView:
    """Describe the repositories of all ontologies; `table` imports what keeps the objects of a kind."""
    needed = [
        "from collections.abc import Mapping",
        "from typing import Any",
        table,
        "from .repository import Repository",
        "from ..context import Context",
        "from .work import Work",
    ]
    lines, kinds = [], []
    for ontology in scope.model.ontologies:
        needed.append(_repositories(ontology.name, ".."))
        given = []
        for one in ontology.objects:
            module = f"{ontology.name}_{module_of(one)}"
            needed.append(f"from ..{ontology.name}.persistence import {module_of(one)} as {module}")
            given.append(f"{one.plural}={module}.{one.name}Repository(work)")
            kinds.append(f'    "{ontology.name}.{one.name}": {module}.{one.name}Repository,')
        line = f"        {ontology.name}={ontology.name}_repositories.Repositories({', '.join(given)}),"
        lines.append(broken(line, 8))
    head = "REPOSITORIES: Mapping[str, type[Repository[Any, Any, Any, Any]]] = {"
    table = "\n".join([head, *kinds, "}"]) if kinds else f"{head}}}"
    return ContextsView(imports=import_block(needed, scope.package), table=table, lines=tuple(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutersView:
    """The modules of routes of all ontologies, in the order of the model, each with its import."""

    names: Mapping[str, str]

    def each(self, attribute: str) -> tuple[str, ...]:
        """Return the expressions of an attribute of each module."""
        return tuple(f"{module}.{attribute}" for module in self.names)


def routers_view(scope: Scope) -> RoutersView:
    """Describe the modules of routes of all ontologies."""
    names: dict[str, str] = {}
    for ontology in scope.model.ontologies:
        modules = [*(module_of(one) for one in ontology.objects), *(["actions"] if ontology.actions else [])]
        for module in modules:
            alias = f"{ontology.name}_{module}"
            names[alias] = f"from ..{ontology.name}.web import {module} as {alias}"
    return RoutersView(names=names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Included:
    """A module of views, and the path before all of its own."""

    module: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlsView:
    """The modules of views of all ontologies with their imports, and the prefixes of their paths."""

    names: Mapping[str, str]
    routes: tuple[Included, ...]
    prefixes: tuple[str, ...]


def urls_view(scope: Scope) -> UrlsView:
    """Describe how a path leads to a module of views."""
    routes = []
    for ontology in scope.model.ontologies:
        base = ontology.path.removeprefix("/")
        for one in ontology.objects:
            module = f"{ontology.name}_{module_of(one)}"
            routes.append(Included(module=module, path=f"{base}/{one.plural}"))
        if ontology.actions:
            routes.append(Included(module=f"{ontology.name}_actions", path=base))
    prefixes = (*(f"{one.path}/" for one in scope.model.ontologies), "/health/", "/openapi.json")
    return UrlsView(names=routers_view(scope).names, routes=tuple(routes), prefixes=prefixes)


def _repositories(name: str, dots: str) -> str:
    return f"from {dots}{name}.contract import repositories as {name}_repositories"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlerCheck:
    """A handler that mypy holds against its protocol: the lines of its test."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlersTest:
    """The handlers of all ontologies."""

    imports: str
    handlers: tuple[HandlerCheck, ...]


def handlers_test(scope: Scope) -> HandlersTest:
    """Describe the tests that find every handler."""
    package = scope.package
    needed = [f"from {package}.generated.handlers import find_handlers"]
    checks = []
    for ontology in scope.model.ontologies:
        for action in ontology.actions:
            contract, function = f"{ontology.name}_contract", function_of(action)
            module = f"{ontology.name}_{function}"
            needed.append(f"from {package}.generated.{ontology.name}.contract import actions as {contract}")
            needed.append(f"from {package}.actions.{ontology.name} import {function} as {module}")
            kind = f"{contract}.{pascal(action.name)}Handler"
            lines = (
                assigned("handler", kind, f"{module}.{function}"),
                grouped("    found", f"FOUND.{ontology.name}.{function}"),
            )
            checks.append(HandlerCheck(name=f"{ontology.name}_{action.snake}", lines=lines))
    return HandlersTest(imports=import_block(needed, package), handlers=tuple(checks))
