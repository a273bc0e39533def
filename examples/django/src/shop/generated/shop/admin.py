# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""The admin of Shop."""

from django.contrib import admin

from ..web.admin import ObjectAdmin
from .contract import customer as shop_customer
from .contract import order as shop_order
from .models import Customer, Order


@admin.register(Customer)
class CustomerAdmin(ObjectAdmin):
    """The customer."""

    shape = shop_customer.CustomerCreate
    writes = ["create", "update", "delete"]
    key = ["id"]
    list_display = ["id", "name", "email"]
    search_fields = ["email", "name"]
    readonly_fields = ["row_version", "created_at", "updated_at"]


@admin.register(Order)
class OrderAdmin(ObjectAdmin):
    """The order."""

    shape = shop_order.OrderCreate
    writes = ["create", "update", "delete"]
    key = ["id"]
    list_display = ["id", "customer", "total", "channel", "placed_at", "state"]
    list_filter = ["state", "channel", "placed_at"]
    list_select_related = ["customer"]
    autocomplete_fields = ["customer"]
    readonly_fields = ["placed_at", "state", "row_version", "created_at", "updated_at"]


# Django's admin knows no keys of several fields: what has one is not there.
HIDDEN = ["OrderLine"]
