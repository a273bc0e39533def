"""What tests share: a client of the project, on a database that is empty for each test. This file is yours."""

import pytest

from clinic.generated.web.testing import Client


@pytest.fixture
def client(db: None) -> Client:
    """Return a client without a session; events wait in the outbox until a test delivers them."""
    return Client()
