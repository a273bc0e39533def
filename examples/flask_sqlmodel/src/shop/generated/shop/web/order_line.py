# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Routes of the order line."""

from collections.abc import Mapping

from flask import Blueprint, Response
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...web.requests import (
    body,
    if_match,
    if_none_match,
    listed,
    no_parameters,
    queried,
    reading,
    writing,
)
from ...web.responses import respond
from ..contract.order_line import (
    KEY,
    QUERYABLE,
    OrderLine,
    OrderLineCreate,
    OrderLinePatch,
)
from ..contract.types import OrderLineKey

blueprint = Blueprint("shop-order_line", __name__, url_prefix="/api/shop")
READ = TypeAdapter(OrderLine)
LIST = TypeAdapter(list[OrderLine])


def key_of(path: Mapping[str, str]) -> OrderLineKey:
    """Read the key in the path."""
    parts = read_path(KEY, path)
    key: OrderLineKey = OrderLineKey(order=parts["order"], number=parts["number"])
    return key


def only_key_of(path: Mapping[str, str]) -> OrderLineKey:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(path)
    no_parameters()
    if_match()
    return key


@blueprint.get("/order_lines/<order>/<number>")
def get_order_line(**path: str) -> Response:
    """Return one."""
    key = only_key_of(path)
    known = if_none_match()
    with reading() as unit:
        objects = unit.context.shop.order_lines
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@blueprint.get("/order_lines")
def list_order_lines() -> Response:
    """Return one page of those that the parameters ask for."""
    query = listed(QUERYABLE)
    with reading() as unit:
        objects = unit.context.shop.order_lines
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@blueprint.post("/order_lines/query")
def query_order_lines() -> Response:
    """Return one page of those that the body asks for."""
    query = queried(QUERYABLE)
    with reading() as unit:
        objects = unit.context.shop.order_lines
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@blueprint.post("/order_lines")
def create_order_line() -> Response:
    """Add one."""
    data = body(OrderLineCreate)
    with writing() as exchange:
        objects = exchange.context.shop.order_lines
        made = objects.create(data)
        place = location("/api/shop/order_lines", made.order, made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


@blueprint.patch("/order_lines/<order>/<number>")
def update_order_line(**path: str) -> Response:
    """Change what the body names."""
    key = only_key_of(path)
    changes = body(OrderLinePatch, PATCH_TYPES)
    version = if_match()
    with writing() as exchange:
        objects = exchange.context.shop.order_lines
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@blueprint.delete("/order_lines/<order>/<number>")
def delete_order_line(**path: str) -> Response:
    """Remove one."""
    key = only_key_of(path)
    version = if_match()
    with writing() as exchange:
        objects = exchange.context.shop.order_lines
        objects.delete(key, version)
    return respond(Answer(204))
