"""The routes that belong to no object: actions, and how the service is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from stackwright.rendering.openapi import parameters, problems, shapes
from stackwright.rendering.openapi.operations import Route, body, operation, response
from stackwright.rendering.openapi.values import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Action, Ontology
    from stackwright.rendering.openapi.names import Names


def of_action(ontology: Ontology, action: Action, names: Names) -> Route:
    """Return the route of an action."""
    path, name = f"{ontology.path}/actions/{action.snake}", f"{ontology.name}_actions_{action.snake}"
    return Route(path, "post", name, lambda: _action(ontology, action, names))


def _action(ontology: Ontology, action: Action, names: Names) -> dict[str, str]:
    success = {"200": response("Its output.", shapes.output(action, names), "Idempotent-Replayed")}
    failures = (
        *problems.ALWAYS,
        *problems.BODY,
        *problems.DATA,
        problems.REFUSED,
        problems.REFERENCED,
        problems.IDEMPOTENCY,
        problems.UNWRITTEN,
    )
    sent = body(
        pointer(names.action(action, "input")), required=any(field.required for field in action.input)
    )
    asked = [parameters.shared("idempotency_key")]
    return operation(
        f"{ontology.name}.actions",
        action.title,
        success=success,
        failures=failures,
        asked=asked,
        body=sent,
        description=action.description,
    )


def of_health() -> Iterator[Route]:
    """Yield the routes that say how the service is."""
    success = {"200": response("It is.", pointer("Health"))}
    for name, summary, failures in (
        ("live", "Whether the service runs", (problems.NOT_ALLOWED, problems.INTERNAL)),
        ("ready", "Whether the service can answer", problems.ALWAYS),
    ):
        describe = partial(operation, "health", summary, success=success, failures=failures)
        yield Route(f"/health/{name}", "get", f"health_{name}", describe)
