# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Every error as a problem document."""

from flask import Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from ..contract.answers import problem
from ..contract.errors import (
    DomainError,
    InternalError,
    MethodNotAllowedError,
    NotFoundError,
)
from ..persistence.units import ReplayError
from .responses import respond


def install(app: Flask) -> None:
    """Answer domain errors, unknown paths, wrong methods and faults with problems."""
    app.register_error_handler(DomainError, _problem)
    app.register_error_handler(ReplayError, _replay)
    app.register_error_handler(404, _no_such_path)
    app.register_error_handler(405, _no_such_method)
    app.register_error_handler(500, _fault)


def _problem(error: DomainError) -> Response:
    return respond(problem(error))


def _replay(error: ReplayError) -> Response:
    response = respond(error.answer)
    response.headers["Idempotent-Replayed"] = "true"
    return response


def _no_such_path(error: HTTPException) -> Response:
    return respond(problem(NotFoundError("No such path.")))


def _no_such_method(error: MethodNotAllowed) -> Response:
    methods = _methods(error)
    wrong = MethodNotAllowedError("This path does not know this method.", methods)
    return respond(problem(wrong))


def _methods(error: MethodNotAllowed) -> set[str]:
    """Return the methods of the path; Werkzeug counts in those of paths with a key."""
    # A path that is written out, such as that of queries, is no place for a key.
    exact = {
        method
        for rule in current_app.url_map.iter_rules()
        if rule.rule == request.path and not rule.arguments
        for method in rule.methods or ()
    }
    return exact or set(error.valid_methods or ())


def _fault(error: HTTPException) -> Response:
    return respond(problem(InternalError("Something went wrong.")))
