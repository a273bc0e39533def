# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Routes of the order."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, Response
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...contract.transitions import HistoryEntry
from ...web.requests import (
    Nothing,
    body,
    if_match,
    if_none_match,
    listed,
    no_parameters,
    page_query,
    queried,
    reading,
    writing,
)
from ...web.responses import respond
from ..contract.order import (
    KEY,
    QUERYABLE,
    Order,
    OrderApprove,
    OrderCreate,
    OrderPatch,
    OrderShip,
)

blueprint = Blueprint("shop-order", __name__, url_prefix="/api/shop")
READ = TypeAdapter(Order)
LIST = TypeAdapter(list[Order])
HISTORY = TypeAdapter(list[HistoryEntry])


def key_of(path: Mapping[str, str]) -> UUID:
    """Read the key in the path."""
    parts = read_path(KEY, path)
    key: UUID = parts["id"]
    return key


def only_key_of(path: Mapping[str, str]) -> UUID:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(path)
    no_parameters()
    if_match()
    return key


@blueprint.get("/orders/<id>")
def get_order(**path: str) -> Response:
    """Return one."""
    key = only_key_of(path)
    known = if_none_match()
    with reading() as unit:
        objects = unit.context.shop.orders
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@blueprint.get("/orders")
def list_orders() -> Response:
    """Return one page of those that the parameters ask for."""
    query = listed(QUERYABLE)
    with reading() as unit:
        objects = unit.context.shop.orders
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@blueprint.post("/orders/query")
def query_orders() -> Response:
    """Return one page of those that the body asks for."""
    query = queried(QUERYABLE)
    with reading() as unit:
        objects = unit.context.shop.orders
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@blueprint.post("/orders")
def create_order() -> Response:
    """Add one."""
    data = body(OrderCreate)
    with writing() as exchange:
        objects = exchange.context.shop.orders
        made = objects.create(data)
        place = location("/api/shop/orders", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


@blueprint.patch("/orders/<id>")
def update_order(**path: str) -> Response:
    """Change what the body names."""
    key = only_key_of(path)
    changes = body(OrderPatch, PATCH_TYPES)
    version = if_match()
    with writing() as exchange:
        objects = exchange.context.shop.orders
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@blueprint.delete("/orders/<id>")
def delete_order(**path: str) -> Response:
    """Remove one."""
    key = only_key_of(path)
    version = if_match()
    with writing() as exchange:
        objects = exchange.context.shop.orders
        objects.delete(key, version)
    return respond(Answer(204))


@blueprint.post("/orders/<id>/approve")
def approve_order(**path: str) -> Response:
    """Move it from created to approved."""
    key = only_key_of(path)
    fields = body(OrderApprove, empty=True)
    version = if_match()
    with writing() as exchange:
        objects = exchange.context.shop.orders
        objects.approve(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


@blueprint.post("/orders/<id>/ship")
def ship_order(**path: str) -> Response:
    """Move it from approved to shipped."""
    key = only_key_of(path)
    fields = body(OrderShip, empty=True)
    version = if_match()
    with writing() as exchange:
        objects = exchange.context.shop.orders
        objects.ship(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


@blueprint.post("/orders/<id>/cancel")
def cancel_order(**path: str) -> Response:
    """Move it from created or approved to cancelled."""
    key = only_key_of(path)
    body(Nothing, empty=True)
    version = if_match()
    with writing() as exchange:
        objects = exchange.context.shop.orders
        objects.cancel(key, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


@blueprint.get("/orders/<id>/history")
def history_of_order(**path: str) -> Response:
    """Return the transitions that it has made, oldest first."""
    key = key_of(path)
    query = page_query()
    with reading() as unit:
        objects = unit.context.shop.orders
        steps = objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))
