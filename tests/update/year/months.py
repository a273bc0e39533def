"""What happens in the year, in its order; each leaves the project standing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.update.year.releases import FIXED, GENERATED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.update.year.team import Team

ORDER = "src/shop/generated/shop/contract/order.py"
APPROVING = "src/shop/actions/shop/approve_order.py"
PACKING = "src/shop/actions/shop/pack_parcel.py"
OWN_TEST = '''\
"""What the house does otherwise than the model."""

from typing import Any

from shop.settings import Settings


def test_an_order_is_approved_for_a_reason_even_where_nobody_gives_one(client: Any) -> None:
    customer = client.post("/api/shop/customers", json={"email": "eve@example.org", "name": "Eve"})
    bought = {"customer": customer.json()["id"], "total": "9.50", "tags": []}
    order = client.post("/api/shop/orders", json=bought).json()["id"]

    answer = client.post("/api/shop/actions/approve_order", json={"order": order})

    assert answer.status_code == 200
    (step,) = client.get(f"/api/shop/orders/{order}/history").json()["items"]
    assert step["fields"] == {"reason": "the house trusts its customers"}


def test_the_house_knows_how_much_may_be_on_a_bill() -> None:
    assert Settings().highest_bill == 500
'''


def it_is_copied(team: Team) -> None:
    """January: a fresh copy is clean, and its database has rows that nobody's seed file knows."""
    assert team.make("migrate", "seed").code == 0
    team.query("update shop_customer set name = 'Grace' where email = 'ada@example.org'")
    team.rows["select name from shop_customer order by email"] = [("Name 2",), ("Name 3",), ("Grace",)]
    team.rows["select note from shop_order order by note"] = [("Note 1",), ("Note 2",), ("Note 3",)]
    team.checks(0, "ok: shop (3 objects)")


def the_model_gets_a_field(team: Team) -> None:
    """February: `check` says first that the model waits for an update, then that it waits for a migration."""
    team.models("      total: Money\n", "      total: Money\n      weight: decimal(9, 3)?\n")
    team.checks(2, "the model has changed since the last render (1 change): stackwright update")
    team.updates()
    team.commits()
    team.checks(2, "no migration has followed the model (shop.Order.weight): make migration")
    team.migrates("orders have a weight")
    team.query("update shop_order set weight = '2.5' where note = 'Note 1'")
    team.rows["select count(*) from shop_order where weight is not null"] = [(1,)]
    team.checks(0, "ok: shop (3 objects)")


def the_team_writes_code(team: Team) -> None:
    """March: an action, a test, a setting, a shared file; and a generated file, of which `check` tells."""
    team.edits(
        APPROVING,
        "    # This is what the model says. Replace it, or do more before and after.\n",
        '    given = action.reason or "the house trusts its customers"\n'
        '    action = action.model_copy(update={"reason": given})\n',
    )
    team.edits(
        "src/shop/settings.py",
        '    """The settings of shop."""\n',
        '    """The settings of shop."""\n\n    highest_bill: int = 500\n',
    )
    team.writes("tests/test_house.py", OWN_TEST)
    team.edits("Makefile", "\nhooks:", "\nlabels: ## Print labels\n\techo labels\n\nhooks:")
    team.edits("pyproject.toml", '    "structlog>=26.1",\n', '    "structlog>=26.1",  # as the house logs\n')
    team.commits()
    team.checks(0, "ok: shop (3 objects)")
    stands = '    """Where the order stands."""\n'
    team.edits(ORDER, stands, f"{stands}\n    # The warehouse has other names for them.\n")
    team.commits()
    team.checks(1, f"{ORDER}: generated, and edited by hand")


def the_model_gets_an_object(team: Team) -> None:
    """April: what is new comes beside what the team has written, also in the generated file it has edited."""
    team.models("      channel: Channel = web\n", "      channel: Channel = web\n      gift: bool = false\n")
    team.models("objects:\n", "objects:\n  Parcel:\n    fields: {number: 'int, key', label: string(40)}\n\n")
    team.models(
        "actions:\n",
        "actions:\n  pack_parcel:\n    input: {parcel: ref Parcel}\n    output: {heavy: bool}\n\n",
    )
    said = team.updates()
    assert re.search(rf"^m {ORDER} +model; edited by hand: merged$", said, re.MULTILINE), said
    assert "    gift: bool\n" in team.project.read(ORDER)
    assert team.project.has(PACKING)
    team.commits()
    team.migrates("parcels and gifts")
    columns = [name for _, name, *_ in team.query("pragma table_info(shop_parcel)")]
    values = ", ".join(
        {"number": "7", "label": "'fragile'", "row_version": "1"}.get(name, "0") for name in columns
    )
    team.query(f"insert into shop_parcel ({', '.join(columns)}) values ({values})")
    team.rows["select number, label from shop_parcel"] = [(7, "fragile")]
    team.checks(1, f"{ORDER}: generated, and edited by hand")


def the_template_is_released(team: Team) -> None:
    """May: `check` tells that a newer version is installed; it arrives in files of both kinds."""
    team.installs("v1.1.0")
    team.checks(1, "rendered by v1.0.0, v1.1.0 is installed: stackwright plan")
    said = team.updates()
    assert "template: v1.0.0 → v1.1.0" in said
    assert FIXED in team.project.read(GENERATED)
    assert "and what tools have left\n" in team.project.read("Makefile")
    team.commits()
    team.checks(1, f"{ORDER}: generated, and edited by hand")
    assert "v1.0.0" not in team.stackwright("check").said


def two_edits_meet(team: Team) -> None:
    """June: a conflict ends with 1 and marks; it can be taken back; once it is decided, all is clean."""
    team.edits(ORDER, "    total: Decimal\n", "    total: Decimal  # with tax\n")
    team.commits()
    team.models("      total: Money\n", "      total: Money?\n")
    before = team.project.files
    said = team.updates(code=1)
    assert f"{ORDER}: your edit and the new text meet; decide between the marks" in said
    assert "<<<<<<< before updating\n    total: Decimal  # with tax\n" in team.project.read(ORDER)
    team.checks(1, f"{ORDER}: generated, and edited by hand")
    assert team.stackwright("undo").code == 2
    assert team.project.files == before

    team.updates(code=1)
    team.project.write(ORDER, team.stackwright("show", ORDER).said)
    del team.lines[ORDER]  # the team has decided: a generated file is no place for its lines
    team.commits()
    team.checks(2, "no migration has followed the model (shop.Order.total)")
    team.migrates("a total may come later")
    team.checks(0, "ok: shop (4 objects)")


def a_dependency_moves(team: Team) -> None:
    """July: the range of a dependency moves, in a line that the team has edited; it keeps its words."""
    team.installs("v1.2.0")
    team.checks(0, "rendered by v1.1.0, v1.2.0 is installed: stackwright plan")
    said = team.updates(code=1)
    assert "pyproject.toml: your edit and the new text meet" in said
    marked = team.project.read("pyproject.toml")
    (conflict,) = re.findall(r"^<<<<<<< .*?^>>>>>>> .*?\n", marked, re.MULTILINE | re.DOTALL)
    assert '    "structlog>=26.1",  # as the house logs\n' in conflict
    assert '    "structlog>=26.1,<27",\n' in conflict
    team.project.edit("pyproject.toml", conflict, '    "structlog>=26.1",  # as the house logs\n')
    team.edits(
        "pyproject.toml",
        '    "structlog>=26.1",  # as the house logs\n',
        '    "structlog>=26.1,<27",  # as the house logs\n',
    )
    team.commits()
    team.checks(0, "ok: shop (4 objects)")


def an_object_gets_another_name(team: Team) -> None:
    """August: `was` renames the table and the column, with the row."""
    team.models("  Parcel:\n", "  Box:\n    was: Parcel\n")
    team.models(", label: string(40)}", ", title: {type: string(40), was: label}}")
    team.models("{parcel: ref Parcel}", "{box: ref Box}")
    team.updates()
    team.commits()
    team.checks(2, "no migration has followed the model (", "shop.Box")
    team.migrates("parcels are boxes")
    assert team.query("select name from sqlite_master where name = 'shop_parcel'") == []
    rows = team.rows.pop("select number, label from shop_parcel")
    team.rows["select number, title from shop_box"] = rows
    team.checks(0, "ok: shop (4 objects)")


def an_object_goes(team: Team) -> None:
    """September: the team's action stays and is named; the rows stay until somebody says that they may go."""
    boxes = (
        "  Box:\n    was: Parcel\n    fields: {number: 'int, key', title: {type: string(40), was: label}}\n\n"
    )
    team.models(boxes, "")
    team.models("  pack_parcel:\n    input: {box: ref Box}\n    output: {heavy: bool}\n\n", "")
    said = team.updates()
    assert "Yours, but no longer in the model" in said
    assert PACKING in said
    assert team.project.has(PACKING)
    (team.project.folder / PACKING).unlink()
    team.commits()
    team.checks(2, "no migration has followed the model (shop.Box)")

    assert team.make("migration", "m=no boxes").code == 0
    team.commits()
    refused = team.make("migrate")
    assert refused.code != 0
    assert "shop_box" in refused.said
    team.stands()
    assert team.make("migrate", "destructive=1").code == 0
    del team.rows["select number, title from shop_box"]
    assert team.query("select name from sqlite_master where name = 'shop_box'") == []
    team.checks(0, "ok: shop (3 objects)")


def nothing_happens(team: Team) -> None:
    """December: there is nothing to do, and an update says so and does it."""
    for command in ("plan", "update"):
        told = team.stackwright(command)
        assert told.code == 0, told.said
        assert "Nothing to do" in told.said
    assert team.project.changes == ""
    team.checks(0, "ok: shop (3 objects)")


YEAR: tuple[Callable[[Team], None], ...] = (
    it_is_copied,
    the_model_gets_a_field,
    the_team_writes_code,
    the_model_gets_an_object,
    the_template_is_released,
    two_edits_meet,
    a_dependency_moves,
    an_object_gets_another_name,
    an_object_goes,
    nothing_happens,
)
