# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the lab result."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import path
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
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
from ..contract.lab_result import KEY, QUERYABLE, LabResult, LabResultCreate
from ..contract.types import LabResultKey

READ = TypeAdapter(LabResult)
LIST = TypeAdapter(list[LabResult])
CREATE = TypeAdapter(LabResultCreate)


def key_of(request: HttpRequest, places: Mapping[str, str]) -> LabResultKey:
    """Read the key in the path."""
    parts = read_path(KEY, places)
    key: LabResultKey = LabResultKey(
        visit=parts["visit"], analyte=parts["analyte"], taken_at=parts["taken_at"]
    )
    return key


def only_key_of(request: HttpRequest, places: Mapping[str, str]) -> LabResultKey:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(request, places)
    no_parameters(request)
    if_match(request)
    return key


def get_lab_result(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.clinic.lab_results
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_lab_results(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.lab_results
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_lab_results(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.lab_results
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_lab_result(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.clinic.lab_results
        made = objects.create(data)
        place = location(
            "/api/clinic/lab_results", made.visit, made.analyte, made.taken_at
        )
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def delete_lab_result(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.clinic.lab_results
        objects.delete(key, version)
    return respond(Answer(204))


urlpatterns = [
    path(
        "",
        endpoint(GET=list_lab_results, POST=create_lab_result),
        name="clinic_lab_results",
    ),
    path("/query", endpoint(POST=query_lab_results), name="clinic_lab_results_query"),
    path(
        "/<str:visit>/<str:analyte>/<str:taken_at>",
        endpoint(GET=get_lab_result, DELETE=delete_lab_result),
        name="clinic_lab_results_one",
    ),
]
