"""`stackwright diff`: what has changed between two models, whom that breaks, which version it asks for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.commands import as_json
from stackwright.commands.check import described
from stackwright.ontology import OntologyError, load_directory

if TYPE_CHECKING:
    import argparse


def options(parser: argparse.ArgumentParser) -> None:
    """Take two models, the project that knows revisions and what is accepted, and what is wanted."""
    parser.add_argument("old", help="a folder that holds ontology/, or a git revision: main, v1.2, HEAD~3")
    parser.add_argument(
        "new", nargs="?", help="another one (default: the project as it lies there, committed or not)"
    )
    parser.add_argument(
        "--project",
        metavar="DIR",
        default=".",
        type=Path,
        help="the folder that holds ontology/; revisions are its own (default: .)",
    )
    parser.add_argument("--breaking", action="store_true", help="tell and count breaking changes only")
    parser.add_argument(
        "--accept", action="store_true", help="write the breaking changes to .stackwright/accepted.yml"
    )
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(given: argparse.Namespace) -> int:
    """Print the changes; 0 is none, 2 some, 1 that one of the models, or what is accepted, cannot be read."""
    from stackwright.baseline import BaselineError, read_accepted, write_accepted  # noqa: PLC0415
    from stackwright.evolution import Comparison, as_data, compare, report  # noqa: PLC0415
    from stackwright.revisions import RevisionError, model_at  # noqa: PLC0415

    try:
        which = given.old
        old = model_at(given.old, given.project)
        which = str(given.project) if given.new is None else given.new
        new = load_directory(given.project) if given.new is None else model_at(given.new, given.project)
        comparison = Comparison(changes=compare(old, new), accepted=read_accepted(given.project))
    except OntologyError as error:
        if given.json:
            print(
                as_json({"ok": False, "model": which, "problems": [described(one) for one in error.problems]})
            )
        else:
            print(f"The model of {which} has mistakes.\n\n{error}", file=sys.stderr)
        return 1
    except (BaselineError, RevisionError) as error:
        print(as_json({"ok": False, "error": str(error)}) if given.json else error,
              file=sys.stdout if given.json else sys.stderr)  # fmt: skip
        return 1
    if given.accept:
        comparison = comparison.accept()
        write_accepted(given.project, comparison.accepted)
    told = comparison.breaking() if given.breaking else comparison
    print(as_json({"ok": True, **as_data(told)}) if given.json else "\n".join(report(told)))
    # Whoever asks for what breaks has an answer to what is accepted.
    return 2 if (told.open if given.breaking else told.changes) else 0
