"""The way from files to a model; or to all that is wrong with them, in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.build import build
from stackwright.ontology.parse import parse
from stackwright.ontology.problems import File, OntologyError, Problem, Span
from stackwright.ontology.reading import read
from stackwright.ontology.rules import RULES
from stackwright.ontology.symbols import Symbols

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from stackwright.ontology.ir import Model
    from stackwright.ontology.tree import Node

FOLDER = "ontology"
_ENDINGS = (".yml", ".yaml")


def load(sources: Mapping[str, str]) -> Model:
    """Return the model that files declare, by name and text; OntologyError tells every problem."""
    found: list[Problem] = []
    trees: dict[str, Node | None] = {}
    for name in sorted(sources):
        root, problems = read(name, sources[name])
        found.extend(problems)
        if root is None and not problems:
            at = Span(File(name, ("",)), 0, 0, 0, 1)
            found.append(
                Problem(code="SW010", message="the file is empty", at=at, help="start with ontology: NAME")
            )
        trees[name] = root
    return model_of(trees, found)


def model_of(trees: Mapping[str, Node | None], found: list[Problem]) -> Model:
    """Return the model of parsed files; None is a file that could not be read, whose problems are `found`."""
    declared = [
        parse(name, root, found) if root is not None else None for name, root in sorted(trees.items())
    ]
    whole = tuple(ontology for ontology in declared if ontology is not None)
    symbols = Symbols.of(whole, partial=len(whole) < len(trees))
    draft = build(whole, symbols, found)
    for rule in RULES:
        found.extend(rule(draft))
    if found:
        raise OntologyError(dict.fromkeys(found))
    return draft.model


def load_directory(root: Path) -> Model:
    """Return the model in the `ontology` folder of a project."""
    return load(sources_of(root))


def sources_of(root: Path) -> dict[str, str]:
    """Return the model files of a project, by name and text; OntologyError where there are none."""
    folder = root / FOLDER
    found: list[Problem] = []
    sources: dict[str, str] = {}
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in (path for path in paths if path.suffix in _ENDINGS):
        name = f"{FOLDER}/{path.name}"
        try:
            sources[name] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            message = f"line {line} is not UTF-8"
            found.append(
                Problem(code="SW005", message=message, at=Span(File(name)), help="save the file as UTF-8")
            )
        except OSError as error:
            message = f"cannot be read: {error.strerror or 'unknown reason'}"
            found.append(Problem(code="SW008", message=message, at=Span(File(name))))
    if not sources and not found:
        message = "no model file"
        help_ = f"put one file per ontology into {FOLDER}/, as in {FOLDER}/shop.yml"
        found.append(Problem(code="SW008", message=message, at=Span(File(f"{FOLDER}/")), help=help_))
    if found:
        try:
            load(sources)
        except OntologyError as error:
            found.extend(error.problems)
        raise OntologyError(found)
    return sources
