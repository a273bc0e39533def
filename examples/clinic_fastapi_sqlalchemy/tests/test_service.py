"""Tests of your own. This file is yours."""

from fastapi.testclient import TestClient


def test_the_service_is_ready(client: TestClient) -> None:
    answer = client.get("/health/ready")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok"}


def test_a_path_that_is_not_there_is_a_problem(client: TestClient) -> None:
    answer = client.get("/nowhere")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
