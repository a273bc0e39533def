"""`stackwright new`: it makes what Copier makes of that release, and updates go on from there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pexpect
import pytest
from stackwright import __version__, creating
from stackwright.cli import main
from stackwright.creating import PUBLISHED
from stackwright.updating import planning

from tests.update.conftest import HERE, Rendered, Template, clone, git, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RELEASE = f"v{__version__}"
ANSWERS = ".copier-answers.yml"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as pip installs it, without this repository around it."""
    folder = tmp_path_factory.mktemp("installed")
    build = ["-m", "uv", "build", "--quiet", "--wheel", "--out-dir", str(folder), str(HERE)]
    subprocess.run([sys.executable, *build], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The working tree as the release that the package is, and a later one."""
    template = clone(tmp_path_factory.mktemp("released"))
    git(template.folder, "tag", RELEASE)
    git(template.folder, "tag", "--delete", "v1.0.0")
    later = template.folder / "template/.gitignore.jinja"
    template.version("v99.0.0", lambda _: later.write_text(later.read_text() + "/later/\n") and None)
    return template


@pytest.fixture
def run(installed: Path, released: Template, tmp_path: Path) -> Callable[..., str]:
    """Run the installed command, where the published template is `released`."""
    number = int(os.environ["GIT_CONFIG_COUNT"])
    world = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "GIT_CONFIG_COUNT": str(number + 1),
        f"GIT_CONFIG_KEY_{number}": f"url.{released.folder}.insteadOf",
        f"GIT_CONFIG_VALUE_{number}": "https://github.com/stackwright/stackwright.git",
    }

    def run(*arguments: str, cwd: Path = tmp_path, expected: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "stackwright", *arguments],
            cwd=cwd,
            env=world,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == expected, done.stdout + done.stderr
        return done.stdout + done.stderr

    return run


def test_an_installed_package_makes_what_copier_makes_of_its_release(
    run: Callable[..., str], released: Template, tmp_path: Path
) -> None:
    told = run("new", "shop", "--preset", "api", "--data", "database=postgresql")
    answers = {"preset": "api", "database": "postgresql"}
    copied = make(released, tmp_path / "copied", vcs_ref=RELEASE, data=answers)

    made = Rendered(tmp_path / "shop")
    assert made.answers == {**copied.answers, "_src_path": PUBLISHED}
    assert {**made.files, ANSWERS: b""} == {**copied.files, ANSWERS: b""}
    assert "Shop is ready in shop: fastapi_sqlalchemy, preset api" in told
    assert made.has(".git")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copied", "shop"]


def test_what_is_made_can_be_regenerated_and_brought_to_a_later_release(
    run: Callable[..., str], tmp_path: Path
) -> None:
    run("new", "shop")
    made = Rendered(tmp_path / "shop")
    made.commit()

    assert "Nothing to do" in run("plan", cwd=made.folder)

    made.edit("ontology/shop.yml", "objects:\n", "objects:\n  Note:\n    fields:\n      id: uuid, key\n")
    made.commit()
    run("update", cwd=made.folder, expected=2)
    assert made.has("src/shop/generated/shop/contract/note.py")
    made.commit()

    run("update", "--to", "v99.0.0", cwd=made.folder, expected=2)
    assert "/later/" in made.read(".gitignore")
    assert made.answers["_commit"] == "v99.0.0"


def test_where_no_repository_is_around_it_the_package_lays_its_template_out(
    released: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(released.folder, tmp_path / "site", ignore=shutil.ignore_patterns(".git"))
    for module in (creating, planning):
        monkeypatch.setattr(module, "HERE", tmp_path / "site")
    monkeypatch.chdir(tmp_path)

    assert main(["new", "shop", "--preset", "minimal", "--data", "example=empty", "--json"]) == 0

    made = Rendered(tmp_path / "shop")
    count = sum(not path.startswith(".git/") for path in made.files)
    assert json.loads(capsys.readouterr().out) == {"ok": True, "folder": "shop", "files": count}
    assert made.read(ANSWERS).startswith("# Changes here will be overwritten by Copier")
    assert (made.answers["_src_path"], made.answers["_commit"]) == (PUBLISHED, RELEASE)
    made.commit()
    assert main(["plan", "--project", "shop"]) == 0


def test_another_version_or_template_can_be_named(
    run: Callable[..., str], released: Template, tmp_path: Path
) -> None:
    run("new", "later", "--to", "v99.0.0")
    run("new", "ours", "--template", str(released.folder), "--to", RELEASE)

    assert "/later/" in Rendered(tmp_path / "later").read(".gitignore")
    assert Rendered(tmp_path / "later").answers["_src_path"] == PUBLISHED
    assert Rendered(tmp_path / "ours").answers["_src_path"] == str(released.folder)


def test_the_project_is_called_what_its_folder_is_called(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "deep/order-desk"), "--yes"]) == 0

    desk = Rendered(tmp_path / "deep/order-desk")
    assert desk.answers["project_name"] == "Order desk"
    assert desk.has("src/order_desk/app.py")
    assert desk.has(".git")


def test_it_says_what_its_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (HERE / "docs/reference/command-line.md").read_text("utf-8")
    command, _, output = page.partition("$ stackwright new ")[2].partition("```")[0].partition("\n")
    monkeypatch.chdir(tmp_path)

    assert main(["new", *command.split()]) == 0

    assert capsys.readouterr().out == output


def test_a_model_that_is_there_is_the_projects_and_stays_as_it_is(tmp_path: Path) -> None:
    shop = Rendered(tmp_path)
    model = "# ours\nontology: notes\nobjects:\n  Note:\n    fields:\n      id: uuid, key\n"
    shop.write("ontology/notes.yml", model)
    git(tmp_path, "init", "--quiet")

    assert main(["new", str(tmp_path), "--yes"]) == 0

    assert shop.read("ontology/notes.yml") == model
    assert not shop.has("ontology/shop.yml")
    package = shop.answers["package_name"]
    assert shop.has(f"src/{package}/generated/notes/contract/note.py")


def test_in_a_repository_there_is_no_second_one(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")

    assert main(["new", str(tmp_path / "services/shop"), "--yes"]) == 0

    assert not (tmp_path / "services/shop/.git").exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--preset", "tiny"], "preset: 'tiny' is not one of minimal, api, full"),
        (["--data", "stack=flsk_sqlalchemy"], "did you mean 'flask_sqlalchemy'?"),
        (["--data", "stak=django"], "did you mean stack?"),
        (["--data", "example=shop", "--template", "nowhere"], "nowhere"),
        (["--template", "http://127.0.0.1:9/none.git"], "http://127.0.0.1:9/none.git cannot be fetched"),
        (["--to", "v0.0.0-none", "--template", str(HERE)], "v0.0.0-none"),
    ],
    ids=["preset", "stack", "question", "template", "network", "version"],
)
def test_a_mistake_is_told_and_nothing_is_written(
    arguments: list[str], complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "shop"), "--yes", *arguments]) == 1

    assert complaint in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


def test_a_template_does_not_copy_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "copier.yml").write_text("")

    assert main(["new", str(tmp_path / "shop"), "--yes", "--template", str(tmp_path)]) == 1

    assert "inside of the template" in capsys.readouterr().err


def test_a_mistake_in_the_model_leaves_the_folder_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = Rendered(tmp_path)
    shop.write("ontology/shop.yml", "ontology: shop\nobjects:\n  Note:\n    fields:\n      id: uid, key\n")
    before = shop.files

    assert main(["new", str(tmp_path), "--yes"]) == 1

    assert "SW104" in capsys.readouterr().err
    assert shop.files == before


@pytest.mark.parametrize("there", ["README.md", "src/shop/app.py"])
def test_a_folder_with_files_is_refused(
    there: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = Rendered(tmp_path)
    shop.write(there, "mine\n")

    assert main(["new", str(tmp_path), "--yes"]) == 1
    assert main(["new", str(tmp_path / there), "--yes"]) == 1

    told = capsys.readouterr().err
    assert f"there is {there.split('/', maxsplit=1)[0]} already" in told
    assert "is a file" in told
    assert shop.files == {there: b"mine\n"}


def test_at_a_terminal_it_asks_what_is_not_given(tmp_path: Path) -> None:
    arguments = ["-m", "stackwright", "new", "desk", "--preset", "minimal", "--data", "example=empty"]
    child = pexpect.spawn(sys.executable, arguments, cwd=str(tmp_path), encoding="utf-8", timeout=30)
    for question in ("project called", "Python package", "one line", "framework and ORM", "keep its data"):
        child.expect(question)
        child.sendline("")
    child.expect("Under which licence")
    child.sendline("\x1b[B")
    child.expect("Who writes it")
    child.sendline("Ada")
    child.expect("Desk is ready")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    desk = Rendered(tmp_path / "desk")
    assert desk.answers["licence"] == "MIT"
    assert "Ada" in desk.read("LICENSE")
    assert not desk.has("docs")


def test_a_questionnaire_that_is_broken_off_writes_nothing(tmp_path: Path) -> None:
    arguments = ["-m", "stackwright", "new", "desk"]
    child = pexpect.spawn(sys.executable, arguments, cwd=str(tmp_path), encoding="utf-8", timeout=30)
    child.expect("project called")
    child.sendintr()
    child.expect("Nothing has been written")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 1
    assert [*tmp_path.iterdir()] == []
