"""From a model and answers to files: the one function that everything else is built around."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from stackwright.rendering.answers import Answers, check
from stackwright.rendering.environment import environment
from stackwright.rendering.errors import ManifestError, RenderingError
from stackwright.rendering.file import File
from stackwright.rendering.once import collected_later, forget
from stackwright.rendering.plan import Entry, plan
from stackwright.rendering.scope import Project
from stackwright.rendering.skeleton import skeleton
from stackwright.rendering.stacks import choose, load_stacks
from stackwright.rendering.texts import TEXTS
from stackwright.rendering.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from stackwright.ontology.ir import Model
    from stackwright.rendering.scope import Scope
    from stackwright.rendering.texts import Text

_SOURCE = re.compile(r"ontology/[A-Za-z0-9_][A-Za-z0-9_-]*\.ya?ml")


def _here() -> Path:
    """Find what there is to render from: beside this package in the repository, inside it in a wheel."""
    package = Path(__file__).resolve().parents[1]
    return package / "_template" if (package / "_template").is_dir() else package.parents[1]


HERE = _here()


def project_of(model: Model, answers: Answers, root: Path = HERE) -> Project:
    """Bring model, answers and stack together; AnswerError if they cannot be rendered."""
    check(answers)
    for ontology in model.ontologies:  # rendered files name where they come from
        if not _SOURCE.fullmatch(ontology.source):
            raise RenderingError(
                f"{ontology.source!r}: rename the file, with letters, digits, _ and - only, as in shop.yml"
            )
    return Project(answers=answers, stack=choose(load_stacks(root), answers.stack), model=model)


def files(model: Model, answers: Answers, root: Path = HERE) -> dict[str, File]:
    """Render every file of the project, with what is known about each: the skeleton, then the plan.

    The model's own files and Copier's record of the answers are not among them.
    """
    project = project_of(model, answers, root)
    try:
        with collected_later():
            return _files(project, root)
    finally:
        forget()


def _files(project: Project, root: Path) -> dict[str, File]:
    made = {file.path: file for file in skeleton(project, root)}
    whole: list[Entry] = []
    for entry in plan(project, root):
        if entry.path in made:
            raise ManifestError(
                "stacks/plan.yml", f"{entry.path} is made by {entry.row.role} and by the skeleton"
            )
        if entry.row.text is not None:
            whole.append(entry)
            continue
        made[entry.path] = _file(entry, _fill(entry, root), entry.body or "")
    for entry in whole:  # they speak of the others, so they come last
        name = entry.row.text or ""
        made[entry.path] = _file(entry, _text(name)(entry.scope, made), f"texts.{name}")
    return made


def render(model: Model, answers: Answers, root: Path = HERE) -> dict[str, str]:
    """Render every file of the project: same model, same answers, same bytes."""
    return {path: file.text for path, file in files(model, answers, root).items()}


def _file(entry: Entry, text: str, source: str) -> File:
    return File(path=entry.path, text=text, owner=entry.row.owner, source=source, role=entry.row.role)


def _fill(entry: Entry, root: Path) -> str:
    body = entry.body or ""
    if not body.endswith(".jinja"):
        return _verbatim(root / body)
    context = entry.scope.context
    if entry.row.view is not None:
        context["view"] = _view(entry.row.view, entry.scope.stack.orm)(entry.scope)
    try:
        return environment(root).get_template(body).render(context)
    except TemplateError as error:
        raise RenderingError(f"{body}, for {entry.path}: {error}") from error


@functools.lru_cache(maxsize=256)
def _verbatim(path: Path) -> str:
    return path.read_text("utf-8")


def _view(name: str, orm: str) -> Callable[[Scope], object]:
    """Return the view of that name: the ORM's own, where it has one."""
    if name not in VIEWS:
        raise ManifestError("stacks/plan.yml", f"no view is called {name!r}")
    return VIEWS.get(f"{orm}.{name}", VIEWS[name])


def _text(name: str) -> Text:
    if name not in TEXTS:
        raise ManifestError("stacks/plan.yml", f"no text is called {name!r}")
    return TEXTS[name]
