"""Which stack an existing project stands on: a folder each, with its files and the exact report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stackwright import cli
from stackwright.detection import detect, mentions_of, propose, report
from stackwright.detection.sources import READERS
from stackwright.rendering.stacks import Stack

if TYPE_CHECKING:
    from collections.abc import Mapping

CASES = Path(__file__).parent / "cases"


def stack(framework: str, orm: str, *, implemented: bool = True, base: str | None = None) -> Stack:
    return Stack(
        id=framework if framework == orm else f"{framework}_{orm}",
        title=f"{framework} and {orm}",
        framework=framework,
        orm=orm,
        orm_base=base,
        mode="sync",
        status="implemented" if implemented else "planned",
    )


# Of these tests' own, so that their reports stay what they are while stacks come and ripen.
STACKS: Mapping[str, Stack] = {
    one.id: one
    for one in (
        stack("django", "django"),
        stack("fastapi", "sqlalchemy"),
        stack("fastapi", "sqlmodel"),
        stack("flask", "sqlalchemy"),
        stack("flask", "sqlmodel", implemented=False),
    )
}


def reported(folder: Path) -> str:
    return "".join(f"{line}\n" for line in report(detect(folder, STACKS)))


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_project_gets_exactly_this_report(case: str) -> None:
    assert reported(CASES / case / "project") == (CASES / case / "expected.txt").read_text("utf-8")


def test_a_stack_is_an_answer_and_its_absence_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["detect", str(CASES / "fastapi-in-pep-621/project")]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("fastapi_sqlalchemy: ")
    assert said.err == ""

    assert cli.main(["detect", str(CASES / "two-frameworks/project")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (CASES / "two-frameworks/expected.txt").read_text("utf-8")


def test_what_is_no_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["detect", str(tmp_path / "nowhere")]) == 1

    assert capsys.readouterr().err == f"{tmp_path / 'nowhere'} is no folder\n"


def test_the_answer_can_be_had_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["detect", str(CASES / "fastapi-in-pep-621/project"), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told == {
        "ok": True,
        "stack": "fastapi_sqlalchemy",
        "status": "implemented",
        "reason": None,
        "evidence": [
            {
                "file": "pyproject.toml",
                "place": "project.dependencies",
                "found": "fastapi[standard]>=0.110",
                "package": "fastapi",
                "strength": "declared",
            },
            {
                "file": "pyproject.toml",
                "place": "project.dependencies",
                "found": "sqlalchemy[asyncio]~=2.0 ; python_version >= '3.9'",
                "package": "sqlalchemy",
                "strength": "declared",
            },
        ],
        "aside": [],
        "complaints": [],
        "files": ["pyproject.toml"],
    }


def test_what_is_left_aside_is_in_the_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["detect", str(CASES / "django-beside-sqlalchemy/project"), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert [(one["file"], one["found"]) for one in told["aside"]] == [("pyproject.toml", "sqlalchemy>=2")]


def test_a_refusal_can_be_had_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["detect", str(CASES / "two-frameworks/project"), "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["stack"], told["status"]) == (False, None, None)
    assert told["reason"] == "more than one framework: fastapi and flask"
    assert [one["package"] for one in told["evidence"]] == ["fastapi", "sqlalchemy", "flask"]


def test_a_file_that_is_no_text_is_told_and_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_bytes("flask\nsqlalchemy".encode("utf-16"))
    (tmp_path / "Pipfile").write_bytes(b'\xef\xbb\xbf[packages]\r\nfastapi = "*"\r\nsqlmodel = "*"\r\n')

    assert reported(tmp_path).splitlines() == [
        "fastapi_sqlmodel: fastapi and sqlmodel",
        "  Pipfile, packages: fastapi = *",
        "  Pipfile, packages: sqlmodel = *",
        "requirements.txt: not UTF-8 at byte 0",
    ]


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("flask")
    (tmp_path / "project").mkdir()
    (tmp_path / "project/requirements.txt").symlink_to(tmp_path / "secret.txt")

    first, second = reported(tmp_path / "project").splitlines()
    assert first.startswith("no stack can be proposed: there is nothing to go by")
    assert second == "requirements.txt: outside of the project, so not looked at"


def test_what_a_further_stack_stands_on_is_known_from_its_manifest(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("litestar\npiccolo\nlesser-orm\n")
    stacks = {**STACKS, "sixth": stack("litestar", "piccolo", base="lesser-orm")}

    proposal = detect(tmp_path, stacks)

    assert proposal.stack == stacks["sixth"]
    assert [mention.package for mention in proposal.evidence] == ["litestar", "piccolo"]


def test_two_orms_of_one_framework_are_no_guess(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("fastapi\npiccolo\nsqlalchemy\n")
    stacks = {**STACKS, "sixth": stack("fastapi", "piccolo")}

    proposal = detect(tmp_path, stacks)

    assert proposal.stack is None
    assert proposal.contradictory
    assert proposal.reason == "more than one ORM for fastapi: piccolo and sqlalchemy"


def test_a_framework_with_an_orm_that_no_stack_pairs_is_told(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("flask\npiccolo\n")
    stacks = {**STACKS, "sixth": stack("litestar", "piccolo")}

    assert detect(tmp_path, stacks).reason == "no stack stands on flask with piccolo"


@given(st.sampled_from([*READERS, "requirements.txt"]), st.text())
def test_no_text_in_any_file_is_more_than_a_complaint(file: str, text: str) -> None:
    mentions, complaints = mentions_of({file: text})

    assert propose(mentions, STACKS, looked_at=(file,), complaints=complaints).complaints == complaints


def test_the_how_to_page_shows_a_real_diagnosis() -> None:
    page = (CASES.parents[3] / "docs/how-to/start-in-an-existing-project.md").read_text("utf-8")

    assert (CASES / "two-frameworks/expected.txt").read_text("utf-8") in page
