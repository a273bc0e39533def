"""What an update refuses, sentence by sentence; and nothing is written where it does."""

from __future__ import annotations

import shutil
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from stackwright.cli import main
from stackwright.updating.journal import Journal
from stackwright.updating.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.update.conftest import Rendered

MODEL = "ontology/shop.yml"
ORDER = "src/shop/generated/shop/contract/order.py"
DEPOT = "objects:\n  Depot:\n    fields: {id: 'uuid, key'}\n\n"


def another_field(project: Rendered) -> None:
    project.edit(MODEL, "      total: Money\n", "      total: Money\n      weight: decimal(9, 3)?\n")


def dirty(project: Rendered) -> None:
    project.write("src/shop/app.py", project.read("src/shop/app.py") + "\n")


def in_the_way(project: Rendered) -> None:
    project.edit(MODEL, "objects:\n", DEPOT)
    project.write("src/shop/generated/shop/contract/depot.py", "OURS = 1\n")


def ignored(project: Rendered) -> None:
    project.edit(MODEL, "objects:\n", DEPOT)
    project.write(".gitignore", project.read(".gitignore") + "depot.py\n")
    project.commit()


def not_utf8(project: Rendered) -> None:
    (project.folder / ORDER).write_bytes(b"# \xff\n")
    project.commit()
    another_field(project)


def crlf(project: Rendered) -> None:
    (project.folder / ".gitattributes").unlink()
    project.commit()
    (project.folder / "README.md").write_bytes(b"Ours\r\nours\n")
    project.commit()


def out_of_the_tree(project: Rendered) -> None:
    folder = project.folder / "src/shop/generated/shop/contract"
    shutil.move(folder, project.folder.parent / "elsewhere")
    folder.symlink_to(project.folder.parent / "elsewhere")
    project.commit()
    another_field(project)


def without_git(project: Rendered) -> None:
    shutil.rmtree(project.folder / ".git")


def a_conflict_in_the_record(project: Rendered) -> None:
    project.write(".copier-answers.yml", f"<<<<<<< ours\n{project.read('.copier-answers.yml')}")
    project.commit()


def a_link(project: Rendered) -> None:
    (project.folder / ORDER).rename(project.folder / "order.py")
    (project.folder / ORDER).symlink_to(project.folder / "order.py")
    project.commit()
    another_field(project)


def two_records(project: Rendered) -> None:
    shutil.copy(project.folder / ".copier-answers.yml", project.folder / ".copier-answers.two.yml")
    project.commit()


def another_templates_record(project: Rendered) -> None:
    project.write(".copier-answers.yml", "_commit: v1\n")
    project.commit()


def no_record(project: Rendered) -> None:
    (project.folder / ".copier-answers.yml").unlink()
    project.commit()


def a_record_in_latin_1(project: Rendered) -> None:
    (project.folder / ".copier-answers.yml").write_bytes(b"# \xfc\nmodel_lock: x\n")
    project.commit()


def many_dirty_files(project: Rendered) -> None:
    for path in sorted((project.folder / CONTRACT).glob("*.py"))[:12]:
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")


CONTRACT = "src/shop/generated/contract"
RECORD = ".copier-answers.yml"
REFUSALS = [
    (
        dirty,
        """\
        These files have changes that are not committed:
          src/shop/app.py
        Commit or stash them, and run the command again.""",
    ),
    (
        many_dirty_files,
        f"""\
        These files have changes that are not committed:
          {CONTRACT}/__init__.py
          {CONTRACT}/answers.py
          {CONTRACT}/bodies.py
          {CONTRACT}/collections.py
          {CONTRACT}/cursors.py
          {CONTRACT}/discovery.py
          {CONTRACT}/errors.py
          {CONTRACT}/events.py
          {CONTRACT}/identifiers.py
          {CONTRACT}/patches.py
          … and 2 more
        Commit or stash them, and run the command again.""",
    ),
    (
        in_the_way,
        """\
        These files are in the way, and git does not know them:
          src/shop/generated/shop/contract/depot.py
        Commit or move them, and run the command again.""",
    ),
    (
        ignored,
        """\
        git ignores these files, which the template writes:
          src/shop/generated/shop/contract/depot.py
          src/shop/generated/shop/persistence/depot.py
          src/shop/generated/shop/web/depot.py
        Take them out of .gitignore and commit them, and run the command again.""",
    ),
    (
        not_utf8,
        f"""\
        These files cannot be merged, so nothing has been changed:
          {ORDER}: not UTF-8 at byte 2
        Save them as UTF-8 with LF line endings, commit, and run the command again.""",
    ),
    (
        crlf,
        """\
        These files cannot be merged, so nothing has been changed:
          README.md: has CRLF line endings
        Save them as UTF-8 with LF line endings, commit, and run the command again.""",
    ),
    (out_of_the_tree, f"These paths lead out of the project:\n  {ORDER}"),
    (a_link, f"These files are links, where the template writes files:\n  {ORDER}"),
    (without_git, ". is in no git repository; make it one: git init && git add . && git commit"),
    (a_conflict_in_the_record, f"{RECORD}, line 3: cannot be read; is there a conflict left?"),
    (
        two_records,
        f".copier-answers.two.yml and {RECORD} are both of this template; a project has one of them",
    ),
    (another_templates_record, f"{RECORD} has no model_lock: this project is of another template"),
    (a_record_in_latin_1, f"{RECORD}: not UTF-8 at byte 2"),
    (no_record, f"{RECORD} is not there: this is no rendered project"),
]


@pytest.mark.parametrize(("spoil", "sentence"), REFUSALS, ids=lambda value: getattr(value, "__name__", ""))
def test_what_would_be_lost_is_refused_in_a_sentence(
    project: Rendered,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Rendered], None],
    sentence: str,
) -> None:
    spoil(project)
    before = project.files

    for command in ("plan", "update"):
        assert main([command]) == 1
        assert capsys.readouterr().err == f"{dedent(sentence)}\n"
    assert project.files == before


def test_two_updates_at_once_do_not_meet(project: Rendered, capsys: pytest.CaptureFixture[str]) -> None:
    another_field(project)
    before = project.files
    with Journal(Repository.of(project.folder)).alone():
        assert main(["update"]) == 1

    assert "another stackwright command" in capsys.readouterr().err
    assert project.files == before


def test_what_was_written_by_hand_since_is_not_taken_back(
    project: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    another_field(project)
    main(["update"])
    project.write(ORDER, project.read(ORDER) + "OURS = 1\n")
    now = project.files
    capsys.readouterr()

    assert main(["undo"]) == 1

    assert capsys.readouterr().err == (
        f"The update cannot be taken back: these files have been changed since.\n  {ORDER}\n"
        "Commit them or put them aside, and run the command again.\n"
    )
    assert project.files == now


def test_where_nothing_was_updated_nothing_is_taken_back(
    project: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    before = project.files

    assert main(["undo"]) == 1

    assert capsys.readouterr().err == "there is no update to take back\n"
    assert project.files == before


class Killed(BaseException):
    """Nothing can be done any more."""


def cut_off(project: Rendered, monkeypatch: pytest.MonkeyPatch) -> int:
    """Begin an update that a kill ends after its second file; return how many it has."""
    replaced = []

    def killed(self: Path, target: Path) -> Path:
        replaced.append(target)
        if len(replaced) > 2:
            raise Killed
        return rename(self, target)

    rename = Path.replace
    with monkeypatch.context() as world:
        world.setattr(Path, "replace", killed)
        with pytest.raises(Killed):
            main(["update"])
    return Journal(Repository.of(project.folder)).interrupted()


def test_an_update_that_was_cut_off_is_named_and_finished(
    project: Rendered, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    another_field(project)
    count = cut_off(project, monkeypatch)
    capsys.readouterr()

    assert main(["plan"]) == 1
    assert capsys.readouterr().err == (
        f"An update of {count} files was cut off. `stackwright update` finishes it, `stackwright undo` "
        "takes it back.\n"
    )
    assert main(["check"]) == 1
    said = f"an update of {count} files was cut off: stackwright update, or stackwright undo\n"
    assert capsys.readouterr().out.startswith(said)

    assert main(["update"]) == 1  # what was finished is not committed yet
    assert f"An update of {count} files had been cut off; it is finished now.\n" in capsys.readouterr().err
    project.commit()
    assert main(["plan"]) == 0


def test_an_update_that_was_cut_off_can_be_taken_back(
    project: Rendered, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    another_field(project)
    before = project.files
    count = cut_off(project, monkeypatch)
    assert project.files != before
    capsys.readouterr()

    assert main(["undo"]) == 2

    assert capsys.readouterr().out == f"Taken back: {count} files are as they were before the update.\n"
    assert project.files == before


def test_an_update_that_was_cut_off_is_not_finished_over_what_was_typed_since(
    project: Rendered, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    another_field(project)
    cut_off(project, monkeypatch)
    project.write(ORDER, "OURS = 1\n")
    capsys.readouterr()

    assert main(["update"]) == 1

    assert capsys.readouterr().err == (
        f"The update cannot be finished: these files have been changed since.\n  {ORDER}\n"
        "Commit them or put them aside, and run the command again.\n"
    )
    assert project.read(ORDER) == "OURS = 1\n"
