# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Views of the order."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...contract.transitions import HistoryEntry
from ...web.problems import endpoint
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

READ = TypeAdapter(Order)
LIST = TypeAdapter(list[Order])
CREATE = TypeAdapter(OrderCreate)
PATCH = TypeAdapter(OrderPatch)
APPROVE_FIELDS = TypeAdapter(OrderApprove)
SHIP_FIELDS = TypeAdapter(OrderShip)
CANCEL_FIELDS = TypeAdapter(Nothing)
HISTORY = TypeAdapter(list[HistoryEntry])


def key_of(request: HttpRequest, places: Mapping[str, str]) -> UUID:
    """Read the key in the path."""
    parts = read_path(KEY, places)
    key: UUID = parts["id"]
    return key


def only_key_of(request: HttpRequest, places: Mapping[str, str]) -> UUID:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(request, places)
    no_parameters(request)
    if_match(request)
    return key


def get_order(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.shop.orders
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_orders(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.shop.orders
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_orders(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.shop.orders
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_order(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.shop.orders
        made = objects.create(data)
        place = location("/api/shop/orders", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_order(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.shop.orders
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_order(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.shop.orders
        objects.delete(key, version)
    return respond(Answer(204))


def approve_order(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from created to approved."""
    key = only_key_of(request, places)
    fields = body(request, APPROVE_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.shop.orders
        objects.approve(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def ship_order(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from approved to shipped."""
    key = only_key_of(request, places)
    fields = body(request, SHIP_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.shop.orders
        objects.ship(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def cancel_order(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from created or approved to cancelled."""
    key = only_key_of(request, places)
    body(request, CANCEL_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.shop.orders
        objects.cancel(key, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def history_of_order(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return the transitions that it has made, oldest first."""
    key = key_of(request, places)
    query = page_query(request)
    with reading(request) as unit:
        objects = unit.context.shop.orders
        steps = objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))


urlpatterns = [
    path("", endpoint(GET=list_orders, POST=create_order), name="shop_orders"),
    path("/query", endpoint(POST=query_orders), name="shop_orders_query"),
    path(
        "/<str:id>",
        endpoint(GET=get_order, PATCH=update_order, DELETE=delete_order),
        name="shop_orders_one",
    ),
    path(
        "/<str:id>/approve",
        endpoint(POST=approve_order),
        name="shop_orders_transition_approve",
    ),
    path(
        "/<str:id>/ship", endpoint(POST=ship_order), name="shop_orders_transition_ship"
    ),
    path(
        "/<str:id>/cancel",
        endpoint(POST=cancel_order),
        name="shop_orders_transition_cancel",
    ),
    path(
        "/<str:id>/history", endpoint(GET=history_of_order), name="shop_orders_history"
    ),
]
