"""Pages agree with the repository: links lead somewhere, and commands exist."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

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


def _shown(option: argparse.Action) -> str:
    words = [*option.option_strings[-1:]]
    if option.nargs != 0:
        words.append(str(option.metavar or option.dest.upper()))
    return " ".join(words) if option.required else f"[{' '.join(words)}]"


def test_every_command_of_the_package_is_described_with_its_options() -> None:
    page = (REPOSITORY / "docs" / "reference" / "command-line.md").read_text("utf-8")
    (commands,) = (one for one in cli.parser()._actions if isinstance(one, argparse._SubParsersAction))

    for name, parser in commands.choices.items():
        options = [_shown(one) for one in parser._actions if not isinstance(one, argparse._HelpAction)]
        assert f"\n## `stackwright {' '.join([name, *options])}`\n" in page
