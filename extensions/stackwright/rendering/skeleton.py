"""The project's skeleton: `template/`, rendered as Copier renders it, so that tests need no Copier."""

from __future__ import annotations

import functools
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from stackwright.rendering.environment import environment
from stackwright.rendering.file import File

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from stackwright.rendering.plan import Owner
    from stackwright.rendering.scope import Project

_FOLDER = "template"
_SUFFIX = ".jinja"
# What Copier itself fills in: the files of the plan, and the record of the answers.
_OF_COPIER = ("{% yield ", "{{_copier_conf")


def skeleton(project: Project, root: Path) -> Iterator[File]:
    """Yield the files of the skeleton, by their path in the template."""
    context = names(project)
    for source in sources(root):
        path = _path(source, root, context)
        if path is None:
            continue
        if source.endswith(_SUFFIX):
            text = environment(root).get_template(f"{_FOLDER}/{source}").render(context)
        else:
            text = (root / _FOLDER / source).read_text("utf-8")
        yield File(path=path, text=text, owner=_owner(path), source=f"{_FOLDER}/{source}", role="skeleton")


def names(project: Project) -> Mapping[str, Any]:
    """Return what the skeleton sees: every answer by its name, as in Copier, and the project."""
    return {**asdict(project.answers), "project": project}


@functools.lru_cache(maxsize=8)
def sources(root: Path) -> tuple[str, ...]:
    """List the files of the skeleton that are not Copier's own business."""
    folder = root / _FOLDER
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(path for path in found if not path.startswith(_OF_COPIER)))


def _path(source: str, root: Path, context: Mapping[str, Any]) -> str | None:
    parts = []
    for part in source.removesuffix(_SUFFIX).split("/"):
        rendered = environment(root).from_string(part).render(context) if "{" in part else part
        if not rendered:  # an empty part leaves the file out
            return None
        parts.append(rendered)
    return "/".join(parts)


def _owner(path: str) -> Owner:
    return "yours" if path.startswith("src/") else "shared"
