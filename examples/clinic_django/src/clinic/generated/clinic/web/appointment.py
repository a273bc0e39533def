# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the appointment."""

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
from ..contract.appointment import (
    KEY,
    QUERYABLE,
    Appointment,
    AppointmentArrive,
    AppointmentCancel,
    AppointmentConfirm,
    AppointmentCreate,
    AppointmentPatch,
)

READ = TypeAdapter(Appointment)
LIST = TypeAdapter(list[Appointment])
CREATE = TypeAdapter(AppointmentCreate)
PATCH = TypeAdapter(AppointmentPatch)
CONFIRM_FIELDS = TypeAdapter(AppointmentConfirm)
ARRIVE_FIELDS = TypeAdapter(AppointmentArrive)
FINISH_FIELDS = TypeAdapter(Nothing)
CANCEL_FIELDS = TypeAdapter(AppointmentCancel)
MISS_FIELDS = TypeAdapter(Nothing)
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


def get_appointment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.clinic.appointments
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_appointments(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.appointments
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_appointments(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.appointments
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_appointment(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        made = objects.create(data)
        place = location("/api/clinic/appointments", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_appointment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_appointment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        objects.delete(key, version)
    return respond(Answer(204))


def confirm_appointment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from requested to confirmed."""
    key = only_key_of(request, places)
    fields = body(request, CONFIRM_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        objects.confirm(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def arrive_appointment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from confirmed to waiting."""
    key = only_key_of(request, places)
    fields = body(request, ARRIVE_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        objects.arrive(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def finish_appointment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from waiting to done."""
    key = only_key_of(request, places)
    body(request, FINISH_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        objects.finish(key, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def cancel_appointment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from requested or confirmed to cancelled."""
    key = only_key_of(request, places)
    fields = body(request, CANCEL_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        objects.cancel(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def miss_appointment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from confirmed to missed."""
    key = only_key_of(request, places)
    body(request, MISS_FIELDS, empty=True)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        objects.miss(key, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def history_of_appointment(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return the transitions that it has made, oldest first."""
    key = key_of(request, places)
    query = page_query(request)
    with reading(request) as unit:
        objects = unit.context.clinic.appointments
        steps = objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))


urlpatterns = [
    path(
        "",
        endpoint(GET=list_appointments, POST=create_appointment),
        name="clinic_appointments",
    ),
    path("/query", endpoint(POST=query_appointments), name="clinic_appointments_query"),
    path(
        "/<str:id>",
        endpoint(
            GET=get_appointment, PATCH=update_appointment, DELETE=delete_appointment
        ),
        name="clinic_appointments_one",
    ),
    path(
        "/<str:id>/confirm",
        endpoint(POST=confirm_appointment),
        name="clinic_appointments_transition_confirm",
    ),
    path(
        "/<str:id>/arrive",
        endpoint(POST=arrive_appointment),
        name="clinic_appointments_transition_arrive",
    ),
    path(
        "/<str:id>/finish",
        endpoint(POST=finish_appointment),
        name="clinic_appointments_transition_finish",
    ),
    path(
        "/<str:id>/cancel",
        endpoint(POST=cancel_appointment),
        name="clinic_appointments_transition_cancel",
    ),
    path(
        "/<str:id>/miss",
        endpoint(POST=miss_appointment),
        name="clinic_appointments_transition_miss",
    ),
    path(
        "/<str:id>/history",
        endpoint(GET=history_of_appointment),
        name="clinic_appointments_history",
    ),
]
