"""One release goes through five services, as the page says, with what the page shows."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.docs.pages import blocks
from tests.update.conftest import Rendered, Template, clone, git, make
from tests.update.year.releases import released

REPOSITORY = Path(__file__).parents[2]
SCRIPT = REPOSITORY / "docs" / "how-to" / "roll_out.py"
PAGE = REPOSITORY / "docs" / "how-to" / "update-many-services.md"
BIN = Path(sys.executable).parent
# The tests of a project, without an environment of its own that would have to be installed.
TESTS = "env PYTHONPATH=src python -m pytest -q -p no:cacheprovider"
BRANCH = "stackwright-v1.1.0"
NAMES = ["catalogue", "invoices", "orders", "payments", "shipping"]


@dataclass(frozen=True)
class Fleet:
    """Services in bare repositories, and a folder from which they are updated."""

    folder: Path
    template: Template

    def has(self, name: str, stack: str, *edits: tuple[str, str, str], version: str = "v1.0.0") -> None:
        """Copy a service, let its team edit files, and push it."""
        made = make(self.template, self.folder / "teams" / name, vcs_ref=version, data={"stack": stack})
        for path, old, new in edits:
            made.edit(path, old, new)
        made.commit()
        git(self.folder, "clone", "--quiet", "--bare", str(made.folder), f"forge/{name}.git")

    def roll_out(self, expected: int) -> str:
        """Run the script for all of them; return what it prints."""
        services = "".join(f"{path}\n" for path in sorted((self.folder / "forge").iterdir()))
        (self.folder / "services.txt").write_text(f"# all of them\n{services}", "utf-8")
        options = ["--to", "v1.1.0", "--jobs", "2", "--test", TESTS]
        done = subprocess.run(
            [sys.executable, str(SCRIPT), "services.txt", *options],
            cwd=self.folder,
            env={**os.environ, "PATH": f"{self.folder / 'bin'}:{BIN}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == expected, done.stdout + done.stderr
        assert (self.folder / "roll-out/summary.md").read_text("utf-8") == done.stdout
        return done.stdout

    def branches(self, name: str) -> list[str]:
        """Return the branches of a service, as its forge has them."""
        return git(self.folder / "forge" / f"{name}.git", "branch", "--format=%(refname:short)").split()


@pytest.fixture
def fleet(tmp_path: Path) -> Fleet:
    """A template with a release 1.1.0, whose command is installed, and a forge without services."""
    template = released(clone(tmp_path / "authors"), "django", tmp_path / "template")
    git(template.folder, "switch", "--quiet", "--detach", "v1.1.0")
    (tmp_path / "forge").mkdir()
    command = tmp_path / "bin" / "stackwright"
    command.parent.mkdir()
    package = shlex.quote(str(template.folder / "extensions"))
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH={package} exec {shlex.quote(sys.executable)} -m stackwright "$@"\n', "utf-8"
    )
    command.chmod(0o755)
    return Fleet(tmp_path, template)


def test_five_services_follow_a_release_as_far_as_they_can(fleet: Fleet) -> None:
    fleet.has("catalogue", "fastapi_sqlalchemy")
    fleet.has("invoices", "flask_sqlmodel", ("Makefile", "Remove the virtual environment", "Tidy up"))
    fleet.has("orders", "django", ("Makefile", "\nhooks:", "\nlabels:\n\techo labels\n\nhooks:"))
    fleet.has("payments", "flask_sqlalchemy", ("tests/test_service.py", "== 200", "== 201"))
    fleet.has("shipping", "fastapi_sqlmodel", version="v1.1.0")
    first, second = (block.text for block in blocks(PAGE) if block.language == "text")

    assert fleet.roll_out(1) == first, "the page shows another first run"

    assert [name for name in NAMES if BRANCH in fleet.branches(name)] == ["catalogue", "orders"]
    updated = git(fleet.folder / "forge/orders.git", "show", f"{BRANCH}:Makefile")
    assert "labels:" in updated
    assert "what tools have left" in updated

    conflict = Rendered(fleet.folder / "roll-out/invoices")
    marked = conflict.read("Makefile")
    ours = re.search(r"^<<<<<<< .*?\n(.*?)^(?:=|\|){7}.*?^>>>>>>> .*?\n", marked, re.MULTILINE | re.DOTALL)
    assert ours
    conflict.write("Makefile", marked.replace(ours[0], ours[1]))
    conflict.commit()
    mended = Rendered(fleet.folder / "teams/payments")
    mended.edit("tests/test_service.py", "== 201", "== 200")
    mended.commit()
    git(mended.folder, "push", "--quiet", str(fleet.folder / "forge/payments.git"), "HEAD")
    shutil.rmtree(fleet.folder / "roll-out/payments")

    assert fleet.roll_out(0) == second, "the page shows another second run"

    assert [name for name in NAMES if BRANCH in fleet.branches(name)] == NAMES[:-1]
    assert "Tidy up" in git(fleet.folder / "forge/invoices.git", "show", f"{BRANCH}:Makefile")


def test_what_cannot_be_had_or_is_in_somebodys_hands_stops_no_other(fleet: Fleet) -> None:
    fleet.has("catalogue", "fastapi_sqlalchemy", version="v1.1.0")
    fleet.has("shipping", "fastapi_sqlmodel", version="v1.1.0")
    git(fleet.folder, "clone", "--quiet", "forge/catalogue.git", "roll-out/catalogue")
    Rendered(fleet.folder / "roll-out/catalogue").write("README.md", "half a thought\n")
    (fleet.folder / "forge/absent.git").mkdir()

    told = fleet.roll_out(1)

    assert re.findall(r"^\| (\w+) +\| ([\w ]+?) +\|", told, re.MULTILINE)[1:] == [
        ("absent", "failed"),
        ("catalogue", "waits for you"),
        ("shipping", "nothing to do"),
    ]
    assert Rendered(fleet.folder / "roll-out/catalogue").read("README.md") == "half a thought\n"


def test_two_services_of_one_name_are_refused_before_anything_is_cloned(tmp_path: Path) -> None:
    (tmp_path / "services.txt").write_text("ssh://one/shop.git\nssh://two/team/shop/\n", "utf-8")

    done = subprocess.run(
        [sys.executable, str(SCRIPT), "services.txt", "--to", "v1.1.0"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "two services would be cloned into roll-out/shop; list them in two files" in done.stderr
    assert not (tmp_path / "roll-out").exists()
