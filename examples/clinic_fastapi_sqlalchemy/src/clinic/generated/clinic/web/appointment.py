# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the appointment."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
from ...contract.queries import Query
from ...contract.transitions import HistoryEntry
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

router = APIRouter(prefix="/api/clinic", tags=["clinic.Appointment"])
READ = TypeAdapter(Appointment)
LIST = TypeAdapter(list[Appointment])
HISTORY = TypeAdapter(list[HistoryEntry])


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


@router.get("/appointments/{id}", operation_id="clinic_appointments_get")
async def get_appointment(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.appointments
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/appointments", operation_id="clinic_appointments_list")
async def list_appointments(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.appointments
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/appointments/query", operation_id="clinic_appointments_query")
async def query_appointments(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.appointments
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post(
    "/appointments", operation_id="clinic_appointments_create", status_code=201
)
async def create_appointment(
    request: Request,
    data: Annotated[AppointmentCreate, Depends(body(AppointmentCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        made = await objects.create(data)
        place = location("/api/clinic/appointments", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/appointments/{id}", operation_id="clinic_appointments_update")
async def update_appointment(
    request: Request,
    key: _Key,
    changes: Annotated[AppointmentPatch, Depends(body(AppointmentPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/appointments/{id}", operation_id="clinic_appointments_delete", status_code=204
)
async def delete_appointment(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        await objects.delete(key, version)
    return respond(Answer(204))


@router.post(
    "/appointments/{id}/confirm", operation_id="clinic_appointments_transition_confirm"
)
async def confirm_appointment(
    request: Request,
    key: _Key,
    fields: Annotated[
        AppointmentConfirm, Depends(body(AppointmentConfirm, empty=True))
    ],
) -> Response:
    """Move it from requested to confirmed."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        await objects.confirm(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/appointments/{id}/arrive", operation_id="clinic_appointments_transition_arrive"
)
async def arrive_appointment(
    request: Request,
    key: _Key,
    fields: Annotated[AppointmentArrive, Depends(body(AppointmentArrive, empty=True))],
) -> Response:
    """Move it from confirmed to waiting."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        await objects.arrive(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/appointments/{id}/finish", operation_id="clinic_appointments_transition_finish"
)
async def finish_appointment(
    request: Request,
    key: _Key,
    fields: Annotated[Nothing, Depends(body(Nothing, empty=True))],
) -> Response:
    """Move it from waiting to done."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        await objects.finish(key, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/appointments/{id}/cancel", operation_id="clinic_appointments_transition_cancel"
)
async def cancel_appointment(
    request: Request,
    key: _Key,
    fields: Annotated[AppointmentCancel, Depends(body(AppointmentCancel, empty=True))],
) -> Response:
    """Move it from requested or confirmed to cancelled."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        await objects.cancel(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/appointments/{id}/miss", operation_id="clinic_appointments_transition_miss"
)
async def miss_appointment(
    request: Request,
    key: _Key,
    fields: Annotated[Nothing, Depends(body(Nothing, empty=True))],
) -> Response:
    """Move it from confirmed to missed."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.appointments
        await objects.miss(key, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.get("/appointments/{id}/history", operation_id="clinic_appointments_history")
async def history_of_appointment(
    request: Request,
    key: Annotated[UUID, Depends(key_of)],
    query: Annotated[Query, Depends(page_query)],
) -> Response:
    """Return the transitions that it has made, oldest first."""
    async with reading(request) as unit:
        objects = unit.context.clinic.appointments
        steps = await objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))
