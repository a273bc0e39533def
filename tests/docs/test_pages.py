"""Pages agree with the repository: links lead somewhere, and commands exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from stackwright import cli

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted([*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")])
RENDERED = (REPOSITORY / "template" / "Makefile.jinja").read_text("utf-8")
OWN = (REPOSITORY / "Makefile").read_text("utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]*`", "", text)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name}: {link}"
        assert not anchor or target.suffix != ".md" or anchor in anchors(target), f"{page.name}: {link}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_commands_of_make_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    commands = re.findall(r"(?:`|^|; )make ((?:[a-z]+(?![a-z=]) ?)+)", text, re.MULTILINE)
    for name in {name for line in commands for name in line.split()}:
        target = re.compile(rf"^{name}:", re.MULTILINE)
        assert target.search(OWN) or target.search(RENDERED), f"{page.name}: make {name}"


def test_every_page_is_in_the_index() -> None:
    docs = REPOSITORY / "docs"
    index = (docs / "README.md").read_text("utf-8") + (docs / "how-to" / "README.md").read_text("utf-8")

    missing = {page.name for page in docs.rglob("*.md") if page.name != "README.md"} - set(
        re.findall(r"([\w-]+\.md)\)", index)
    )

    assert missing == set()


def _shown(parameter: Any) -> str:
    name = parameter.name.upper().removesuffix("S") if parameter.param_type_name == "argument" else ""
    words = [name] if name else [parameter.opts[0], *([parameter.metavar] if not parameter.is_flag else [])]
    text = f"{' '.join(words)}{'…' if parameter.nargs < 0 else ''}"
    return text if parameter.required else f"[{text}]"


def test_every_command_of_the_package_is_described_with_its_options() -> None:
    page = (REPOSITORY / "docs" / "reference" / "command-line.md").read_text("utf-8")

    for name, command in cli.command().commands.items():
        words = [name, *map(_shown, command.params)]
        assert f"\n## `stackwright {' '.join(words)}`\n" in page
