# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the department."""

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
from ..contract.department import (
    KEY,
    QUERYABLE,
    Department,
    DepartmentCreate,
    DepartmentPatch,
)

router = APIRouter(prefix="/api/clinic", tags=["clinic.Department"])
READ = TypeAdapter(Department)
LIST = TypeAdapter(list[Department])


async def key_of(request: Request) -> str:
    """Read the key in the path."""
    parts = read_path(KEY, request.path_params)
    key: str = parts["code"]
    return key


async def only_key_of(request: Request) -> str:
    """Read the key in the path, and refuse query parameters."""
    key = await key_of(request)
    no_parameters(request)
    if_match(request)
    return key


_Key = Annotated[str, Depends(only_key_of)]


@router.get("/departments/{code}", operation_id="clinic_departments_get")
async def get_department(request: Request) -> Response:
    """Return one."""
    # The way that is taken most often does without the cost of a dependency.
    key = await only_key_of(request)
    known = if_none_match(request)
    async with reading(request) as unit:
        objects = unit.context.clinic.departments
        found = await objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@router.get("/departments", operation_id="clinic_departments_list")
async def list_departments(
    request: Request,
    query: Annotated[Query, Depends(listed(QUERYABLE))],
) -> Response:
    """Return one page of those that the parameters ask for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.departments
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/departments/query", operation_id="clinic_departments_query")
async def query_departments(
    request: Request,
    query: Annotated[Query, Depends(queried(QUERYABLE))],
) -> Response:
    """Return one page of those that the body asks for."""
    async with reading(request) as unit:
        objects = unit.context.clinic.departments
        found = await objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@router.post("/departments", operation_id="clinic_departments_create", status_code=201)
async def create_department(
    request: Request,
    data: Annotated[DepartmentCreate, Depends(body(DepartmentCreate))],
) -> Response:
    """Add one."""
    async with writing(request) as exchange:
        objects = exchange.context.clinic.departments
        made = await objects.create(data)
        place = location("/api/clinic/departments", made.code)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return await exchange.answer(answer)


@router.patch("/departments/{code}", operation_id="clinic_departments_update")
async def update_department(
    request: Request,
    key: _Key,
    changes: Annotated[DepartmentPatch, Depends(body(DepartmentPatch, PATCH_TYPES))],
) -> Response:
    """Change what the body names."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.departments
        changed = await objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@router.delete(
    "/departments/{code}", operation_id="clinic_departments_delete", status_code=204
)
async def delete_department(request: Request, key: _Key) -> Response:
    """Remove one."""
    version = if_match(request)
    async with writing(request) as exchange:
        objects = exchange.context.clinic.departments
        await objects.delete(key, version)
    return respond(Answer(204))
