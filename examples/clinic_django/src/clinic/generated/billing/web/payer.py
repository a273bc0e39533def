# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the payer."""

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
from ..contract.payer import KEY, QUERYABLE, Payer, PayerCreate, PayerPatch

READ = TypeAdapter(Payer)
LIST = TypeAdapter(list[Payer])
CREATE = TypeAdapter(PayerCreate)
PATCH = TypeAdapter(PayerPatch)


def key_of(request: HttpRequest, places: Mapping[str, str]) -> int:
    """Read the key in the path."""
    parts = read_path(KEY, places)
    key: int = parts["number"]
    return key


def only_key_of(request: HttpRequest, places: Mapping[str, str]) -> int:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(request, places)
    no_parameters(request)
    if_match(request)
    return key


def get_payer(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.billing.payers
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_payers(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.payers
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_payers(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.payers
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_payer(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.billing.payers
        made = objects.create(data)
        place = location("/api/billing/payers", made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_payer(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.payers
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_payer(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.payers
        objects.delete(key, version)
    return respond(Answer(204))


urlpatterns = [
    path("", endpoint(GET=list_payers, POST=create_payer), name="billing_payers"),
    path("/query", endpoint(POST=query_payers), name="billing_payers_query"),
    path(
        "/<str:number>",
        endpoint(GET=get_payer, PATCH=update_payer, DELETE=delete_payer),
        name="billing_payers_one",
    ),
]
