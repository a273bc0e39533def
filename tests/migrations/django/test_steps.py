"""A model that changes in nearly every way at once, with rows in every table."""

from __future__ import annotations

import datetime as dt
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from tests.databases import KINDS, Database, marked
from tests.migrations.django.project import TOOLS, Done, Project
from tests.schema.reading import facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.databases import Kind

HERE = Path(__file__).parent
BEFORE, AFTER = (HERE.joinpath(f"{name}.yml").read_text("utf-8") for name in ("before", "after"))
DAY, LATER = dt.datetime(2026, 1, 1), dt.datetime(2026, 1, 2)  # noqa: DTZ001 (columns have their own zones)
STANDARD = {"row_version": 1, "created_at": DAY, "updated_at": DAY}
ORDER = uuid.UUID(int=2)


def key(number: int, kind: str) -> object:
    """Return a UUID as a database keeps it."""
    made = uuid.UUID(int=number)
    return made if kind == "postgresql" else made.hex


def fill(project: Project) -> None:
    one, two, three = (key(number, project.database.kind) for number in (1, 2, 3))
    order = {"customer_code": "c1", "channel": "web", "note": "hi", **STANDARD}
    project.insert(
        {
            "shop_customer": [
                {"code": "c1", "name": "Ada", "email": "a@b.c", "nick": "ad", **STANDARD},
                {"code": "c2", "name": "Bob", "email": "b@b.c", **STANDARD},
            ],
            "shop_tag": [{"id": one, "label": "red", **STANDARD}],
            "shop_order": [
                {"id": two, **order, "total": 12.5, "placed_at": DAY, "state": "approved"},
                {"id": three, **order, "total": 99999999.99, "placed_at": LATER, "state": "created"},
            ],
            "shop_order_tags": [{"owner_id": two, "target_id": one}],
            "shop_order_line": [{"order_id": two, "number": 1, "product": "pen", **STANDARD}],
            "shop_parcel": [{"line_order_id": two, "line_number": 1, "weight": 4, **STANDARD}],
            "shop_fax": [{"order_id": two, "paper": "a4", **STANDARD}],
            "service_history": [
                {
                    "subject": f"shop.Order/{ORDER}", "transition": "approve", "from_state": "created",
                    "to_state": "approved", "fields": {}, "at": DAY, "by": "x",
                }
            ],
        }
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A project that has followed its model, and how that went."""

    project: Project
    fresh: Database
    made: Done
    refused: Done
    left: list[tuple[str, ...]]
    allowed: Done


@pytest.fixture(scope="module", params=[marked(kind) for kind in KINDS])
def kind(request: pytest.FixtureRequest) -> Kind:
    return cast("Kind", request.param)


@pytest.fixture(scope="module")
def fresh(kind: Kind, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database that has never known another model."""
    folder = tmp_path_factory.mktemp("fresh")
    with Database.fresh(kind, folder) as database:
        project = Project(folder=folder / "project", database=database)
        project.follow(AFTER)
        assert project.manage("migrate").status == 0
        yield database


@pytest.fixture
def old(kind: Kind, tmp_path: Path) -> Iterator[Project]:
    """A project of the old model, with rows, and with the code of the new one."""
    with Database.fresh(kind, tmp_path) as database:
        project = Project(folder=tmp_path / "project", database=database)
        project.follow(BEFORE)
        assert project.manage("migrate").status == 0
        fill(project)
        project.follow(AFTER)
        yield project


@pytest.fixture(scope="module")
def moved(kind: Kind, fresh: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    folder = tmp_path_factory.mktemp("moved")
    with Database.fresh(kind, folder) as database:
        project = Project(folder=folder / "project", database=database)
        project.follow(BEFORE)
        assert project.manage("migrate").status == 0
        fill(project)
        first = project.migrations()
        project.follow(AFTER)
        made = project.manage("makemigrations", "--name", "names and more")
        assert made.status == 0, made.output
        assert first.items() <= project.migrations().items(), "a migration that was there was touched"
        refused = project.manage("migrate")
        left = project.rows("shop_fax", "paper")
        allowed = project.manage("migrate", "--allow-destructive")
        yield Moved(project=project, fresh=fresh, made=made, refused=refused, left=left, allowed=allowed)


def check_rows(project: Project) -> None:
    """Everything that should remain is there, by its new name."""
    two = str(key(2, project.database.kind))
    assert project.rows("shop_client", "ident", "name", "nick", "since") == [
        ("c1", "Ada", "ad", "2020-01-01"), ("c2", "Bob", "none", "2020-01-01"),
    ]  # fmt: skip
    assert len(set(project.rows("shop_client", "token"))) == 2
    found = project.rows("shop_purchase", "id", "buyer_ident", "channel", "state", "weight")
    assert found[0] == (two, "c1", "online", "accepted", "5")
    amounts = [amount for (amount,) in project.rows("shop_purchase", "amount")]
    # SQLite keeps decimals of this size as text that sorts like the number.
    exact = ["100000000000000001250", "100000000009999999999"]
    assert amounts == (exact if project.database.kind == "sqlite" else ["12.50", "99999999.99"])
    assert project.rows("shop_purchase_labels", "owner_id") == [(two,)]
    assert project.rows("shop_purchase_line", "purchase_id", "number", "product") == [(two, "1", "pen")]
    assert project.rows("shop_package", "number", "item_purchase_id", "weight") == [("1", two, "4")]
    assert project.rows("service_history", "subject", "from_state", "to_state") == [
        (f"shop.Purchase/{ORDER}", "created", "accepted")
    ]


def test_there_is_one_migration_for_what_is_new_and_one_for_what_is_dropped(moved: Moved) -> None:
    made = moved.project.migrations()

    assert list(made) == ["0001_initial", "0002_names_and_more", "0003_names_and_more_drops"]
    assert "destructive" not in made["0002_names_and_more"]
    assert "Destructive" in made["0003_names_and_more_drops"]


def test_what_goes_by_another_name_is_kept_and_so_is_all_else(moved: Moved) -> None:
    assert moved.allowed.status == 0, moved.allowed.output
    check_rows(moved.project)


def test_the_schema_is_that_of_a_fresh_database(moved: Moved) -> None:
    assert facts(moved.project.database) == facts(moved.fresh)


def test_rows_are_dropped_with_leave_only(moved: Moved) -> None:
    assert moved.refused.status == 1
    assert "shop.0003_names_and_more_drops stops here" in moved.refused.output
    for lost in (
        "the table shop_fax",
        "the column shop_purchase.note",
        "the value 'fax' of shop_purchase.channel",
    ):
        assert lost in moved.refused.output
    assert moved.left == [("a4",)]


def test_a_type_that_rows_may_not_fit_is_told(moved: Moved) -> None:
    told = "shop_client.name changes from String(120) to String(60)"

    assert told in moved.made.output
    assert told in moved.project.migrations()["0002_names_and_more"]


def test_former_names_may_stay_in_the_model(moved: Moved) -> None:
    done = moved.project.manage("makemigrations", "--name", "nothing")

    assert (done.status, done.output) == (0, "No changes detected\n")


def test_migrations_are_written_as_the_rest_of_the_code(moved: Moved) -> None:
    folder = "src/moving/migrations"
    formatted = moved.project.run(str(TOOLS / "ruff"), "format", folder)
    linted = moved.project.run(str(TOOLS / "ruff"), "check", folder)
    typed = moved.project.run(str(TOOLS / "mypy"), folder)

    assert formatted.status == 0, formatted.output
    assert linted.status == 0, linted.output
    assert typed.status == 0, typed.output


def test_a_migration_that_is_killed_can_be_run_again(old: Project, fresh: Database) -> None:
    assert old.manage("makemigrations", "--name", "names and more").status == 0
    # What rolls back begins anew each time, so it is killed less often.
    step = 1 if old.database.kind == "mariadb" else 25

    done = old.run(sys.executable, str(HERE / "killed.py"), str(step))

    assert done.status == 0, done.output
    assert int(done.output) >= 3
    assert facts(old.database) == facts(fresh)
    check_rows(old)
