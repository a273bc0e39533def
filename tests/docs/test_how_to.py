"""The pages with code work: their files and changes fit a rendered project, and their tests pass there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render

from tests.docs.pages import blocks, changed

REPOSITORY = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
STACKS = REPOSITORY / "docs" / "reference" / "stacks"


PAGES = [
    page
    for page in (*sorted((REPOSITORY / "docs" / "how-to").glob("*.md")), *sorted(STACKS.glob("*.md")))
    if any(block.language in ("diff", "python") for block in blocks(page))
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_right(page: Path, tmp_path: Path) -> None:
    # A page about a stack has its name.
    answers = Answers(stack=page.stem) if page.parent == STACKS else Answers()
    files = render(load_directory(REPOSITORY / "examples" / "shop"), answers)
    for block in blocks(page):
        if block.language == "diff" and block.target:
            files[block.target] = changed(files[block.target], block.text)
        elif block.target:
            files[block.target] = block.text
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    own = [path for path in files if path.startswith(("src/", "tests/")) and "/generated/" not in path]

    for command in (
        ["ruff", "format", "--check", *own],
        ["ruff", "check", *own],
        ["mypy", *own],
        ["python", "-m", "pytest", "-q"],
    ):
        done = subprocess.run(
            [BIN / command[0], *command[1:]],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{page.name}: {command}\n{done.stdout[-3000:]}{done.stderr[-2000:]}"
