# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Seed data: the rows of `seed.json`, for a database that has none."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from ..contract.bodies import validate
from ..contract.cursors import Cursors
from .contexts import REPOSITORIES
from .database import Database
from .units import Units


def seed(url: str, path: Path = Path("seed.json")) -> str:
    """Add the rows of the file in one unit of work, and say what was done."""
    if not path.exists():
        return f"{path} is not there: nothing to add."
    rows = json.loads(path.read_text("utf-8"))
    return _add(url, rows)


def _add(url: str, rows: Mapping[str, list[Any]]) -> str:
    units = Units(Database(url), Cursors(b"seed"))
    with units.writing("seed", "-") as unit:
        for name, values in rows.items():
            repository = REPOSITORIES[name](unit.work)
            if repository.kept.rows.exists():
                return f"There are rows in {name} already: nothing added."
            shape = TypeAdapter(repository.kept.shape)
            for value in values:
                repository.create(validate(shape, value))
    return f"Added {sum(map(len, rows.values()))} rows."
