"""`stackwright show`: what the template makes of a file, whatever the project has made of it since."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.ontology import OntologyError, load_directory

if TYPE_CHECKING:
    import argparse


def options(parser: argparse.ArgumentParser) -> None:
    """Take a path in the project, and the project."""
    parser.add_argument("path", help="the file, as the project knows it: src/shop/app.py")
    parser.add_argument(
        "--project",
        metavar="DIR",
        default=".",
        type=Path,
        help="the folder that holds ontology/ and .copier-answers.yml (default: .)",
    )


def run(given: argparse.Namespace) -> int:
    """Print the file as this version of the template makes it from the project's model and answers."""
    from stackwright.project import recorded_answers  # noqa: PLC0415
    from stackwright.rendering import RenderingError, render  # noqa: PLC0415

    try:
        made = render(load_directory(given.project), recorded_answers(given.project))
    except (OntologyError, RenderingError) as error:
        print(error, file=sys.stderr)
        return 1
    path = Path(given.path).as_posix()
    if path not in made:
        near = difflib.get_close_matches(path, made, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        print(f"{path}: no file of the template{hint}", file=sys.stderr)
        return 1
    sys.stdout.write(made[path])
    return 0
