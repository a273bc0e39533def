# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the medication."""

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
from ..contract.medication import (
    KEY,
    QUERYABLE,
    Medication,
    MedicationCreate,
    MedicationPatch,
)

READ = TypeAdapter(Medication)
LIST = TypeAdapter(list[Medication])
CREATE = TypeAdapter(MedicationCreate)
PATCH = TypeAdapter(MedicationPatch)


def key_of(request: HttpRequest, places: Mapping[str, str]) -> str:
    """Read the key in the path."""
    parts = read_path(KEY, places)
    key: str = parts["atc"]
    return key


def only_key_of(request: HttpRequest, places: Mapping[str, str]) -> str:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(request, places)
    no_parameters(request)
    if_match(request)
    return key


def get_medication(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.clinic.medications
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_medications(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.medications
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_medications(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.medications
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_medication(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.clinic.medications
        made = objects.create(data)
        place = location("/api/clinic/medications", made.atc)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_medication(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.medications
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_medication(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.medications
        objects.delete(key, version)
    return respond(Answer(204))


urlpatterns = [
    path(
        "",
        endpoint(GET=list_medications, POST=create_medication),
        name="clinic_medications",
    ),
    path("/query", endpoint(POST=query_medications), name="clinic_medications_query"),
    path(
        "/<str:atc>",
        endpoint(GET=get_medication, PATCH=update_medication, DELETE=delete_medication),
        name="clinic_medications_one",
    ),
]
