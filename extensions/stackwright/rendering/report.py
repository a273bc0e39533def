"""What was rendered from what, and what is left to write: `.stackwright/report.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology import digest
from stackwright.ontology.ir import EventOutput, ResultOutput
from stackwright.rendering.indented import indented
from stackwright.rendering.openapi import routes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.ir import Action, Model
    from stackwright.rendering.file import File
    from stackwright.rendering.scope import Scope


def report(scope: Scope, made: Mapping[str, File]) -> str:
    """List the files with their owners and sources, the routes, and the actions that answer 501."""
    content = {
        "model": _digest(scope, made),
        "stack": scope.stack.id,
        "files": [
            {"path": path, "owner": file.owner, "role": file.role, "source": file.source}
            for path, file in sorted(made.items())
        ],
        "routes": list(_routes(scope.model)) if "openapi.json" in made else [],
        "gaps": [
            {"ontology": action.namespace, "action": action.name, "file": f"{action.snake}.py"}
            for action in gaps(scope.model)
        ],
    }
    return indented(content) + "\n"


def _digest(scope: Scope, made: Mapping[str, File]) -> str:
    known = (file.text.strip() for file in made.values() if file.role == "stackwright.digest")
    return next(known, "") or digest(scope.model)


def gaps(model: Model) -> Iterator[Action]:
    """Yield the actions that the model alone cannot carry out: they answer 501 until somebody writes them."""
    for ontology in model.ontologies:
        for action in ontology.actions:
            if _open(action):
                yield action


def _open(action: Action) -> bool:
    if isinstance(action.output, ResultOutput):
        return True
    if isinstance(action.output, EventOutput):
        given = {field.name for field in action.input}
        return any(field.required and field.name not in given for field in action.output.event.fields)
    return False


def _routes(model: Model) -> Iterator[dict[str, str]]:
    for route in routes(model):
        yield {"method": route.method.upper(), "path": route.path, "operation": route.operation}
