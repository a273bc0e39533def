# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the policy."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...contract.queries import Query
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

router = APIRouter(prefix="/api/billing", tags=["billing.Policy"])
READ = TypeAdapter(Policy)
LIST = TypeAdapter(list[Policy])


async def key_of(request: Request) -> PolicyKey:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: PolicyKey = PolicyKey(payer=parts["payer"], number=parts["number"])
    return key


async def only_key_of(request: Request) -> PolicyKey:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[PolicyKey, Depends(only_key_of)]


@router.get("/policies/{payer}/{number}", operation_id="billing_policies_get")
async def get_policy(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.billing.policies
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/policies", operation_id="billing_policies_list")
async def list_policies(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.billing.policies
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/policies/query", operation_id="billing_policies_query")
async def query_policies(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.billing.policies
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/policies", operation_id="billing_policies_create", status_code=201)
async def create_policy(
    request: Request,
    data: Annotated[PolicyCreate, Depends(body(PolicyCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.billing.policies
        made = await objects.create(data)
        place = location("/api/billing/policies", made.payer, made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/policies/{payer}/{number}", operation_id="billing_policies_update")
async def update_policy(
    request: Request,
    key: _Key,
    changes: Annotated[PolicyPatch, Depends(body(PolicyPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.policies
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/policies/{payer}/{number}",
    operation_id="billing_policies_delete",
    status_code=204,
)
async def delete_policy(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.policies
        await objects.delete(key, version)
    return respond(Answer(204))
