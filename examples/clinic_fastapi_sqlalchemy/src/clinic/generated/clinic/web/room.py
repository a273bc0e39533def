# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the room."""

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
from ..contract.room import KEY, QUERYABLE, Room, RoomCreate, RoomPatch
from ..contract.types import RoomKey

router = APIRouter(prefix="/api/clinic", tags=["clinic.Room"])
READ = TypeAdapter(Room)
LIST = TypeAdapter(list[Room])


async def key_of(request: Request) -> RoomKey:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: RoomKey = RoomKey(department=parts["department"], number=parts["number"])
    return key


async def only_key_of(request: Request) -> RoomKey:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[RoomKey, Depends(only_key_of)]


@router.get("/rooms/{department}/{number}", operation_id="clinic_rooms_get")
async def get_room(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.rooms
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/rooms", operation_id="clinic_rooms_list")
async def list_rooms(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.rooms
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/rooms/query", operation_id="clinic_rooms_query")
async def query_rooms(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.rooms
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/rooms", operation_id="clinic_rooms_create", status_code=201)
async def create_room(
    request: Request,
    data: Annotated[RoomCreate, Depends(body(RoomCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.rooms
        made = await objects.create(data)
        place = location("/api/clinic/rooms", made.department, made.number)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/rooms/{department}/{number}", operation_id="clinic_rooms_update")
async def update_room(
    request: Request,
    key: _Key,
    changes: Annotated[RoomPatch, Depends(body(RoomPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.rooms
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/rooms/{department}/{number}", operation_id="clinic_rooms_delete", status_code=204
)
async def delete_room(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.rooms
        await objects.delete(key, version)
    return respond(Answer(204))
