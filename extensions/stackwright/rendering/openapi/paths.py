"""The operations of a model, as path items in the order of the contract's page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from stackwright.rendering.openapi import parameters, problems
from stackwright.rendering.openapi.layout import line
from stackwright.rendering.openapi.names import key_parts
from stackwright.rendering.openapi.operations import Route, body, operation, response, response_header
from stackwright.rendering.openapi.values import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Object, Ontology, Transition
    from stackwright.rendering.openapi.layout import Line
    from stackwright.rendering.openapi.names import Names
    from stackwright.rendering.openapi.problems import Problem

_PATCH = ("application/json", "application/merge-patch+json")


@dataclass(frozen=True, slots=True)
class Collection:
    """The routes of one object."""

    ontology: Ontology
    object: Object
    names: Names

    def routes(self) -> Iterator[Route]:
        """Yield the object's routes: the collection's, the object's own, its transitions and history."""
        path = f"{self.ontology.path}/{self.object.plural}"
        one = path + "".join(f"/{{{name}}}" for name, _ in key_parts(self.object))
        name = f"{self.object.namespace}_{self.object.plural}"
        writes = self.object.writes
        yield Route(path, "get", f"{name}_list", self._list)
        if "create" in writes:
            yield Route(path, "post", f"{name}_create", self._create)
        yield Route(f"{path}/query", "post", f"{name}_query", self._query)
        yield Route(one, "get", f"{name}_get", self._get)
        if "update" in writes:
            yield Route(one, "patch", f"{name}_update", self._update)
        if "delete" in writes:
            yield Route(one, "delete", f"{name}_delete", self._delete)
        for move in self.object.transitions:
            yield Route(
                f"{one}/{move.name}",
                "post",
                f"{name}_transition_{move.name}",
                partial(self._transition, move),
            )
        if self.object.states:
            yield Route(f"{one}/history", "get", f"{name}_history", self._history)

    def _list(self) -> dict[str, str]:
        asked = parameters.of_list(self.object, self.names)
        success = {"200": response("A page.", self._derived("Page"))}
        failures = (problems.INVALID,)
        return self._operation(f"List {self._plural}", success, failures, asked=asked)

    def _query(self) -> dict[str, str]:
        sent = body(self._derived("Query"), required=False)
        success = {"200": response("A page.", self._derived("Page"))}
        return self._operation(f"Query {self._plural}", success, problems.BODY, body=sent)

    def _create(self) -> dict[str, str]:
        sent = body(self._derived("Create"))
        success = {
            "201": response("The new object.", self._itself, "Location", "ETag", "Idempotent-Replayed")
        }
        failures = (*problems.BODY, *problems.DATA, problems.IDEMPOTENCY)
        asked = [parameters.shared("idempotency_key")]
        return self._operation(f"Create {self._title}", success, failures, asked=asked, body=sent)

    def _get(self) -> dict[str, str]:
        tag = {name: response_header(name) for name in ("X-Request-Id", "ETag")}
        success = {
            "200": response("The object.", self._itself, "ETag"),
            "304": line({"description": "The caller has this version already.", "headers": tag}),
        }
        asked = [*self._key, parameters.shared("if_none_match")]
        return self._operation(
            f"Get {self._title}", success, (problems.NOT_FOUND, problems.INVALID), asked=asked
        )

    def _update(self) -> dict[str, str]:
        sent = body(self._derived("Patch"), media_types=_PATCH)
        success = {"200": response("The object as it is now.", self._itself, "ETag")}
        failures = (*problems.BODY, *problems.DATA, problems.NOT_FOUND, *self._versions)
        return self._operation(
            f"Change {self._title}",
            success,
            failures,
            asked=[*self._key, self._if_match],
            body=sent,
        )

    def _delete(self) -> dict[str, str]:
        success = {
            "204": line(
                {"description": "It is gone.", "headers": {"X-Request-Id": response_header("X-Request-Id")}}
            )
        }
        failures = (problems.NOT_FOUND, problems.INVALID, problems.REFERENCED, *self._versions)
        return self._operation(f"Delete {self._title}", success, failures, asked=[*self._key, self._if_match])

    def _transition(self, move: Transition) -> dict[str, str]:
        success = {"200": response("The object as it is now.", self._itself, "ETag", "Idempotent-Replayed")}
        failures = (
            *problems.BODY,
            *problems.DATA,
            problems.NOT_FOUND,
            problems.REFUSED,
            problems.IDEMPOTENCY,
            *self._versions,
        )
        asked = [*self._key, self._if_match, parameters.shared("idempotency_key")]
        sent = pointer(f"{self.names.transition(self.object, move)}.input")
        return self._operation(
            f"{move.title}: {self.object.title}",
            success,
            failures,
            asked=asked,
            body=body(sent, required=any(field.required for field in move.fields)),
            description=move.description,
        )

    def _history(self) -> dict[str, str]:
        success = {"200": response("A page of moves, oldest first.", pointer("HistoryPage"))}
        asked = [*self._key, parameters.shared("limit"), parameters.shared("cursor")]
        failures = (problems.NOT_FOUND, problems.INVALID)
        return self._operation(f"History of {self._title}", success, failures, asked=asked)

    def _operation(
        self,
        summary: str,
        success: dict[str, Line],
        failures: tuple[Problem, ...],
        *,
        asked: list[Line] | None = None,
        body: str | None = None,
        description: str | None = None,
    ) -> dict[str, str]:
        tag = f"{self.object.namespace}.{self.object.name}"
        return operation(
            tag,
            summary,
            success=success,
            failures=(*problems.ALWAYS, *failures),
            asked=asked,
            body=body,
            description=description,
        )

    def _derived(self, suffix: str) -> Line:
        return pointer(self.names.derived(self.object, suffix))

    @property
    def _itself(self) -> Line:
        return pointer(self.names.declared(self.object))

    @property
    def _key(self) -> list[Line]:
        return self.names.once(parameters.of_key, self.object)

    @property
    def _if_match(self) -> Line:
        return parameters.shared("if_match_required" if self.object.require_if_match else "if_match")

    @property
    def _versions(self) -> tuple[Problem, ...]:
        required = (problems.IF_MATCH,) if self.object.require_if_match else ()
        return (problems.STALE, *required)

    @property
    def _title(self) -> str:
        return self.object.title

    @property
    def _plural(self) -> str:
        return self.object.plural.replace("_", " ")
