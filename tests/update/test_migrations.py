"""The first migrations come with the first render; later ones are the framework's own commands to make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from stackwright.project import kept
from stackwright.rendering import File

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "src/shop/migrations/stock/0001_initial.py"


def made(path: str, role: str) -> File:
    return File(path=path, text="", owner="yours", source="", role=role)


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ((), False),
        (("migrations/versions/0001_initial.py",), False),  # of another stack
        (("src/shop/migrations/__init__.py", "src/shop/migrations/shop/0001_initial.py"), True),
        ((FIRST,), True),  # deleted on purpose
    ],
    ids=["a first render", "a change of the stack", "a new ontology", "a deleted migration"],
)
def test_a_first_migration_is_written_where_none_has_been(
    before: tuple[str, ...], left: bool, tmp_path: Path
) -> None:
    file = made(FIRST, "yours.migrations.ontology.initial")

    assert kept(file, tmp_path, frozenset(before)) is left


def test_the_package_of_a_new_ontologys_migrations_is_written(tmp_path: Path) -> None:
    package = made("src/shop/migrations/stock/__init__.py", "yours.migrations.ontology")

    assert not kept(package, tmp_path, frozenset(["src/shop/migrations/shop/0001_initial.py"]))
