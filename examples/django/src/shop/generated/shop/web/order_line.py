# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Views of the order line."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import path
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...web.problems import endpoint
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

READ = TypeAdapter(OrderLine)
LIST = TypeAdapter(list[OrderLine])
CREATE = TypeAdapter(OrderLineCreate)
PATCH = TypeAdapter(OrderLinePatch)


def key_of(request: HttpRequest, places: Mapping[str, str]) -> OrderLineKey:
    """Read the key in the path."""
    parts = read_path(KEY, places)
    key: OrderLineKey = OrderLineKey(order=parts["order"], number=parts["number"])
    return key


def only_key_of(request: HttpRequest, places: Mapping[str, str]) -> OrderLineKey:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(request, places)
    no_parameters(request)
    if_match(request)
    return key


def get_order_line(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.shop.order_lines
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_order_lines(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.shop.order_lines
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_order_lines(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.shop.order_lines
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_order_line(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.shop.order_lines
        made = objects.create(data)
        place = location("/api/shop/order_lines", made.order, made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_order_line(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.shop.order_lines
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_order_line(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.shop.order_lines
        objects.delete(key, version)
    return respond(Answer(204))


urlpatterns = [
    path(
        "",
        endpoint(GET=list_order_lines, POST=create_order_line),
        name="shop_order_lines",
    ),
    path("/query", endpoint(POST=query_order_lines), name="shop_order_lines_query"),
    path(
        "/<str:order>/<str:number>",
        endpoint(GET=get_order_line, PATCH=update_order_line, DELETE=delete_order_line),
        name="shop_order_lines_one",
    ),
]
