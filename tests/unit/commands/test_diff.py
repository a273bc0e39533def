"""`stackwright diff`: two folders or revisions, what is accepted, and exit codes that a CI can use."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from stackwright.cli import main

if TYPE_CHECKING:
    from pathlib import Path

SHOP = """\
ontology: shop
objects:
  Order:
    fields:
      id: uuid, key
      note: string(40)
"""
SHORTER = SHOP.replace("string(40)", "string(20)")
LONGER = SHOP.replace("string(40)", "string(80)")
ACCEPTED = ".stackwright/accepted.yml"


def written(folder: Path, text: str) -> Path:
    (folder / "ontology").mkdir(parents=True, exist_ok=True)
    (folder / "ontology/shop.yml").write_text(text, "utf-8")
    return folder


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a folder of a larger repository, with a release, a commit after it, and an edit."""
    root = tmp_path / "repository"
    folder = written(root / "services/shop", SHOP)
    git(root, "init", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "-m", "one")
    git(root, "tag", "v1.0")
    written(folder, LONGER)
    git(root, "commit", "-am", "two")
    written(folder, SHORTER)
    monkeypatch.chdir(folder)
    return folder


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = main(["diff", *arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def types(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(change["old"], change["new"]) for change in answer["changes"]]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["v1.0"], [("string(40)", "string(20)")]),
        (["HEAD"], [("string(80)", "string(20)")]),
        (["HEAD~1", "main"], [("string(40)", "string(80)")]),
        ([".", "v1.0"], [("string(20)", "string(40)")]),
    ],
)
def test_revisions_are_read_from_a_folder_of_a_repository(
    given: list[str], expected: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer = told(capsys, *given)

    assert code == 2
    assert types(answer) == expected


def test_a_project_elsewhere_knows_its_own_revisions(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    code, answer = told(capsys, "v1.0", "--project", str(project))

    assert (code, types(answer)) == (2, [("string(40)", "string(20)")])


def test_a_hook_of_another_repository_does_not_lead_astray(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(project / "nowhere"))

    assert told(capsys, "v1.0")[0] == 2


def test_folders_need_no_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = written(tmp_path / "old", SHOP), written(tmp_path / "new", LONGER)

    assert main(["diff", str(old), str(new)]) == 2

    assert capsys.readouterr().out.splitlines()[-2:] == [
        "minor: 1 compatible change",
        "database: 1 change to migrate",
    ]


@pytest.mark.usefixtures("project")
def test_nothing_changed_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "."]) == 0

    assert capsys.readouterr().out == "nothing has changed\n"


@pytest.mark.usefixtures("project")
def test_a_change_is_told_with_all_that_follows_from_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = told(capsys, "v1.0")

    assert code == 2
    assert answer == {
        "ok": True,
        "level": "major",
        "migrates": True,
        "destroys": False,
        "changes": [
            {
                "kind": "length-lowered",
                "place": "shop.Order.note",
                "sentence": "the type was string(40) and is string(20), which holds less",
                "old": "string(40)",
                "new": "string(20)",
                "level": "major",
                "reason": "a request that was accepted may be refused (422)",
                "touches": ["api", "database", "source"],
                "breaks": ["api", "database"],
                "migrates": True,
                "destroys": False,
                "question": "what becomes of rows whose value no longer fits?",
                "accepted": False,
                "accepted_reason": None,
            }
        ],
    }


@pytest.mark.usefixtures("project")
def test_only_what_breaks_fails_where_only_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "v1.0", "main"]) == 2
    assert main(["diff", "v1.0", "main", "--breaking"]) == 0
    assert capsys.readouterr().out.endswith("nothing breaks\n")
    assert main(["diff", "v1.0", "--breaking"]) == 2


def test_an_accepted_break_breaks_no_more_and_is_still_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "v1.0", "--accept"]) == 2
    written_down = (project / ACCEPTED).read_text("utf-8")
    assert written_down.endswith("\n- kind: length-lowered\n  place: shop.Order.note\n  new: string(20)\n")
    (entry,) = yaml.safe_load(written_down)
    assert entry == {"kind": "length-lowered", "place": "shop.Order.note", "new": "string(20)"}
    (project / ACCEPTED).write_text(yaml.safe_dump([{**entry, "reason": "nobody writes more"}]), "utf-8")
    capsys.readouterr()

    assert main(["diff", "v1.0", "--breaking"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "accepted"
    assert "      accepted: nobody writes more" in said
    assert "nothing else breaks: 1 breaking change accepted" in said
    code, answer = told(capsys, "v1.0")
    assert (code, answer["level"]) == (2, None)
    assert answer["changes"][0]["accepted_reason"] == "nobody writes more"


def test_a_reason_survives_the_next_acceptance_and_a_further_break_does_not_pass(
    project: Path,
) -> None:
    main(["diff", "v1.0", "--accept"])
    entry = {**yaml.safe_load((project / ACCEPTED).read_text("utf-8"))[0], "reason": "short"}
    (project / ACCEPTED).write_text(yaml.safe_dump([entry]), "utf-8")

    main(["diff", "v1.0", "--accept"])
    assert yaml.safe_load((project / ACCEPTED).read_text("utf-8")) == [entry]

    written(project, SHOP.replace("string(40)", "string(10)"))
    assert main(["diff", "v1.0", "--breaking"]) == 2


def test_without_a_break_no_file_is_made_and_an_old_one_is_emptied(project: Path) -> None:
    main(["diff", ".", "--accept"])
    assert not (project / ACCEPTED).exists()

    main(["diff", "v1.0", "--accept"])
    main(["diff", ".", "--accept"])
    assert yaml.safe_load((project / ACCEPTED).read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind: x", "it is no list"),
        ("- [", "it is no YAML, line 1"),
        ("- text", "entry 1 is no mapping of texts"),
        ("- {kind: field-removed, place: 1}", "entry 1 is no mapping of texts"),
        ("- {kind: field-removed}", "entry 1 has no place"),
        (
            "- {kind: field-remove, place: a}",
            "entry 1: unknown kind 'field-remove'; did you mean 'field-removed'?",
        ),
        ("- {kind: wrong, place: a}", "entry 1: unknown kind 'wrong'"),
        (
            "- {kind: field-removed, place: a, resaon: b}",
            "entry 1: unknown key 'resaon'; did you mean 'reason'?",
        ),
    ],
)
def test_a_wrong_baseline_is_told_in_a_line(
    text: str, message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / ".stackwright").mkdir()
    (project / ACCEPTED).write_text(text, "utf-8")

    assert main(["diff", "v1.0"]) == 1

    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{ACCEPTED}: {message}\n")


@pytest.mark.parametrize("name", ["v9", "--upload-pack=x", "main:services", "services", ""])
def test_an_unknown_revision_is_told_in_a_line(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "services").mkdir()

    assert main(["diff", "--", name]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{name}: no folder with ontology/, and no revision of .\n"


@pytest.mark.usefixtures("project")
def test_an_empty_name_is_not_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "v1.0", ""]) == 1
    assert capsys.readouterr().out == ""


def test_without_a_repository_there_are_no_revisions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(written(tmp_path, SHOP))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert told(capsys, "main") == (
        1,
        {"ok": False, "error": "main: no folder with ontology/, and . is in no git repository"},
    )


def test_without_git_folders_still_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(written(tmp_path, SHOP))
    monkeypatch.setenv("PATH", str(tmp_path / "ontology"))

    assert main(["diff", "."]) == 0
    assert main(["diff", "main"]) == 1
    assert capsys.readouterr().err == "main: no folder with ontology/, and git is not installed\n"


@pytest.mark.parametrize("side", ["old", "new"])
def test_a_mistake_in_either_model_is_told_as_check_tells_it(
    side: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(project, SHOP.replace("string(40)", "strng(40)"))
    git(project, "commit", "-am", "three")
    main(["check"])
    report = capsys.readouterr().err
    if side == "old":
        written(project, SHOP)

    assert main(["diff", "HEAD" if side == "old" else "v1.0"]) == 1

    said = capsys.readouterr()
    assert said.err == f"The model of {'HEAD' if side == 'old' else '.'} has mistakes.\n\n{report}"
    code, answer = told(capsys, "HEAD" if side == "old" else "v1.0")
    assert (code, answer["ok"], answer["model"]) == (1, False, "HEAD" if side == "old" else ".")
    assert [problem["code"] for problem in answer["problems"]] == ["SW101"]


def test_a_revision_before_the_model_has_none(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(project, "checkout", "--orphan", "bare")
    git(project, "rm", "-rfq", "--cached", ".")
    git(project, "commit", "--allow-empty", "-m", "nothing")

    assert main(["diff", "bare"]) == 1

    assert "error[SW008]: no model file" in capsys.readouterr().err


def test_what_was_committed_counts_whatever_a_checkout_makes_of_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / ".gitattributes").write_text("ontology/*.yml export-ignore text eol=crlf\n", "utf-8")
    git(project, "add", ".")
    git(project, "commit", "-m", "attributes")

    assert main(["diff", "HEAD"]) == 0
    assert capsys.readouterr().err == ""
