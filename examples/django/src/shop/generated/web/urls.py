# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Every generated path, in the order of the model."""

from django.urls import include, path

from ..shop.web import actions as shop_actions
from ..shop.web import customer as shop_customer
from ..shop.web import order as shop_order
from ..shop.web import order_line as shop_order_line
from . import docs, operations

urlpatterns = [
    path("api/shop/customers", include(shop_customer)),
    path("api/shop/orders", include(shop_order)),
    path("api/shop/order_lines", include(shop_order_line)),
    path("api/shop", include(shop_actions)),
    path("", include(operations)),
    path("", include(docs)),
]

PREFIXES = ("/api/shop/", "/health/", "/openapi.json")
"""Where every answer is the contract's."""
