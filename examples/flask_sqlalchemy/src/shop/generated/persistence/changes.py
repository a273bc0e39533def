# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What migrations know of the model beside its tables: former names, and values for old rows."""

from typing import Any

# Present names, and the former ones that `was` tells.
TABLES: dict[str, tuple[str, ...]] = {}
COLUMNS: dict[tuple[str, str], tuple[str, ...]] = {}
VALUES: dict[tuple[str, str], dict[str, str]] = {}

# By table, what history calls its objects: in former times, and now.
KINDS: dict[str, tuple[str, str]] = {}

# What rows get that are there when a column becomes required: the model's defaults.
FILLS: dict[tuple[str, str], Any] = {
    ("shop_order", "channel"): "web",
    ("shop_order", "state"): "created",
}
NOWS: frozenset[tuple[str, str]] = frozenset(
    (
        ("shop_customer", "created_at"),
        ("shop_customer", "updated_at"),
        ("shop_order", "placed_at"),
        ("shop_order", "created_at"),
        ("shop_order", "updated_at"),
        ("shop_order_line", "created_at"),
        ("shop_order_line", "updated_at"),
    )
)
EACHES: frozenset[tuple[str, str]] = frozenset(
    {
        ("shop_customer", "id"),
        ("shop_order", "id"),
    }
)
