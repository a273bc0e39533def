"""Tests of your own. This file is yours."""

from flask.testing import FlaskClient


def test_the_service_is_ready(client: FlaskClient) -> None:
    answer = client.get("/health/ready")

    assert answer.status_code == 200
    assert answer.json == {"status": "ok"}


def test_a_path_that_is_not_there_is_a_problem(client: FlaskClient) -> None:
    answer = client.get("/nowhere")

    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
