"""Tests of your own. This file is yours."""

from clinic.generated.web.testing import Client


def test_the_service_is_ready(client: Client) -> None:
    answer = client.get("/health/ready")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok"}


def test_a_path_that_is_not_there_is_a_problem(client: Client) -> None:
    answer = client.get("/nowhere")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
