"""The guide to updates shows what its commands print, on a fresh shop, from the first line to the last."""

from __future__ import annotations

import contextlib
import io
import shlex
import subprocess
from pathlib import Path

import pytest
from stackwright.cli import main
from stackwright.updating import inspecting, planning

from tests.docs.pages import blocks, changed
from tests.update.conftest import Rendered, clone, make
from tests.update.year.releases import released

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "update.md"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rendered:
    template = released(clone(tmp_path / "authors"), "django", tmp_path / "template")
    project = make(template, tmp_path / "shop", vcs_ref="v1.0.0")
    monkeypatch.chdir(project.folder)
    for module in (planning, inspecting):
        monkeypatch.setattr(module, "own_version", lambda: "v1.0.0")
    return project


def test_the_guide_shows_what_is_printed(shop: Rendered) -> None:
    shown = []
    for block in blocks(PAGE):
        match block.language, block.target:
            case "console", None:
                command, _, _ = block.text.partition("\n")
                shown.append((block.text, f"{command}\n{printed(command.removeprefix('$ '))}"))
            case "sh", None:
                subprocess.run(["sh", "-ec", block.text], check=True)
            case "patch", str(name):
                shop.write(name, changed(shop.read(name), block.text))

    assert len(shown) >= 6
    for expected, found in shown:
        assert found == expected


def printed(command: str) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        main(shlex.split(command)[1:])
    return said.getvalue()
