"""The real `copier` command: in a script, and typed at a terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect

from tests.update.conftest import Rendered, commit, git

if TYPE_CHECKING:
    from tests.update.conftest import Template

COPIER = str(Path(sys.executable).parent / "copier")
MODEL = "ontology/shop.yml"
INVOICE = "objects:\n  Invoice:\n    fields:\n      id: uuid, key\n"


def copier(*arguments: str, cwd: Path, expected: int = 0) -> str:
    done = subprocess.run(
        [COPIER, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == expected, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_copy_check_update_update_and_recopy(versions: Template, tmp_path: Path) -> None:
    url = f"git+file://{versions.folder}"
    told = copier("copy", "--trust", "--defaults", url, "shop", cwd=tmp_path)
    assert "make run" in told
    assert "git init" in told
    shop = Rendered(tmp_path / "shop")
    git(shop.folder, "init", "--quiet")
    shop.commit()
    assert shop.answers["_commit"] == "v1.0.0"
    assert shop.answers["_src_path"] == url

    copier("check-update", cwd=shop.folder)

    versions.version("v1.1.0", lambda folder: (folder / "stacks/lean/package.py").write_text('"""New."""\n'))
    assert "v1.1.0" in copier("check-update", cwd=shop.folder) or "1.1.0" in copier(
        "check-update", cwd=shop.folder
    )

    shop.edit(MODEL, "objects:\n", INVOICE)
    shop.commit()
    copier("update", "--trust", "--defaults", cwd=shop.folder)
    assert shop.read("src/shop/generated/contract/__init__.py") == '"""New."""\n'
    assert shop.has("src/shop/generated/shop/contract/invoice.py")
    assert shop.answers["_commit"] == "v1.1.0"
    shop.commit()

    shop.edit("NOTES.md", "One.", "One, edited.")
    shop.write("src/shop/app.py", "# mine\n")
    shop.commit()
    copier("recopy", "--trust", "--defaults", "--overwrite", cwd=shop.folder)
    assert "One, edited." not in shop.read("NOTES.md")
    assert shop.read("src/shop/app.py") == "# mine\n"
    assert shop.changes.split() == ["M", "NOTES.md"]


def test_the_current_version_can_be_kept_while_the_model_changes(versions: Template, tmp_path: Path) -> None:
    copier("copy", "--trust", "--defaults", f"git+file://{versions.folder}", "shop", cwd=tmp_path)
    shop = Rendered(tmp_path / "shop")
    git(shop.folder, "init", "--quiet")
    versions.version("v1.1.0", lambda folder: (folder / "stacks/lean/package.py").write_text('"""New."""\n'))
    shop.edit(MODEL, "objects:\n", INVOICE)
    shop.commit()

    told = copier("update", "--trust", "--skip-answered", "--vcs-ref", ":current:", cwd=shop.folder)

    assert "git diff" in told
    assert shop.has("src/shop/generated/shop/contract/invoice.py")
    assert shop.answers["_commit"] == "v1.0.0"


def test_mistakes_are_told_without_a_traceback(template: Template, tmp_path: Path) -> None:
    (tmp_path / "new/ontology").mkdir(parents=True)
    (tmp_path / "new" / MODEL).write_text("ontology: shop\nobjects:\n  Order: {fields: {id: uid}}\n  : [\n")

    told = copier("copy", "--trust", "--defaults", str(template.folder), "new", cwd=tmp_path, expected=1)

    assert "Traceback" not in told
    assert "ontology/shop.yml:" in told
    for answer in (
        "stack=flask",
        "package_name=Shop",
        "database=oracle",
        "example=none",
        "project_name=",
        "licence=x",
    ):
        told = copier(
            "copy", "--trust", "--defaults", "-d", answer, str(template.folder), "n", cwd=tmp_path, expected=1
        )
        assert "Traceback" not in told
        assert len(told.strip().splitlines()) == 1, told
        assert not (tmp_path / "n").exists()


def test_the_questions_at_a_terminal(template: Template, tmp_path: Path) -> None:
    child = pexpect.spawn(
        COPIER,
        ["copy", "--trust", str(template.folder), "desk"],
        cwd=str(tmp_path),
        encoding="utf-8",
        timeout=30,
    )
    child.expect("What is the project called")
    child.sendline("\b\b\b\bOrder desk")
    child.expect("Python package")
    child.expect("order_desk")
    child.sendline("!")
    child.expect("is no package name")
    child.sendline("\b")
    child.expect("in one line")
    child.sendline("")
    child.expect("framework and ORM")
    child.sendline("")
    child.expect("How much comes with it")
    child.sendline("")
    child.expect("keep its data")
    child.sendline("\x1b[B")
    child.expect("Which model")
    child.sendline("")
    child.expect("licence")
    child.sendline("")
    child.expect("make run")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    desk = Rendered(tmp_path / "desk")
    assert desk.answers["project_name"] == "Order desk"
    assert desk.answers["database"] == "postgresql"
    assert desk.has("src/order_desk/app.py")

    git(desk.folder, "init", "--quiet")
    desk.edit(MODEL, "objects:\n", INVOICE)
    commit(desk.folder)
    child = pexpect.spawn(COPIER, ["update", "--trust"], cwd=str(desk.folder), encoding="utf-8", timeout=30)
    for _ in range(7):  # not eight: the model is there, so nobody asks for one
        child.expect("🎤")
        child.sendline("")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    assert desk.has("src/order_desk/generated/shop/contract/invoice.py")
