# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the reminder."""

from typing import Annotated
from uuid import UUID

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
from ..contract.reminder import KEY, QUERYABLE, Reminder, ReminderCreate, ReminderPatch

router = APIRouter(prefix="/api/billing", tags=["billing.Reminder"])
READ = TypeAdapter(Reminder)
LIST = TypeAdapter(list[Reminder])


async def key_of(request: Request) -> UUID:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: UUID = parts["id"]
    return key


async def only_key_of(request: Request) -> UUID:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[UUID, Depends(only_key_of)]


@router.get("/reminders/{id}", operation_id="billing_reminders_get")
async def get_reminder(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.billing.reminders
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/reminders", operation_id="billing_reminders_list")
async def list_reminders(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.billing.reminders
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/reminders/query", operation_id="billing_reminders_query")
async def query_reminders(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.billing.reminders
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/reminders", operation_id="billing_reminders_create", status_code=201)
async def create_reminder(
    request: Request,
    data: Annotated[ReminderCreate, Depends(body(ReminderCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.billing.reminders
        made = await objects.create(data)
        place = location("/api/billing/reminders", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/reminders/{id}", operation_id="billing_reminders_update")
async def update_reminder(
    request: Request,
    key: _Key,
    changes: Annotated[ReminderPatch, Depends(body(ReminderPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.reminders
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/reminders/{id}", operation_id="billing_reminders_delete", status_code=204
)
async def delete_reminder(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.billing.reminders
        await objects.delete(key, version)
    return respond(Answer(204))
