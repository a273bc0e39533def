"""`python -m tests.docs.picture` (`make pictures`): draw the README's picture, a session that happens."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

from tests.docs.reader import Reader, furnish
from tests.update.conftest import clone

REPOSITORY = Path(__file__).parents[2]
PICTURE = REPOSITORY / "docs" / "images" / "session.svg"
ORDER = "69640000-0000-7000-8000-000000000001"
API = "127.0.0.1:8000/api/shop"
WIDTH = 106
TEMPLATE = "gh:stackwright/stackwright"
# rich's own format asks a server for a font; a picture should need none.
FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 16px; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def draw(reader: Reader) -> str:
    """Do it, and return the picture."""
    console = Console(record=True, width=WIDTH, file=sys.stderr, force_terminal=True)

    def show(command: str, *, serving: bool = False) -> None:
        console.print(Text("$ ", "bold green") + Text(command, "bold"))
        if serving:
            reader.serve(command.removesuffix(" &"))
            reader.printed = "Docs: http://127.0.0.1:8000/docs\n"
        else:
            reader.run(command)
        console.print(Text(reader.printed.rstrip() + "\n" if reader.printed.strip() else "", "cyan"))

    show(f"uvx --with copier-template-extensions copier copy -q --trust --defaults {TEMPLATE} shop")
    show("cd shop")
    reader.folder /= "shop"
    furnish(reader.folder)
    show(r"sed -n '/states:/,/cancel:/p; /^triggers/,$p' ontology/shop.yml")
    show("make run &", serving=True)
    payment = f'{{"order": "{ORDER}", "amount": "9.50"}}'
    show(f"curl -s --json '{payment}' \\\n    {API}/actions/capture_payment")
    time.sleep(2)
    show(f"curl -s {API}/orders/{ORDER}/history")
    show(f"curl -s -X POST {API}/orders/{ORDER}/approve")
    return console.export_svg(title="From a model to a service", code_format=FORMAT, unique_id="session")


def main() -> int:
    """Draw the picture and keep it."""
    with tempfile.TemporaryDirectory() as directory:
        work = Path(directory) / "work"
        work.mkdir()
        reader = Reader(work, clone(Path(directory) / "template").folder)
        try:
            picture = draw(reader)
        finally:
            reader.stop()
    PICTURE.write_text(picture, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
