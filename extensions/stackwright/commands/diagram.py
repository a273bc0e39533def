"""`stackwright diagram`: the model as pictures, for whoever reads it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stackwright.commands import DONE, ProjectOption, told
from stackwright.ontology import OntologyError, load_directory
from stackwright.ontology.problems import near, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackwright.ontology.ir import Model


class Format(StrEnum):
    """How a diagram is written."""

    mermaid = "mermaid"
    svg = "svg"


_ENDINGS = {Format.mermaid: "mmd", Format.svg: "svg"}


def run(
    name: Annotated[
        str | None,
        typer.Argument(help="an ontology, or an object with states: shop, shop.Order (default: all)"),
    ] = None,
    project: ProjectOption = Path(),
    format_: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="mermaid (the default) or svg")
    ] = Format.mermaid,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="write a file per diagram into this folder")
    ] = None,
) -> int:
    """Draw the objects of each ontology with their references, and the states of each object."""
    from stackwright.diagrams import diagrams, mermaid, svg  # noqa: PLC0415

    try:
        model = load_directory(project)
    except OntologyError as error:
        return told(error)
    known = diagrams(model)
    if name is not None and name not in known:
        return told(ValueError(_unknown(name, known, model)))
    draw = svg if format_ is Format.svg else mermaid
    drawn = {one: draw(known[one]) for one in known if name in {None, one}}
    if out is not None:
        return _written(drawn, out, _ENDINGS[format_])
    if format_ is Format.svg and len(drawn) > 1:
        return told(
            ValueError(f"several pictures need a folder: give --out DIR, or one of {', '.join(drawn)}")
        )
    if format_ is Format.mermaid and len(drawn) > 1:
        drawn = {one: f"%% {one}\n{text}" for one, text in drawn.items()}
    typer.echo("\n".join(drawn.values()), nl=False)
    return DONE


def _unknown(name: str, known: Mapping[str, object], model: Model) -> str:
    if any(name == f"{thing.namespace}.{thing.name}" for thing in model.objects()):
        return f"{name} has no states; its fields are in the diagram {name.partition('.')[0]}"
    hint = near(name, known)
    return f"{quoted(name)}: no ontology, and no object with states{f'; {hint}' if hint else ''}"


def _written(drawn: Mapping[str, str], out: Path, ending: str) -> int:
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in drawn.items():
            path = out / f"{name}.{ending}"
            path.write_text(text, "utf-8", newline="\n")
            typer.echo(path)
    except OSError as error:
        return told(error)
    return DONE
