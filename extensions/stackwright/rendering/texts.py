"""Files that are made whole rather than from a body: documents about the project as it was rendered."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeAlias

from stackwright.ontology import digest, schema
from stackwright.rendering.indented import indented
from stackwright.rendering.manifest import manifest
from stackwright.rendering.model_page import model_page
from stackwright.rendering.openapi import openapi
from stackwright.rendering.report import report
from stackwright.rendering.sampling import contract, seed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stackwright.rendering.file import File
    from stackwright.rendering.scope import Scope

    Text: TypeAlias = Callable[[Scope, Mapping[str, File]], str]


def _openapi(scope: Scope, made: Mapping[str, File]) -> str:
    del made
    answers = scope.project.answers
    return openapi(scope.model, answers.project_name, answers.description)


def _schema(scope: Scope, made: Mapping[str, File]) -> str:
    del scope, made
    return _schema_text()


@functools.cache
def _schema_text() -> str:
    return indented(schema.json_schema()) + "\n"


def _digest(scope: Scope, made: Mapping[str, File]) -> str:
    del made
    return digest(scope.model) + "\n"


TEXTS: Mapping[str, Text] = {
    "openapi": _openapi,
    "model_page": model_page,
    "samples": contract,
    "seed": seed,
    "schema": _schema,
    "digest": _digest,
    "report": report,
    "manifest": manifest,
}
