# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The routers of all ontologies."""

from fastapi import APIRouter

from ..shop.web import actions as shop_actions
from ..shop.web import customer as shop_customer
from ..shop.web import order as shop_order
from ..shop.web import order_line as shop_order_line

ROUTERS: tuple[APIRouter, ...] = (
    shop_customer.router,
    shop_order.router,
    shop_order_line.router,
    shop_actions.router,
)
