# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Shop, as an application of Django."""

from django.apps import AppConfig


class ShopConfig(AppConfig):
    """Where its models are."""

    name = "shop.generated.shop"
    label = "shop"
    verbose_name = "Shop"
