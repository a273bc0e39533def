"""What only the Django stack has: an admin that saves what it shows, and applications for any server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render

from tests.render.conftest import HERE

# What a browser does with every object stands in a file of its own: it runs inside the project.
PAGES = Path(__file__).with_name("admin_pages.py.txt").read_text("utf-8")
MODELS = {
    "museum": HERE / "tests/models/museum",
    "conformance": HERE / "tests/conformance/model",
}


def written(model: Path, folder: Path) -> Path:
    files = render(load_directory(model), Answers(stack="django", package_name="demo"))
    files["tests/generated/test_admin_pages.py"] = PAGES.replace("PACKAGE", "demo")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def run(project: Path, *command: str, **env: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "src"), **env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("name", MODELS)
def test_every_object_is_shown_in_the_admin_and_saved_as_it_is(name: str, tmp_path: Path) -> None:
    project = written(MODELS[name], tmp_path)

    run(project, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/generated/test_admin_pages.py")


@pytest.mark.parametrize("module", ["wsgi", "asgi"])
def test_any_server_finds_the_application(module: str, tmp_path: Path) -> None:
    project = written(HERE / "examples/shop", tmp_path)
    ask = f"from demo.config.{module} import application; print(type(application).__name__)"

    assert run(project, "-c", ask, RELAY="false") == f"{module.upper()}Handler\n"


def test_a_migration_is_named_in_any_words(tmp_path: Path) -> None:
    project = written(HERE / "examples/shop", tmp_path)

    run(project, "manage.py", "makemigrations", "--name", "Say: what's new!", "--empty", "shop")

    assert (project / "src/demo/migrations/shop/0002_say_what_s_new.py").is_file()


def test_a_setting_that_does_not_fit_is_named(tmp_path: Path) -> None:
    project = written(HERE / "examples/shop", tmp_path)

    with pytest.raises(AssertionError, match="PORT: Input should be"):
        run(project, "manage.py", "check", PORT="many")
    with pytest.raises(AssertionError, match="SECRET_KEY must have 32 characters"):
        run(project, "manage.py", "serve", ENVIRONMENT="production")


def test_a_setting_that_follows_from_a_wrong_one_is_not_told(tmp_path: Path) -> None:
    project = written(HERE / "examples/shop", tmp_path)

    with pytest.raises(AssertionError, match="THREADS: Input should be") as said:
        run(project, "manage.py", "check", THREADS="many")

    assert "POOL_SIZE" not in str(said.value)


def test_production_passes_the_checks_of_a_deployment(tmp_path: Path) -> None:
    project = written(HERE / "examples/shop", tmp_path)
    production = {
        "ENVIRONMENT": "production",
        "DJANGO_SETTINGS_MODULE": "demo.config.settings.production",
        "SECRET_KEY": "correct horse battery staple and forty-two more words",
    }

    said = run(project, "manage.py", "check", "--deploy", "--fail-level", "WARNING", **production)

    assert "no issues" in said
