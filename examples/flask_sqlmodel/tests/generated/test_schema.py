# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""The migrations lead to the tables of the model."""

import os
from pathlib import Path

from shop.generated.persistence import migrating


def test_the_migrated_schema_is_that_of_the_model(tmp_path: Path) -> None:
    url = os.environ.get("TEST_DATABASE_URL", f"sqlite:///{tmp_path / 'test.db'}")
    migrating.upgrade(url)

    assert migrating.differences(url) == []
