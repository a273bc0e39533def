"""`.stackwright/accepted.yml`: the breaking changes that a team has accepted. It is the team's own file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from stackwright.evolution import Acceptance
from stackwright.evolution.kinds import KINDS
from stackwright.ontology.problems import near, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PATH = ".stackwright/accepted.yml"
_WORDS = ("kind", "place", "new", "reason")
_HEAD = """\
# Breaking changes that the team has accepted: `stackwright diff OLD --accept` writes this list anew.
# It keeps `reason`, which is yours to write.
"""


class BaselineError(Exception):
    """The file is there, and cannot be used."""

    def __init__(self, message: str) -> None:
        super().__init__(f"{PATH}: {message}")


def read_accepted(project: Path) -> tuple[Acceptance, ...]:
    """Return what a project has accepted; nothing where it says nothing; BaselineError for a wrong file."""
    file = project / PATH
    if not file.is_file():
        return ()
    try:
        entries = yaml.safe_load(file.read_text("utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise BaselineError(f"it is no YAML{where}") from None
    if not isinstance(entries, list | None):
        raise BaselineError("it is no list")
    return tuple(_acceptance(number, entry) for number, entry in enumerate(entries or [], 1))


def write_accepted(project: Path, accepted: Iterable[Acceptance]) -> None:
    """Write what a project accepts; without any, no file is made, and one that is there holds none."""
    entries = [
        {word: value for word in _WORDS if (value := getattr(one, word)) is not None} for one in accepted
    ]
    file = project / PATH
    if not entries and not file.is_file():
        return
    file.parent.mkdir(exist_ok=True)
    text = yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=110)
    file.write_text(_HEAD + text, "utf-8", newline="\n")


def _acceptance(number: int, entry: object) -> Acceptance:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise BaselineError(f"entry {number} is no mapping of texts")
    for word in entry:
        if word not in _WORDS:
            raise BaselineError(
                f"entry {number}: unknown key {quoted(word)}; {near(str(word), _WORDS)}".rstrip("; ")
            )
    for word in ("kind", "place"):
        if word not in entry:
            raise BaselineError(f"entry {number} has no {word}")
    kind = entry["kind"]
    if kind not in KINDS:
        raise BaselineError(f"entry {number}: unknown kind {quoted(kind)}; {near(kind, KINDS)}".rstrip("; "))
    return Acceptance(kind=kind, place=entry["place"], new=entry.get("new"), reason=entry.get("reason"))
