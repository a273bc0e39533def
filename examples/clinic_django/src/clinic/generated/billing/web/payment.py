# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the payment."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from pydantic import TypeAdapter

from ...contract.answers import created, location, page, shown
from ...contract.bodies import read_path
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
from ..contract.payment import KEY, QUERYABLE, Payment, PaymentCreate

READ = TypeAdapter(Payment)
LIST = TypeAdapter(list[Payment])
CREATE = TypeAdapter(PaymentCreate)


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


def get_payment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.billing.payments
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_payments(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.payments
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_payments(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.payments
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_payment(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.billing.payments
        made = objects.create(data)
        place = location("/api/billing/payments", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


urlpatterns = [
    path("", endpoint(GET=list_payments, POST=create_payment), name="billing_payments"),
    path("/query", endpoint(POST=query_payments), name="billing_payments_query"),
    path("/<str:id>", endpoint(GET=get_payment), name="billing_payments_one"),
]
