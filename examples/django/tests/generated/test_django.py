# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""The project is one of Django's: its paths, its settings; and the contract's whatever they say."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django.fixtures import Settings

from shop.generated.web.testing import Client

DOCUMENT = Path(__file__).parents[2] / "openapi.json"
PATHS = json.loads(DOCUMENT.read_text("utf-8"))["paths"]


def routes(
    patterns: Sequence[URLPattern | URLResolver], before: str = "/"
) -> Iterator[tuple[str, str]]:
    """Yield each path and method that the project answers by the contract."""
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path)
        else:
            for method in getattr(pattern.callback, "methods", ()):
                yield re.sub(r"<str:(\w+)>", r"{\1}", path), method


def is_problem(answer: Any, status: int) -> bool:
    """Whether an answer is a problem document of this status."""
    assert answer.status_code == status, answer.content
    media_type: str = answer.headers["content-type"]
    return media_type == "application/problem+json"


def test_the_document_is_served_as_it_is(client: Client) -> None:
    assert client.get("/openapi.json").content == DOCUMENT.read_bytes()


def test_paths_and_document_agree() -> None:
    native = set(routes(get_resolver().url_patterns))

    for path, operations in PATHS.items():
        for method in operations:
            if method != "parameters":
                assert (path, method.upper()) in native


def test_a_head_has_the_length_and_no_body(client: Client) -> None:
    answer = client.head("/openapi.json")

    assert answer.content == b""
    assert answer.headers["content-length"] == str(DOCUMENT.stat().st_size)


def test_debugging_shows_no_page_in_place_of_a_problem(
    client: Client, settings: Settings
) -> None:
    settings.DEBUG = True
    prefix = next(path for path in PATHS if path.startswith("/health"))

    assert is_problem(client.get(f"{prefix}/nothing"), 404)
    assert is_problem(client.post("/openapi.json"), 405)


def test_a_host_that_is_not_ours_is_refused(client: Client) -> None:
    for host in ("elsewhere.example", "two words"):
        answer = client.get("/openapi.json", headers={"host": host})
        assert is_problem(answer, 400)
    assert client.get("/health/live", headers={"host": "10.0.0.1"}).status_code == 200


def test_production_passes_the_checks_of_a_deployment(tmp_path: Path) -> None:
    production = {
        "ENVIRONMENT": "production",
        "SECRET_KEY": "0123456789abcdef" * 4,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'production.db'}",
        "DJANGO_SETTINGS_MODULE": "shop.config.settings.production",
    }
    command = ["check", "--deploy", "--fail-level", "WARNING"]

    done = subprocess.run(  # noqa: S603 - its arguments are ours
        [sys.executable, "-m", "shop", *command],
        env={**os.environ, **production},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout
