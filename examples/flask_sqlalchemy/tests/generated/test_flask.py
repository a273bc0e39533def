# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""The routes that Flask knows are those of the document."""

import json
import re
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

DOCUMENT = Path(__file__).parents[2] / "openapi.json"


def test_the_document_is_served_as_it_is(client: FlaskClient) -> None:
    assert client.get("/openapi.json").data == DOCUMENT.read_bytes()


def test_routes_and_document_agree(app: Flask) -> None:
    native = {
        (re.sub(r"<(\w+)>", r"{\1}", rule.rule), method)
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
    }
    document = json.loads(DOCUMENT.read_text("utf-8"))["paths"]

    for path, operations in document.items():
        for method in operations:
            if method != "parameters":
                assert (path, method.upper()) in native
