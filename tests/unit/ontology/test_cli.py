"""`stackwright check`: what it prints, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright import __version__
from stackwright.cli import main

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[3]
WRONG = ROOT / "tests/unit/problems/SW104-unknown-type"


def test_a_good_model_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "examples/shop")]) == 0

    assert capsys.readouterr().out == "ok: shop (3 objects)\n"


def test_a_bad_model_ends_with_1_and_the_whole_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(WRONG)]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (WRONG / "expected.txt").read_text(encoding="utf-8")


def test_problems_can_be_had_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(WRONG), "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    (problem,) = told["problems"]
    assert told["ok"] is False
    assert (problem["code"], problem["file"], problem["line"], problem["column"]) == (
        "SW104",
        "ontology/shop.yml",
        6,
        13,
    )
    assert problem["hint"] == "did you mean 'string'?"


def test_a_good_model_has_a_digest_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "examples/shop"), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    assert len(told["digest"]) == 64


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"stackwright {__version__}\n"


def test_a_command_that_is_not_understood_is_an_error_and_no_change(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["chek"]) == 1

    said = capsys.readouterr().err
    assert "'check'" in said
    assert "stackwright --help" in said


def test_checking_needs_no_copier() -> None:
    code = (
        "import sys; from stackwright.cli import main\n"
        f"main(['check', {str(ROOT / 'examples/shop')!r}])\n"
        "sys.exit(any(name.split('.')[0] in ('copier', 'jinja2') for name in sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "extensions", capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
