# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Every model and every repository, brought together for a unit of work."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from ..context import Context
from ..shop.contract import repositories as shop_repositories
from ..shop.persistence import customer as shop_customer
from ..shop.persistence import order as shop_order
from ..shop.persistence import order_line as shop_order_line
from .repository import Repository
from .work import Work

REPOSITORIES: Mapping[str, type[Repository[Any, Any, Any, Any]]] = {
    "shop.Customer": shop_customer.CustomerRepository,
    "shop.Order": shop_order.OrderRepository,
    "shop.OrderLine": shop_order_line.OrderLineRepository,
}
MODELS: Mapping[str, type[Model]] = {
    name: repository.kept.model for name, repository in REPOSITORIES.items()
}


def context_of(work: Work) -> Context:
    """Return what a handler may use in this unit of work."""
    return Context(
        shop=shop_repositories.Repositories(
            customers=shop_customer.CustomerRepository(work),
            orders=shop_order.OrderRepository(work),
            order_lines=shop_order_line.OrderLineRepository(work),
        ),
        caller=work.caller,
        request_id=work.request_id,
        now=work.now,
        emit=work.emit,
    )
