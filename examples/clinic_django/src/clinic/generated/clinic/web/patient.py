# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the patient."""

from collections.abc import Mapping
from uuid import UUID

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
from ..contract.patient import KEY, QUERYABLE, Patient, PatientCreate, PatientPatch

READ = TypeAdapter(Patient)
LIST = TypeAdapter(list[Patient])
CREATE = TypeAdapter(PatientCreate)
PATCH = TypeAdapter(PatientPatch)


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


def get_patient(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.clinic.patients
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_patients(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.patients
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_patients(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.patients
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_patient(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.clinic.patients
        made = objects.create(data)
        place = location("/api/clinic/patients", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_patient(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    version.demand()
    with writing(request) as exchange:
        objects = exchange.context.clinic.patients
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_patient(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    version.demand()
    with writing(request) as exchange:
        objects = exchange.context.clinic.patients
        objects.delete(key, version)
    return respond(Answer(204))


urlpatterns = [
    path("", endpoint(GET=list_patients, POST=create_patient), name="clinic_patients"),
    path("/query", endpoint(POST=query_patients), name="clinic_patients_query"),
    path(
        "/<str:id>",
        endpoint(GET=get_patient, PATCH=update_patient, DELETE=delete_patient),
        name="clinic_patients_one",
    ),
]
