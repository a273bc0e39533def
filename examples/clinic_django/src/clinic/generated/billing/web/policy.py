# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the policy."""

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
from ..contract.policy import KEY, QUERYABLE, Policy, PolicyCreate, PolicyPatch
from ..contract.types import PolicyKey

READ = TypeAdapter(Policy)
LIST = TypeAdapter(list[Policy])
CREATE = TypeAdapter(PolicyCreate)
PATCH = TypeAdapter(PolicyPatch)


def key_of(request: HttpRequest, places: Mapping[str, str]) -> PolicyKey:
    """Read the key in the path."""
    parts = read_path(KEY, places)
    key: PolicyKey = PolicyKey(payer=parts["payer"], number=parts["number"])
    return key


def only_key_of(request: HttpRequest, places: Mapping[str, str]) -> PolicyKey:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(request, places)
    no_parameters(request)
    if_match(request)
    return key


def get_policy(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Return one."""
    key = only_key_of(request, places)
    known = if_none_match(request)
    with reading(request) as unit:
        objects = unit.context.billing.policies
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


def list_policies(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the parameters ask for."""
    query = listed(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.policies
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def query_policies(request: HttpRequest, /) -> HttpResponse:
    """Return one page of those that the body asks for."""
    query = queried(request, QUERYABLE)
    with reading(request) as unit:
        objects = unit.context.billing.policies
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


def create_policy(request: HttpRequest, /) -> HttpResponse:
    """Add one."""
    data = body(request, CREATE)
    with writing(request) as exchange:
        objects = exchange.context.billing.policies
        made = objects.create(data)
        place = location("/api/billing/policies", made.payer, made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


def update_policy(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Change what the body names."""
    key = only_key_of(request, places)
    changes = body(request, PATCH, PATCH_TYPES)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.policies
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


def delete_policy(request: HttpRequest, /, **places: str) -> HttpResponse:
    """Remove one."""
    key = only_key_of(request, places)
    version = if_match(request)
    with writing(request) as exchange:
        objects = exchange.context.billing.policies
        objects.delete(key, version)
    return respond(Answer(204))


urlpatterns = [
    path("", endpoint(GET=list_policies, POST=create_policy), name="billing_policies"),
    path("/query", endpoint(POST=query_policies), name="billing_policies_query"),
    path(
        "/<str:payer>/<str:number>",
        endpoint(GET=get_policy, PATCH=update_policy, DELETE=delete_policy),
        name="billing_policies_one",
    ),
]
