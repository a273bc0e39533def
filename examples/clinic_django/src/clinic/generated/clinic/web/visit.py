# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the visit."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from pydantic import TypeAdapter

from ...contract.answers import created, location, page, shown
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
from ..contract.visit import (
    KEY,
    QUERYABLE,
    Visit,
    VisitAmend,
    VisitCreate,
    VisitPatch,
    VisitSign,
)

READ = TypeAdapter(Visit)
LIST = TypeAdapter(list[Visit])
CREATE = TypeAdapter(VisitCreate)
PATCH = TypeAdapter(VisitPatch)
SIGN_FIELDS = TypeAdapter(VisitSign)
AMEND_FIELDS = TypeAdapter(VisitAmend)
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


def get_visit(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.clinic.visits
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_visits(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.visits
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_visits(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.clinic.visits
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_visit(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.clinic.visits
        made = objects.create(data)
        place = location("/api/clinic/visits", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_visit(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    version.demand()
    with writing(request) as exchange:
        objects = exchange.context.clinic.visits
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def sign_visit(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from open to signed."""
    key = only_key_of(request, places)
    fields = body(request, SIGN_FIELDS, empty=True)
    version = if_match(request)
    version.demand()
    with writing(request) as exchange:
        objects = exchange.context.clinic.visits
        objects.sign(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def amend_visit(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Move it from signed to amended."""
    key = only_key_of(request, places)
    fields = body(request, AMEND_FIELDS, empty=True)
    version = if_match(request)
    version.demand()
    with writing(request) as exchange:
        objects = exchange.context.clinic.visits
        objects.amend(key, fields, if_match=version)
        moved = objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return exchange.answer(answer)


def history_of_visit(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return the transitions that it has made, oldest first."""
    key = key_of(request, places)
    query = page_query(request)
    with reading(request) as unit:
        objects = unit.context.clinic.visits
        steps = objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))


urlpatterns = [
    path("", endpoint(GET=list_visits, POST=create_visit), name="clinic_visits"),
    path("/query", endpoint(POST=query_visits), name="clinic_visits_query"),
    path(
        "/<str:id>",
        endpoint(GET=get_visit, PATCH=update_visit),
        name="clinic_visits_one",
    ),
    path(
        "/<str:id>/sign",
        endpoint(POST=sign_visit),
        name="clinic_visits_transition_sign",
    ),
    path(
        "/<str:id>/amend",
        endpoint(POST=amend_visit),
        name="clinic_visits_transition_amend",
    ),
    path(
        "/<str:id>/history",
        endpoint(GET=history_of_visit),
        name="clinic_visits_history",
    ),
]
