# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What Django's settings install of the model: its applications, and where their migrations are."""

APPS = ["shop.generated.persistence", "shop.generated.shop"]
MIGRATIONS = {
    "service": "shop.migrations.service",
    "shop": "shop.migrations.shop",
}
