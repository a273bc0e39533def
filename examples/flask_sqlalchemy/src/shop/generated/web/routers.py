# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The blueprints of all ontologies."""

from flask import Blueprint

from ..shop.web import actions as shop_actions
from ..shop.web import customer as shop_customer
from ..shop.web import order as shop_order
from ..shop.web import order_line as shop_order_line

BLUEPRINTS: tuple[Blueprint, ...] = (
    shop_customer.blueprint,
    shop_order.blueprint,
    shop_order_line.blueprint,
    shop_actions.blueprint,
)
