"""A team changes its mind: another stack, by an answer and an update."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.update.conftest import git, make

if TYPE_CHECKING:
    from pathlib import Path

    from tests.update.conftest import Rendered, Template

MINE = {
    "src/shop/actions/shop/approve_order.py": "# our approval\n",
    "src/shop/app.py": "# our middleware\n",
    "tests/test_ours.py": "def test_ours() -> None:\n    assert True\n",
    "src/shop/pricing.py": "VAT = 19\n",
}


@pytest.fixture
def shop(whole_template: Template, tmp_path: Path) -> Rendered:
    project = make(whole_template, tmp_path / "shop")
    for path, text in MINE.items():
        project.write(path, (project.read(path) if project.has(path) else "") + text)
    return project


def test_another_stack_keeps_what_is_ours_and_says_what_is_left(
    shop: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = {path: text for path, text in shop.files.items() if path in MINE or path.startswith("ontology/")}

    shop.update(data={"stack": "flask_sqlalchemy"}, quiet=False)

    assert {path: shop.files[path] for path in kept} == kept
    assert shop.answers["stack"] == "flask_sqlalchemy"
    assert "flask" in shop.read("src/shop/generated/web/service.py").lower()
    assert "fastapi" not in shop.read("pyproject.toml")
    told = capsys.readouterr().err
    assert "The stack is another one now" in told
    assert "src/shop/app.py: written for fastapi_sqlalchemy" in told
    assert "src/shop/actions/shop/approve_order.py: written for fastapi_sqlalchemy" in told
    assert "src/shop/settings.py" not in told
    assert "src/shop/pricing.py" not in told


def test_what_is_left_ends_when_the_files_are_as_the_new_stack_begins(
    shop: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.update(data={"stack": "flask_sqlalchemy"}, quiet=False)
    told = capsys.readouterr().err
    left = [line.split(":")[0].strip() for line in told.splitlines() if "`stackwright show" in line]

    for path in left:
        shown = subprocess.run(
            [sys.executable, "-m", "stackwright", "show", path, "--project", shop.folder],
            capture_output=True,
            text=True,
            check=True,
        )
        shop.write(path, shown.stdout)

    assert left
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--ignore", "tests/test_ours.py"],
        cwd=shop.folder,
        env=os.environ | {"PYTHONPATH": str(shop.folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert tests.returncode == 0, tests.stdout
    git(shop.folder, "add", "--all")
    shop.update(data={"stack": "fastapi_sqlalchemy"})
    shop.commit()
    shop.update(data={"stack": "flask_sqlalchemy"}, quiet=False)
    assert "The stack is another one now" not in capsys.readouterr().err


def test_an_update_with_the_same_stack_says_nothing_of_it(
    shop: Rendered, capsys: pytest.CaptureFixture[str]
) -> None:
    shop.update(quiet=False)

    assert "The stack is another one now" not in capsys.readouterr().err


def test_a_file_that_the_template_does_not_make_is_not_shown(shop: Rendered) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "stackwright", "show", "src/shop/ap.py", "--project", shop.folder],
        capture_output=True,
        text=True,
        check=False,
    )

    assert shown.returncode == 1
    assert shown.stderr == "src/shop/ap.py: no file of the template; did you mean src/shop/app.py?\n"


def test_a_lesser_preset_takes_its_parts_along_and_names_what_is_ours(
    whole_template: Template, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = make(whole_template, tmp_path / "shop", data={"stack": "django"})

    shop.update(data={"preset": "minimal"}, quiet=False)

    told = capsys.readouterr().err
    assert not shop.has("src/shop/generated/web/admin.py")
    assert not shop.has("docs/model.md")
    assert not shop.has(".github")
    assert shop.has("src/shop/admin.py")
    assert "The preset is another one now" in told
    assert "src/shop/admin.py: minimal does without it" in told
    assert "src/shop/config/urls.py: written for full" in told

    shop.commit()
    shop.update(data={"preset": "full"})
    assert shop.has("src/shop/generated/web/admin.py")
    assert shop.has("docs/model.md")
