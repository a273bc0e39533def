# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the prescription."""

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
from ..contract.prescription import (
    KEY,
    QUERYABLE,
    Prescription,
    PrescriptionCreate,
    PrescriptionDispense,
    PrescriptionPatch,
    PrescriptionWithdraw,
)

READ = TypeAdapter(Prescription)
LIST = TypeAdapter(list[Prescription])
CREATE = TypeAdapter(PrescriptionCreate)
PATCH = TypeAdapter(PrescriptionPatch)
ISSUE_FIELDS = TypeAdapter(Nothing)
DISPENSE_FIELDS = TypeAdapter(PrescriptionDispense)
WITHDRAW_FIELDS = TypeAdapter(PrescriptionWithdraw)
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


def get_prescription(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.clinic.prescriptions
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_prescriptions(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.prescriptions
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_prescriptions(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.prescriptions
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_prescription(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        made = objects.create(data)
        place = location("/api/clinic/prescriptions", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_prescription(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_prescription(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        objects.delete(key, version)
    return respond(Answer(204))


def issue_prescription(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from draft to issued."""
    key = only_key_of(request, places)
    body(request, ISSUE_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        objects.issue(key, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def dispense_prescription(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from issued to dispensed."""
    key = only_key_of(request, places)
    fields = body(request, DISPENSE_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        objects.dispense(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def withdraw_prescription(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from draft or issued to withdrawn."""
    key = only_key_of(request, places)
    fields = body(request, WITHDRAW_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        objects.withdraw(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def history_of_prescription(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return the transitions that it has made, oldest first."""
    key = key_of(request, places)
    query = page_query(request)
    with reading(request) as unit:
        objects = unit.context.clinic.prescriptions
        steps = objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))


urlpatterns = [
    path(
        "",
        endpoint(GET=list_prescriptions, POST=create_prescription),
        name="clinic_prescriptions",
    ),
    path(
        "/query", endpoint(POST=query_prescriptions), name="clinic_prescriptions_query"
    ),
    path(
        "/<str:id>",
        endpoint(
            GET=get_prescription, PATCH=update_prescription, DELETE=delete_prescription
        ),
        name="clinic_prescriptions_one",
    ),
    path(
        "/<str:id>/issue",
        endpoint(POST=issue_prescription),
        name="clinic_prescriptions_transition_issue",
    ),
    path(
        "/<str:id>/dispense",
        endpoint(POST=dispense_prescription),
        name="clinic_prescriptions_transition_dispense",
    ),
    path(
        "/<str:id>/withdraw",
        endpoint(POST=withdraw_prescription),
        name="clinic_prescriptions_transition_withdraw",
    ),
    path(
        "/<str:id>/history",
        endpoint(GET=history_of_prescription),
        name="clinic_prescriptions_history",
    ),
]
