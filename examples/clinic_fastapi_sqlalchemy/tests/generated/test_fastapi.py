# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""The routes that FastAPI knows are those of the document."""

import json
from pathlib import Path

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.testclient import TestClient

DOCUMENT = Path(__file__).parents[2] / "openapi.json"


def test_the_document_is_served_as_it_is(client: TestClient) -> None:
    assert client.get("/openapi.json").content == DOCUMENT.read_bytes()


def test_routes_and_document_agree(app: FastAPI) -> None:
    native = get_openapi(title="", version="", routes=app.routes)["paths"]
    document = json.loads(DOCUMENT.read_text("utf-8"))["paths"]

    for path, operations in document.items():
        for method, operation in operations.items():
            if method != "parameters":
                assert native[path][method]["operationId"] == operation["operationId"]
