# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the tariff."""

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
from ..contract.tariff import KEY, QUERYABLE, Tariff, TariffCreate, TariffPatch
from ..contract.types import TariffKey

READ = TypeAdapter(Tariff)
LIST = TypeAdapter(list[Tariff])
CREATE = TypeAdapter(TariffCreate)
PATCH = TypeAdapter(TariffPatch)


def key_of(request: HttpRequest, places: Mapping[str, str]) -> TariffKey:
    """Read the key in the path."""
    parts = read_path(KEY, places)
    key: TariffKey = TariffKey(
        treatment=parts["treatment"], valid_from=parts["valid_from"]
    )
    return key


def only_key_of(request: HttpRequest, places: Mapping[str, str]) -> TariffKey:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(request, places)
    no_parameters(request)
    if_match(request)
    return key


def get_tariff(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.billing.tariffs
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_tariffs(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.tariffs
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_tariffs(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.tariffs
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_tariff(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.billing.tariffs
        made = objects.create(data)
        place = location("/api/billing/tariffs", made.treatment, made.valid_from)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_tariff(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.tariffs
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_tariff(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.tariffs
        objects.delete(key, version)
    return respond(Answer(204))


urlpatterns = [
    path("", endpoint(GET=list_tariffs, POST=create_tariff), name="billing_tariffs"),
    path("/query", endpoint(POST=query_tariffs), name="billing_tariffs_query"),
    path(
        "/<str:treatment>/<str:valid_from>",
        endpoint(GET=get_tariff, PATCH=update_tariff, DELETE=delete_tariff),
        name="billing_tariffs_one",
    ),
]
