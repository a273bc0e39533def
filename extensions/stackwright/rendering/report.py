"""What was rendered from what, and what is left to write: `.stackwright/report.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stackwright.ontology import digest
from stackwright.ontology.ir import EventOutput, ResultOutput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.ir import Action, Model
    from stackwright.rendering.file import File
    from stackwright.rendering.scope import Scope

_METHODS = ("get", "post", "put", "patch", "delete")


def report(scope: Scope, made: Mapping[str, File]) -> str:
    """List the files with their owners and sources, the routes, and the actions that answer 501."""
    document = json.loads(made["openapi.json"].text) if "openapi.json" in made else {}
    content = {
        "model": _digest(scope, made),
        "stack": scope.stack.id,
        "files": [
            {"path": path, "owner": made[path].owner, "role": made[path].role, "source": made[path].source}
            for path in sorted(made)
        ],
        "routes": list(_routes(document)),
        "gaps": [
            {"ontology": action.namespace, "action": action.name, "file": f"{action.snake}.py"}
            for action in gaps(scope.model)
        ],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


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


def _routes(document: dict[str, dict[str, dict[str, dict[str, str]]]]) -> Iterator[dict[str, str]]:
    for path, operations in document.get("paths", {}).items():
        for method in _METHODS:
            if method in operations:
                yield {
                    "method": method.upper(),
                    "path": path,
                    "operation": operations[method].get("operationId", ""),
                }
