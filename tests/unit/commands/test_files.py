"""`stackwright show` and `owners`: what the template makes of a file, and whose it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stackwright.cli import main

PROJECT = Path(__file__).parents[3] / "examples/fastapi_sqlalchemy"


def test_a_file_is_shown_as_the_template_makes_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "./src/shop/app.py", "--project", str(PROJECT)]) == 0

    assert capsys.readouterr().out == (PROJECT / "src/shop/app.py").read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "hint"), [("src/shop/ap.py", "did you mean src/shop/app.py?"), ("quite/another", "")]
)
def test_a_file_that_the_template_does_not_make_is_told(
    path: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", path, "--project", str(PROJECT)]) == 1

    said = " ".join(capsys.readouterr().err.split())
    assert f"{path}: no file of the template" in said
    assert ("did you mean" in said) == bool(hint)
    assert hint in said


def test_without_a_rendered_project_there_is_nothing_to_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "src/shop/app.py", "--project", str(tmp_path)]) == 1

    assert "SW008" in capsys.readouterr().err


def test_every_file_has_an_owner_and_those_that_are_rendered_a_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    paths = ["./openapi.json", "Makefile", "src/shop/app.py", "notes.txt"]
    assert main(["owners", *paths, "--project", str(PROJECT), "--json"]) == 0

    generated, shared, yours, unknown = json.loads(capsys.readouterr().out)["files"]
    assert (generated["path"], generated["owner"]) == ("./openapi.json", "generated")
    assert (shared["owner"], shared["source"]) == ("shared", "template/Makefile.jinja")
    assert (yours["owner"], bool(yours["source"])) == ("yours", True)
    assert unknown == {"path": "notes.txt", "owner": "yours", "source": None, "role": None}


def test_the_owner_says_what_an_update_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["owners", "openapi.json", "Makefile", "notes.txt", "--project", str(PROJECT)]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "replaced by every update" in said
    assert "written by updates, with your edits merged in" in said
    assert "never changed by an update" in said
