"""A document, and validators of its schemas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from stackwright.ontology import load
from stackwright.rendering.openapi import openapi

if TYPE_CHECKING:
    from stackwright.ontology.ir import Model


def document_of(model: Model) -> dict[str, Any]:
    """Return a model's document."""
    document: dict[str, Any] = json.loads(openapi(model, "Title", "Description"))
    return document


def document(text: str, name: str = "shop") -> dict[str, Any]:
    """Return the document of one file of a model."""
    return document_of(load({f"ontology/{name}.yml": f"ontology: {name}\n{text}"}))


def validator(document: dict[str, Any], name: str) -> Draft202012Validator:
    """Return a validator of one of the document's schemas."""
    return Draft202012Validator(
        {"$ref": f"#/components/schemas/{name}", "components": document["components"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
