# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Routes of the customer."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, Response
from pydantic import TypeAdapter

from ...contract.answers import Answer, created, location, page, shown
from ...contract.bodies import PATCH_TYPES, read_path
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
from ..contract.customer import KEY, QUERYABLE, Customer, CustomerCreate, CustomerPatch

blueprint = Blueprint("shop-customer", __name__, url_prefix="/api/shop")
READ = TypeAdapter(Customer)
LIST = TypeAdapter(list[Customer])


def key_of(path: Mapping[str, str]) -> UUID:
    """Read the key in the path."""
    parts = read_path(KEY, path)
    key: UUID = parts["id"]
    return key


def only_key_of(path: Mapping[str, str]) -> UUID:
    """Read the key in the path, and refuse query parameters."""
    key = key_of(path)
    no_parameters()
    if_match()
    return key


@blueprint.get("/customers/<id>")
def get_customer(**path: str) -> Response:
    """Return one."""
    key = only_key_of(path)
    known = if_none_match()
    with reading() as unit:
        objects = unit.context.shop.customers
        found = objects.get(key)
    item = READ.dump_json(found, by_alias=True)
    return respond(shown(item, found.row_version, known))


@blueprint.get("/customers")
def list_customers() -> Response:
    """Return one page of those that the parameters ask for."""
    query = listed(QUERYABLE)
    with reading() as unit:
        objects = unit.context.shop.customers
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@blueprint.post("/customers/query")
def query_customers() -> Response:
    """Return one page of those that the body asks for."""
    query = queried(QUERYABLE)
    with reading() as unit:
        objects = unit.context.shop.customers
        found = objects.page(query)
    items = LIST.dump_json(found.items, by_alias=True)
    return respond(page(items, found.following, found.total))


@blueprint.post("/customers")
def create_customer() -> Response:
    """Add one."""
    data = body(CustomerCreate)
    with writing() as exchange:
        objects = exchange.context.shop.customers
        made = objects.create(data)
        place = location("/api/shop/customers", made.id)
        answer = created(READ.dump_json(made, by_alias=True), made.row_version, place)
        return exchange.answer(answer)


@blueprint.patch("/customers/<id>")
def update_customer(**path: str) -> Response:
    """Change what the body names."""
    key = only_key_of(path)
    changes = body(CustomerPatch, PATCH_TYPES)
    version = if_match()
    with writing() as exchange:
        objects = exchange.context.shop.customers
        changed = objects.update(key, changes, version)
    item = READ.dump_json(changed, by_alias=True)
    return respond(shown(item, changed.row_version))


@blueprint.delete("/customers/<id>")
def delete_customer(**path: str) -> Response:
    """Remove one."""
    key = only_key_of(path)
    version = if_match()
    with writing() as exchange:
        objects = exchange.context.shop.customers
        objects.delete(key, version)
    return respond(Answer(204))
