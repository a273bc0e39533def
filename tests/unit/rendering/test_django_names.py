"""Names that Django allows, whatever a model calls its fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from stackwright.ontology import load
from stackwright.rendering.views.django_names import RESERVED, label, named

if TYPE_CHECKING:
    from stackwright.rendering.views.django_names import Named


def one(fields: str, name: str = "Order", key: str = "id: uuid, key") -> Named:
    model = load({"ontology/shop.yml": _source(fields, name, key)})
    return named(model, next(thing for thing in model.objects() if thing.name == name))


def _source(fields: str, name: str, key: str) -> str:
    lines = "\n".join(f"      {line}" for line in [key, *fields.split("; ")] if line)
    return (
        f"ontology: shop\nobjects:\n  {name}:\n    fields:\n{lines}\n"
        "  Wing:\n    fields:\n      code: string(3), key\n"
        "  Seat:\n    key: [row, place]\n    fields:\n      row: int\n      place: int\n"
    )


def test_attributes_of_every_model_are_reserved() -> None:
    if not settings.configured:
        settings.configure()

    assert {name for name in dir(models.Model) if not name.startswith("_")} <= RESERVED


def test_a_reserved_field_is_a_field_by_another_name() -> None:
    found = one("delete: int; pk: int; self: int; class: int; total: int")

    assert found.columns == {
        "id": "id", "delete": "delete_field", "pk": "pk_field", "self": "self_field", "class": "class_field",
        "total": "total", "state": "state", "row_version": "row_version", "created_at": "created_at",
        "updated_at": "updated_at",
    }  # fmt: skip


def test_a_reference_gives_way_to_a_field_that_has_the_name_of_its_key() -> None:
    found = one("wing_id: int; wing: ref Wing")

    assert found.columns["wing_id"] == "wing_id"
    assert found.fields["wing"] == "wing_field"
    assert found.columns["wing_code"] == "wing_field_id"


def test_a_reference_of_several_columns_has_a_field_for_each() -> None:
    found = one("seat: ref Seat")

    assert found.fields["seat"] == "seat"
    assert (found.columns["seat_row"], found.columns["seat_place"]) == ("seat_row", "seat_place")


def test_an_inverse_gives_way_to_the_fields_of_its_target() -> None:
    model = load({"ontology/shop.yml": _source("wing: ref Wing, inverse delete", "Order", "id: uuid, key")})
    wing = next(thing for thing in model.objects() if thing.name == "Wing")

    assert named(model, wing).inverses == {("shop", "Order", "wing"): "delete_field"}


def test_a_model_that_would_hide_what_its_module_needs_is_called_like_its_row() -> None:
    assert one("total: int", name="Link").model == "LinkRow"
    assert one("total: int").model == "Order"


def test_a_link_is_a_model_of_its_own() -> None:
    found = one("wings: ref Wing[]; seats: ref Seat[]")

    assert found.links["wings"].model == "OrderWingsLink"
    assert found.links["wings"].columns == {"owner_id": "owner_id", "target_code": "target_id"}
    assert found.links["seats"].columns == {
        "owner_id": "owner_id", "target_row": "target_row", "target_place": "target_place"
    }  # fmt: skip


def test_a_label_is_none_of_djangos() -> None:
    assert label("shop") == "shop"
    assert label("sites") == "sites_app"


def test_every_name_is_one_that_django_allows() -> None:
    allowed = (word for word in sorted(RESERVED - {"not"}) if re.fullmatch("[a-z][a-z_]*[a-z]", word))
    words = "; ".join(f"{word}: int" for word in allowed)
    found = one(words)

    for name in found.columns.values():
        assert not name.endswith("_")
        assert "__" not in name
        assert name not in RESERVED
    assert len(set(found.columns.values())) == len(found.columns)
