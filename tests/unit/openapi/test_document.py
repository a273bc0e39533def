"""The document as a whole, of models that people wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openapi_spec_validator import validate
from stackwright.ontology import load, load_directory
from stackwright.rendering.openapi import openapi

from tests.unit.openapi.reading import document, document_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = Path(__file__).parents[3]
_MODELS = [
    _ROOT / "examples" / "shop",
    _ROOT / "examples" / "empty",
    _ROOT / "tests" / "conformance" / "model",
]
_ODD = 'He said "no"; {{ braces }} {% tags %} \\ </script> é 😀 # not a comment'


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


@pytest.fixture(scope="module", params=_MODELS, ids=lambda path: path.name)
def whole(request: pytest.FixtureRequest) -> dict[str, Any]:
    return document_of(load_directory(request.param))


def test_a_document_is_valid(whole: dict[str, Any]) -> None:
    validate(whole)


def test_operations_have_names_of_their_own(whole: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations(whole)]

    assert len(names) == len(set(names))


def test_every_error_has_one_media_type(whole: dict[str, Any]) -> None:
    shared = whole["components"]["responses"]
    for path, method, operation in operations(whole):
        for status, answer in operation["responses"].items():
            resolved = shared[answer["$ref"].rpartition("/")[2]] if "$ref" in answer else answer
            assert "X-Request-Id" in resolved["headers"], (path, method, status)
            if status >= "400":
                assert list(resolved["content"]) == ["application/problem+json"], (path, method, status)


def test_a_path_names_its_parameters(whole: dict[str, Any]) -> None:
    for path, method, operation in operations(whole):
        named = [one["name"] for one in operation.get("parameters", ()) if one.get("in") == "path"]
        assert named == [part[1:-1] for part in path.split("/") if part.startswith("{")], (path, method)


def test_a_schema_that_nothing_uses_is_not_there(whole: dict[str, Any]) -> None:
    text = json.dumps(whole)
    events = {name for name in whole["components"]["schemas"] if f'schemas/{name}"' not in text}

    # Events travel outside of HTTP; nothing else may be left over.
    assert not {name for name in events if name.endswith(("Create", "Patch", "Input", "Filter", "Value"))}


def test_the_routes_of_an_object_are_those_of_the_contract() -> None:
    shop = document_of(load_directory(_MODELS[0]))
    found = {(method, path): operation["operationId"] for path, method, operation in operations(shop)}

    assert found["get", "/api/shop/orders"] == "shop_orders_list"
    assert found["post", "/api/shop/orders/query"] == "shop_orders_query"
    assert found["post", "/api/shop/orders"] == "shop_orders_create"
    assert found["get", "/api/shop/orders/{id}"] == "shop_orders_get"
    assert found["patch", "/api/shop/orders/{id}"] == "shop_orders_update"
    assert found["delete", "/api/shop/orders/{id}"] == "shop_orders_delete"
    assert found["post", "/api/shop/orders/{id}/approve"] == "shop_orders_transition_approve"
    assert found["get", "/api/shop/orders/{id}/history"] == "shop_orders_history"
    assert found["post", "/api/shop/actions/approve_order"] == "shop_actions_approve_order"
    assert found["get", "/api/shop/order_lines/{order}/{number}"] == "shop_order_lines_get"
    assert found["get", "/health/live"] == "health_live"


def test_a_key_within_a_key_has_its_parts_in_the_path() -> None:
    conformance = document_of(load_directory(_MODELS[2]))

    assert "/api/store/line_notes/{line_order}/{line_number}/{position}" in conformance["paths"]


def test_the_same_model_gives_the_same_bytes() -> None:
    texts = {openapi(load_directory(_MODELS[2]), "Title", "Description") for _ in range(3)}

    assert len(texts) == 1
    assert texts.pop().endswith("}\n")


def test_odd_texts_come_out_as_text() -> None:
    quoted = json.dumps(_ODD, ensure_ascii=False)
    model = load(
        {
            "ontology/shop.yml": f"ontology: shop\nobjects: {{T: {{description: {quoted}, title: {quoted}, "
            f"fields: {{id: {{type: uuid, key: true, description: {quoted}}}}}}}}}\n"
        }
    )

    made = json.loads(openapi(model, _ODD, _ODD))

    validate(made)
    assert made["info"]["title"] == made["info"]["description"] == _ODD
    assert made["components"]["schemas"]["shop.T"]["description"] == _ODD
    assert made["components"]["schemas"]["shop.T"]["properties"]["id"]["description"] == _ODD


def test_a_derived_name_steps_aside_for_a_declared_one() -> None:
    made = document(
        "enums: {OrderQuery: [a]}\n"
        "objects: {Order: {fields: {id: 'uuid, key', made: OrderQuery}}}\n"
        "events: {Order: {fields: {a: int}}}\n"
    )

    validate(made)
    schemas = made["components"]["schemas"]
    assert schemas["shop.OrderQuery"]["enum"] == ["a"]
    assert {"shop.Order", "shop.OrderQuery_", "shop.OrderEvent"} <= set(schemas)


def test_an_object_that_is_only_read_has_no_shapes_to_write() -> None:
    made = document("objects: {T: {writes: [], fields: {id: 'uuid, key'}}}\n")

    assert [(method, path) for path, method, _ in operations(made) if path.startswith("/api")] == [
        ("get", "/api/shop/ts"),
        ("post", "/api/shop/ts/query"),
        ("get", "/api/shop/ts/{id}"),
    ]
    assert not {"shop.TCreate", "shop.TPatch"} & set(made["components"]["schemas"])
