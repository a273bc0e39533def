"""A further stack is one manifest and new files: nothing that is there already knows of it.

`tests/sixth_stack` holds one: Starlette on the bodies of SQLAlchemy. It is laid over a copy of `stacks/`,
rendered, checked, tested by the tests that come with it, and served.
"""

from __future__ import annotations

import http.client
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from stackwright.detection import detect
from stackwright.rendering import Answers, files
from stackwright.rendering.plan import load_rows
from stackwright.rendering.stacks import load_stacks

from tests.render.conftest import HERE
from tests.servers import RunningServer, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Model
    from stackwright.rendering import File

SIXTH = HERE / "tests/sixth_stack"
STACK = "starlette_sqlalchemy"
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the template with the sixth stack beside its own."""
    root = tmp_path_factory.mktemp("root")
    for folder in ("stacks", "template"):
        shutil.copytree(HERE / folder, root / folder)
    shutil.copytree(SIXTH / "stacks", root / "stacks", dirs_exist_ok=True)
    return root


@pytest.fixture(scope="module")
def made(root: Path, shop: Model) -> dict[str, File]:
    return files(shop, Answers(stack=STACK), root)


@pytest.fixture(scope="module")
def project(made: dict[str, File], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop in the sixth stack, on disk."""
    folder = tmp_path_factory.mktemp("sixth") / "shop"
    for path, file in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(file.text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def server(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('data')}/shop.db"}
    run(project, "migrate", settings)
    run(project, "seed", settings)
    with RunningServer.start(project, settings) as server:
        yield server


def ask(
    server: RunningServer, method: str, path: str, body: object = None
) -> tuple[int, dict[str, str], Any]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        sent = None if body is None else json.dumps(body).encode()
        connection.request(method, path, sent, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    headers = {name.lower(): value for name, value in answer.getheaders()}
    return answer.status, headers, json.loads(content) if content else None


def test_it_is_new_files_only() -> None:
    mine = [path.relative_to(SIXTH).as_posix() for path in SIXTH.rglob("*") if path.is_file()]

    assert [path for path in mine if not path.startswith("stacks/")] == []
    assert [path for path in mine if (HERE / path).exists()] == []


def test_nothing_that_is_there_already_knows_of_it() -> None:
    others = [*(HERE / "stacks").glob("*.yml"), HERE / "stacks/plan.yml", *(HERE / "template").rglob("*")]
    texts = [path.read_text("utf-8").lower() for path in others if path.is_file()]

    assert [text for text in texts if "starlette" in text] == []


def test_every_role_of_a_framework_is_filled_and_no_body_is_idle(root: Path) -> None:
    stack = load_stacks(root)[STACK]
    wanted = {
        row.body.format(framework="starlette", orm="", mode="")
        for row in load_rows(root)
        if row.body is not None and "{framework}" in row.body and row.is_of(stack)
    }
    folder = root / "stacks/framework/starlette"
    there = {path.relative_to(root).as_posix() for path in folder.rglob("*") if path.is_file()}

    # What bodies import or include beside those of the plan.
    besides = {
        f"stacks/framework/starlette/{name}" for name in ("names.jinja", "places.md.jinja", "testing.jinja")
    }
    assert there == wanted | besides


def test_it_is_found_and_described_like_the_others(root: Path, made: dict[str, File], tmp_path: Path) -> None:
    stack = load_stacks(root)[STACK]

    (tmp_path / "pyproject.toml").write_text(made["pyproject.toml"].text, "utf-8")

    assert detect(tmp_path, load_stacks(root)).stack == stack
    assert '"starlette>=' in made["pyproject.toml"].text
    assert "fastapi" not in "".join(file.text for file in made.values()).lower()


@pytest.mark.parametrize(
    "command", ["ruff format --check .", "ruff check .", "mypy", "lint-imports", "python -m pytest -q"]
)
def test_its_project_passes_its_own_checks(project: Path, tmp_path: Path, command: str) -> None:
    program, *arguments = command.split()

    done = subprocess.run(
        [BIN / program, *arguments],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": str(project / "src"),
            "PYTEST_ADDOPTS": f"-p no:cacheprovider --basetemp={tmp_path / 'pytest'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_its_server_is_healthy(server: RunningServer) -> None:
    status, headers, body = ask(server, "GET", "/health/ready")

    assert (status, body) == (200, {"status": "ok"})
    assert headers["x-request-id"]


def test_its_server_lists_sorts_and_filters_what_was_seeded(server: RunningServer) -> None:
    status, _, body = ask(server, "GET", "/api/shop/orders?sort=-total&limit=2&total.gt=0")

    assert status == 200
    totals = [float(order["total"]) for order in body["items"]]
    assert len(totals) == 2
    assert totals == sorted(totals, reverse=True)
    following = ask(server, "GET", f"/api/shop/orders?sort=-total&limit=2&total.gt=0&cursor={body['next']}")
    assert following[0] == 200


def test_its_server_makes_and_shows_an_object(server: RunningServer) -> None:
    ada = {"email": "countess@example.org", "name": "Ada"}

    status, headers, body = ask(server, "POST", "/api/shop/customers", ada)

    assert status == 201
    assert headers["location"] == f"/api/shop/customers/{body['id']}"
    assert headers["etag"] == '"1"'
    assert ask(server, "GET", headers["location"])[2] == body
    again = ask(server, "POST", "/api/shop/customers", ada)
    assert (again[0], again[2]["type"]) == (409, "/problems/not-unique")


def test_its_server_answers_with_problems(server: RunningServer) -> None:
    for method, path, body, status, kind in (
        ("GET", "/nowhere", None, 404, "not-found"),
        ("GET", "/api/shop/orders/", None, 404, "not-found"),
        ("PUT", "/api/shop/orders", None, 405, "method-not-allowed"),
        ("GET", "/api/shop/orders?limit=x", None, 422, "invalid-request"),
        ("POST", "/api/shop/customers", {"name": 1}, 422, "invalid-request"),
        ("GET", "/api/shop/customers/00000000-0000-4000-8000-000000000000", None, 404, "not-found"),
    ):
        found, headers, problem = ask(server, method, path, body)

        assert (found, problem["type"]) == (status, f"/problems/{kind}"), path
        assert headers["content-type"] == "application/problem+json"
    assert ask(server, "PUT", "/api/shop/orders")[1]["allow"] == "GET, HEAD, POST"


def test_its_server_moves_an_object_once(server: RunningServer) -> None:
    order = ask(server, "GET", "/api/shop/orders?state.eq=created&limit=1")[2]["items"][0]["id"]

    first = ask(server, "POST", f"/api/shop/orders/{order}/approve")
    second = ask(server, "POST", f"/api/shop/orders/{order}/approve")

    assert (first[0], first[2]["state"]) == (200, "approved")
    assert (second[0], second[2]["type"]) == (409, "/problems/transition-refused")
    history = ask(server, "GET", f"/api/shop/orders/{order}/history")[2]["items"]
    assert [step["transition"] for step in history] == ["approve"]
