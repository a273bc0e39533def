"""Models to render: the shop of the examples, and ones with as many objects as wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.ontology import load

if TYPE_CHECKING:
    from stackwright.ontology.ir import Model

SHOP = Path(__file__).resolve().parents[2] / "examples" / "shop" / "ontology" / "shop.yml"
_HEAD = """\
ontology: yard
title: Yard
types:
  Money: decimal(12, 2), >= 0
enums:
  Channel: [web, phone, store]
objects:
"""
_OBJECT = """\
  Thing{number}:
    description: Thing number {number} of a large yard.
    fields:
      id: uuid, key
      {before}
      total: Money
      channel: Channel = web
      tags: string(40)[]
      note: text?
      placed_at: datetime = now, readonly, index
    states: [created, approved, shipped, cancelled]
    transitions:
      approve: {{from: created, to: approved, fields: {{reason: "string(255)?"}}}}
      ship: {{from: approved, to: shipped}}
      cancel: {{from: [created, approved], to: cancelled}}
"""


def shop_sources() -> dict[str, str]:
    """Return the model files of the shop, by name and text."""
    return {"ontology/shop.yml": SHOP.read_text("utf-8")}


def yard_sources(count: int) -> dict[str, str]:
    """Return the model files of a yard of so many objects, each much like the shop's order."""
    objects = (_OBJECT.format(number=number, before=_before(number)) for number in range(count))
    return {"ontology/yard.yml": _HEAD + "".join(objects)}


def yard(count: int) -> Model:
    """Return a yard, loaded."""
    return load(yard_sources(count))


def _before(number: int) -> str:
    # Groups of ten around their first, as models of that size have them.
    return f"other: ref Thing{number - number % 10}" if number % 10 else "name: string(80), display"
