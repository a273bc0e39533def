"""What tests share: an application on a database of its own. This file is yours."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from shop.app import create_app
from shop.generated.persistence import migrating
from shop.settings import Settings


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the URL of a migrated database: SQLite, or what TEST_DATABASE_URL names."""
    file = tmp_path_factory.mktemp("database") / "test.db"
    url = os.environ.get("TEST_DATABASE_URL", f"sqlite:///{file}")
    migrating.upgrade(url)
    return url


@pytest.fixture
def database_url(migrated: str, tmp_path: Path) -> Iterator[str]:
    """Return the URL of a database without rows."""
    if not migrated.startswith("sqlite:///"):
        yield migrated
        migrating.empty(migrated)
        return
    copy = tmp_path / "test.db"
    shutil.copy(migrated.removeprefix("sqlite:///"), copy)
    yield f"sqlite:///{copy}"


@pytest.fixture
def app(database_url: str) -> FastAPI:
    """Return the application; events wait in the outbox until a test delivers them."""
    settings = Settings(database_url=database_url, relay=False, log_level="ERROR")
    return create_app(settings)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Return a client of the running application."""
    with TestClient(app) as client:
        yield client
