# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the prescription."""

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
from ..contract.prescription import (
    KEY,
    QUERYABLE,
    Prescription,
    PrescriptionCreate,
    PrescriptionDispense,
    PrescriptionPatch,
    PrescriptionWithdraw,
)

router = APIRouter(prefix="/api/clinic", tags=["clinic.Prescription"])
READ = TypeAdapter(Prescription)
LIST = TypeAdapter(list[Prescription])
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


@router.get("/prescriptions/{id}", operation_id="clinic_prescriptions_get")
async def get_prescription(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.prescriptions
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/prescriptions", operation_id="clinic_prescriptions_list")
async def list_prescriptions(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.prescriptions
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/prescriptions/query", operation_id="clinic_prescriptions_query")
async def query_prescriptions(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.prescriptions
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post(
    "/prescriptions", operation_id="clinic_prescriptions_create", status_code=201
)
async def create_prescription(
    request: Request,
    data: Annotated[PrescriptionCreate, Depends(body(PrescriptionCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        made = await objects.create(data)
        place = location("/api/clinic/prescriptions", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/prescriptions/{id}", operation_id="clinic_prescriptions_update")
async def update_prescription(
    request: Request,
    key: _Key,
    changes: Annotated[
        PrescriptionPatch, Depends(body(PrescriptionPatch, PATCH_TYPES))
    ],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/prescriptions/{id}", operation_id="clinic_prescriptions_delete", status_code=204
)
async def delete_prescription(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        await objects.delete(key, version)
    return respond(Answer(204))


@router.post(
    "/prescriptions/{id}/issue", operation_id="clinic_prescriptions_transition_issue"
)
async def issue_prescription(
    request: Request,
    key: _Key,
    fields: Annotated[Nothing, Depends(body(Nothing, empty=True))],
) -> Response:
    """Move it from draft to issued."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        await objects.issue(key, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/prescriptions/{id}/dispense",
    operation_id="clinic_prescriptions_transition_dispense",
)
async def dispense_prescription(
    request: Request,
    key: _Key,
    fields: Annotated[
        PrescriptionDispense, Depends(body(PrescriptionDispense, empty=True))
    ],
) -> Response:
    """Move it from issued to dispensed."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        await objects.dispense(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.post(
    "/prescriptions/{id}/withdraw",
    operation_id="clinic_prescriptions_transition_withdraw",
)
async def withdraw_prescription(
    request: Request,
    key: _Key,
    fields: Annotated[
        PrescriptionWithdraw, Depends(body(PrescriptionWithdraw, empty=True))
    ],
) -> Response:
    """Move it from draft or issued to withdrawn."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.prescriptions
        await objects.withdraw(key, fields, if_match=version)
        moved = await objects.get(key)
        answer = shown(READ.dump_json(moved, by_alias=True), moved.row_version)
        return await exchange.answer(answer)


@router.get("/prescriptions/{id}/history", operation_id="clinic_prescriptions_history")
async def history_of_prescription(
    request: Request,
    key: Annotated[UUID, Depends(key_of)],
    query: Annotated[Query, Depends(page_query)],
) -> Response:
    """Return the transitions that it has made, oldest first."""
    async with reading(request) as unit:
        objects = unit.context.clinic.prescriptions
        steps = await objects.history(key, query)
    return respond(page(HISTORY.dump_json(steps.items), steps.following, None))
