"""`stackwright plan`, `update`, `undo` and `check`: what they tell, what they refuse; and nothing is lost."""

from __future__ import annotations

import errno
import json
import shutil
from typing import TYPE_CHECKING, Any

import copier
import pytest
from stackwright.cli import main
from stackwright.updating import inspecting, planning
from stackwright.updating import journal as journals

from tests.update.conftest import Rendered, git, make

if TYPE_CHECKING:
    from pathlib import Path

    from tests.update.conftest import Template

MODEL = "ontology/shop.yml"
ORDER = "src/shop/generated/shop/contract/order.py"


def another_field(project: Rendered) -> None:
    project.edit(MODEL, "      total: Money\n", "      total: Money\n      weight: decimal(9, 3)?\n")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_project_that_is_as_it_should_be_has_nothing_to_do(
    project: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan"]) == 0
    assert "Nothing to do" in capsys.readouterr().out
    assert main(["update"]) == 0
    assert main(["check"]) == 0
    assert project.changes == ""


def test_a_plan_tells_each_file_and_its_cause_and_changes_nothing(
    project: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    project.edit("Makefile", "\ntest:", "\nours:\n\ttrue\n\ntest:")
    project.write(ORDER, project.read(ORDER) + "\n\nOURS = 1\n")
    project.commit()
    another_field(project)
    before = project.files

    code, plan = told(capsys, "plan", "--data", "licence=MIT")

    assert code == 2
    assert project.files == before
    files = {file["path"]: file for file in plan["files"]}
    assert files[ORDER] == {
        "path": ORDER, "action": "merge", "owner": "generated", "causes": ["model"], "edited": True,
    }  # fmt: skip
    assert (files["LICENSE"]["action"], files["LICENSE"]["causes"]) == ("add", ["answers"])
    assert (files["README.md"]["owner"], files["README.md"]["causes"]) == ("shared", ["answers"])
    assert "Makefile" not in files
    assert [change["kind"] for change in plan["model"]["changes"]] == ["field-added"]
    assert plan["migration"] is True


def test_an_update_does_what_the_plan_told_and_undo_takes_it_back(
    project: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    another_field(project)
    before = project.files
    _, plan = told(capsys, "plan")

    assert main(["update"]) == 2

    changed = {path for path, content in project.files.items() if before.get(path) != content}
    assert changed == {file["path"] for file in plan["files"]}
    assert "weight: Decimal | None" in project.read(ORDER)
    assert main(["plan"]) == 1  # what was written is not committed yet
    assert main(["undo"]) == 2
    assert project.files == before
    assert main(["undo"]) == 1
    assert "no update to take back" in capsys.readouterr().err


def test_what_an_update_leaves_to_be_done_is_named(
    project: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write(MODEL, project.read(MODEL).replace("approve_order", "accept_order"))

    assert main(["update", "--data", "stack=flask_sqlalchemy"]) == 2

    said = capsys.readouterr().out
    assert "src/shop/app.py: written for fastapi_sqlalchemy" in said
    assert "no longer in the model" in said
    assert "  src/shop/actions/shop/approve_order.py" in said


@pytest.mark.parametrize("number", [0, 5, 19, 24])
def test_a_full_disk_leaves_everything_as_it_was(
    project: Rendered, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    another_field(project)
    before, write, done = project.files, journals._write, []

    def full(path: Path, content: bytes) -> None:
        done.append(path)
        if len(done) == number + 1:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write(path, content)

    monkeypatch.setattr(journals, "_write", full)
    assert main(["update"]) == 1

    assert "No space left on device; nothing has been changed" in capsys.readouterr().err
    assert project.files == before
    monkeypatch.undo()


def test_a_project_in_a_folder_of_a_larger_repository(
    project: Rendered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(project.folder / ".git")
    (tmp_path / "large/services").mkdir(parents=True)
    shutil.move(project.folder, tmp_path / "large/services/shop")
    git(tmp_path / "large", "init", "--quiet")
    inner = Rendered(tmp_path / "large/services/shop")
    Rendered(tmp_path / "large").commit()
    (tmp_path / "large/other.txt").write_text("not committed, and none of its business")
    another_field(inner)
    before = inner.files
    monkeypatch.chdir(tmp_path)

    assert main(["update", "--project", "large/services/shop"]) == 2
    assert "weight" in inner.read(ORDER)
    assert main(["undo", "--project", "large/services/shop"]) == 2
    assert inner.files == before


@pytest.fixture
def released(whole_template: Template, tmp_path: Path) -> Template:
    """The template with a version 1.1.0, which changes a generated file and a shared one."""
    folder = tmp_path / "released"
    git(tmp_path, "clone", "--quiet", str(whole_template.folder), str(folder))

    def change(folder: Path) -> None:
        for path in ("template/Makefile.jinja", "stacks/common/contract/identifiers.py.jinja"):
            text = (folder / path).read_text("utf-8")
            (folder / path).write_text(f"{text}\n# new in 1.1.0\n", "utf-8")

    from tests.update.conftest import Template as Versions  # noqa: PLC0415

    versions = Versions(folder)
    versions.version("v1.1.0", change)
    return versions


def test_a_newer_template_gives_what_copier_gives_and_its_own_cause(
    released: Template, project: Rendered, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project.edit(".copier-answers.yml", project.answers["_src_path"], str(released.folder))
    project.edit("Makefile", "\ntest:", "\nours:\n\ttrue\n\ntest:")
    another_field(project)
    project.commit()
    shutil.copytree(project.folder, tmp_path / "twin")
    copier.run_update(
        tmp_path / "twin",
        data={"licence": "MIT"},
        vcs_ref="v1.1.0",
        defaults=True,
        overwrite=True,
        unsafe=True,
        quiet=True,
    )

    _, plan = told(capsys, "plan", "--to", "v1.1.0", "--data", "licence=MIT")
    assert main(["update", "--to", "v1.1.0", "--data", "licence=MIT"]) == 2

    assert project.files == Rendered(tmp_path / "twin").files
    causes = {file["path"]: file["causes"] for file in plan["files"]}
    assert causes["src/shop/generated/contract/identifiers.py"] == ["template"]
    assert causes["Makefile"] == ["template"]
    assert causes[ORDER] == ["model"]
    assert causes["LICENSE"] == ["answers"]
    assert (plan["from"], plan["to"]) == ("v1.0.0", "v1.1.0")
    assert main(["undo"]) == 2
    assert project.changes == ""


def test_an_unknown_version_is_named(
    released: Template, project: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    project.edit(".copier-answers.yml", project.answers["_src_path"], str(released.folder))
    project.commit()

    assert main(["update", "--to", "v7"]) == 1

    assert "v7" in capsys.readouterr().err
    assert project.changes == ""


def test_check_tells_what_is_wrong_what_waits_and_what_is_worth_knowing(
    project: Rendered, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    another_field(project)
    assert main(["check"]) == 2
    assert (
        "the model has changed since the last render (1 change): stackwright update"
        in capsys.readouterr().out
    )

    main(["update"])
    project.commit()
    assert main(["check"]) == 2
    assert "no migration has followed the model (shop.Order.weight)" in capsys.readouterr().out

    project.write("migrations/versions/0002_weight.py", '"""The weight."""\n')
    assert main(["check"]) == 0

    project.write(ORDER, project.read(ORDER) + "\n")
    (project.folder / "openapi.json").unlink()
    code, state = told(capsys, "check")
    assert code == 1
    assert [line.split(":")[0] for line in state["errors"]] == ["openapi.json", ORDER]

    git(project.folder, "checkout", "--quiet", "--", ".")
    monkeypatch.setattr("stackwright.updating.inspecting.own_version", lambda: "v1.1.0")
    code, state = told(capsys, "check")
    assert (code, state["notes"]) == (0, ["rendered by v1.0.0, v1.1.0 is installed: stackwright plan"])


@pytest.mark.usefixtures("project")
def test_whose_a_file_is_and_what_a_code_means(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = told(capsys, "owners", ORDER, "Makefile", "src/shop/app.py", "notes.txt")
    assert [file["owner"] for file in found["files"]] == ["generated", "shared", "yours", "yours"]
    assert main(["owners", "x", "--project", ".."]) == 1

    assert main(["explain", "sw104"]) == 0
    assert "declare the type under `types`" in capsys.readouterr().out
    assert main(["explain", "SW999"]) == 1


def test_the_migrations_of_a_django_project_are_seen(
    whole_template: Template,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    django = make(whole_template, tmp_path / "shop", data={"stack": "django"})
    monkeypatch.chdir(django.folder)
    for module in (planning, inspecting):
        monkeypatch.setattr(module, "own_version", lambda: "v1.0.0")
    another_field(django)
    main(["update"])
    django.commit()

    assert main(["check"]) == 2
    assert "no migration has followed the model (shop.Order.weight)" in capsys.readouterr().out
    django.write("src/shop/migrations/shop/0002_weight.py", "")
    assert main(["check"]) == 0
    django.commit()
    assert main(["check"]) == 0


def test_a_project_that_does_not_know_its_version_is_told(
    project: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    project.edit(".copier-answers.yml", "_commit: v1.0.0\n", "")

    assert main(["check"]) == 0

    said = "rendered by an unknown version, v1.0.0 is installed: stackwright plan\n"
    assert capsys.readouterr().out.endswith(said)
