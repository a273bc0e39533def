# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the invoice."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import path
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...contract.transitions import HistoryEntry
from ...web.problems import endpoint
from ...web.requests import (
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
from ..contract.invoice import (
    KEY,
    QUERYABLE,
    Invoice,
    InvoiceCreate,
    InvoiceDispute,
    InvoicePatch,
    InvoiceResend,
    InvoiceSend,
    InvoiceSettle,
    InvoiceWriteOff,
)

READ = TypeAdapter(Invoice)
LIST = TypeAdapter(list[Invoice])
CREATE = TypeAdapter(InvoiceCreate)
PATCH = TypeAdapter(InvoicePatch)
SEND_FIELDS = TypeAdapter(InvoiceSend)
DISPUTE_FIELDS = TypeAdapter(InvoiceDispute)
RESEND_FIELDS = TypeAdapter(InvoiceResend)
SETTLE_FIELDS = TypeAdapter(InvoiceSettle)
WRITE_OFF_FIELDS = TypeAdapter(InvoiceWriteOff)
HISTORY = TypeAdapter(list[HistoryEntry])


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


def get_invoice(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.billing.invoices
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_invoices(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.invoices
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_invoices(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.invoices
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_invoice(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        made = objects.create(data)
        place = location("/api/billing/invoices", made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_invoice(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_invoice(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        objects.delete(key, version)
    return respond(Answer(204))


def send_invoice(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from draft to sent."""
    key = only_key_of(request, places)
    fields = body(request, SEND_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        objects.send(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def dispute_invoice(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from sent to disputed."""
    key = only_key_of(request, places)
    fields = body(request, DISPUTE_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        objects.dispute(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def resend_invoice(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from disputed to sent."""
    key = only_key_of(request, places)
    fields = body(request, RESEND_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        objects.resend(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def settle_invoice(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from sent or disputed to paid."""
    key = only_key_of(request, places)
    fields = body(request, SETTLE_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        objects.settle(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def write_off_invoice(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from sent or disputed to written_off."""
    key = only_key_of(request, places)
    fields = body(request, WRITE_OFF_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.invoices
        objects.write_off(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def history_of_invoice(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return the transitions that it has made, oldest first."""
    key = key_of(request, places)
    query = page_query(request)
    with reading(request) as unit:
        objects = unit.context.billing.invoices
        steps = objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))


urlpatterns = [
    path("", endpoint(GET=list_invoices, POST=create_invoice), name="billing_invoices"),
    path("/query", endpoint(POST=query_invoices), name="billing_invoices_query"),
    path(
        "/<str:number>",
        endpoint(GET=get_invoice, PATCH=update_invoice, DELETE=delete_invoice),
        name="billing_invoices_one",
    ),
    path(
        "/<str:number>/send",
        endpoint(POST=send_invoice),
        name="billing_invoices_transition_send",
    ),
    path(
        "/<str:number>/dispute",
        endpoint(POST=dispute_invoice),
        name="billing_invoices_transition_dispute",
    ),
    path(
        "/<str:number>/resend",
        endpoint(POST=resend_invoice),
        name="billing_invoices_transition_resend",
    ),
    path(
        "/<str:number>/settle",
        endpoint(POST=settle_invoice),
        name="billing_invoices_transition_settle",
    ),
    path(
        "/<str:number>/write_off",
        endpoint(POST=write_off_invoice),
        name="billing_invoices_transition_write_off",
    ),
    path(
        "/<str:number>/history",
        endpoint(GET=history_of_invoice),
        name="billing_invoices_history",
    ),
]
