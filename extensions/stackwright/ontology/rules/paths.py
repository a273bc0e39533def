"""The names and URL prefixes of ontologies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackwright.ontology.names import snake
from stackwright.ontology.problems import Problem, quoted
from stackwright.ontology.reserved import ONTOLOGIES, PATHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.build import Draft

_PATH = re.compile(r"(/[a-z0-9][a-z0-9._-]*)+", re.ASCII)


def ontology_names(draft: Draft) -> Iterator[Problem]:
    """An ontology's name is a package, a table prefix and a URL prefix: lower case, and nobody else's."""
    for ontology in draft.written:
        name = ontology.name
        if name.text != name.text.lower():
            hint = f"write {snake(name.text)}"
            yield Problem(
                code="SW030",
                message=f"the ontology {quoted(name.text)} is not in lower case",
                at=name.at,
                hint=hint,
            )
        elif name.text in ONTOLOGIES:
            yield Problem(
                code="SW032",
                message=f"the ontology name {quoted(name.text)} is reserved",
                at=name.at,
                help="a package of this name would hide one that the rendered project needs",
            )


def second_files(draft: Draft) -> Iterator[Problem]:
    """Each ontology has one file."""
    first: dict[str, str] = {}
    for ontology in draft.written:
        source = first.setdefault(ontology.name.text.lower(), ontology.source)
        if source != ontology.source:
            message = f"the ontology {quoted(ontology.name.text)} is declared twice"
            yield Problem(code="SW037", message=message, at=ontology.name.at, hint=f"first in {source}")


def path_forms(draft: Draft) -> Iterator[Problem]:
    """A path is made of plain lower-case segments, and is none of ours."""
    for ontology in draft.written:
        path = ontology.path
        if path is None:
            continue
        if not _PATH.fullmatch(path.text):
            advice = (
                "write segments of a-z, 0-9, '.', '_' and '-', as in /api/shop, without a slash at the end"
            )
            yield Problem(code="SW038", message=f"{quoted(path.text)} is not a path", at=path.at, help=advice)
        elif path.text.split("/")[1] in PATHS:
            message = f"the path {quoted(path.text)} is reserved"
            yield Problem(code="SW032", message=message, at=path.at, help="choose another first segment")


def shared_paths(draft: Draft) -> Iterator[Problem]:
    """No ontology's path is, or lies below, another's."""
    taken: dict[str, str] = {}
    for ontology in draft.symbols.ontologies.values():
        path = ontology.path.text if ontology.path else f"/api/{ontology.name.text}"
        at = ontology.path.at if ontology.path else ontology.name.at
        for other, owner in taken.items():
            if f"{path}/".startswith(f"{other}/") or f"{other}/".startswith(f"{path}/"):
                message = f"the path {quoted(path)} meets {quoted(other)} of ontology {owner}"
                yield Problem(code="SW039", message=message, at=at, help="give one of them another path:")
        taken[path] = ontology.name.text
