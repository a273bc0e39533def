"""A new project: Copier's questions and the template that this package brings, all at once or not at all."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stackwright.project import MODEL_FOLDER
from stackwright.rendering import RenderingError
from stackwright.rendering.render import HERE
from stackwright.updating.copying import told_by_copier
from stackwright.updating.git import git
from stackwright.updating.planning import own_version
from stackwright.updating.recorded import Recorded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PUBLISHED = "gh:stackwright/stackwright"
"""Where the template's releases are: what a project records that was made without them."""

_PARTS = ("copier.yml", "template", "stacks", "examples/clinic", "examples/empty", "examples/shop")
_EXTENSION = "extensions/context.py"
_KEPT = {MODEL_FOLDER, ".git"}


@dataclass(frozen=True, slots=True)
class Source:
    """A template as Copier takes it, and as what it shall be recorded where that is something else."""

    path: str
    version: str | None = None
    recorded: Mapping[str, str] | None = None


def demand_room(folder: Path, template: str | None) -> None:
    """Raise RenderingError where a new project would meet files; a model may be there, and a history."""
    plain = template is not None and Path(template).is_dir() and not Path(template, ".git").exists()
    if plain and folder.resolve().is_relative_to(Path(template or "").resolve()):  # a copy without an end
        raise RenderingError(f"{folder}: lies inside of the template")
    if folder.is_dir() and (
        found := sorted(path.name for path in folder.iterdir() if path.name not in _KEPT)
    ):
        raise RenderingError(
            f"{folder}: there is {found[0]} already; a new project begins with {MODEL_FOLDER}/ or nothing."
            f"\nTo start in a project that is there: copier copy --trust {PUBLISHED} {folder}"
        )
    if folder.exists() and not folder.is_dir():
        raise RenderingError(f"{folder}: is a file")


@contextmanager
def source(template: str | None, version: str | None) -> Iterator[Source]:
    """Yield the template that is asked for: this package's own where none is named."""
    own = own_version()
    if template is not None or version not in {None, own}:
        yield Source(template or PUBLISHED, version)
    elif (HERE / ".git").exists():
        yield Source(str(HERE), "HEAD")
    else:
        with tempfile.TemporaryDirectory(prefix="stackwright-") as directory:
            yield Source(_assembled(Path(directory)), recorded={"_src_path": PUBLISHED, "_commit": own})


def create(folder: Path, template: Source, given: Mapping[str, Any], *, ask: bool) -> int:
    """Render a new project, and return how many files it has; the folder appears when it is whole.

    At a terminal (`ask`) Copier puts the questions that nothing is given for. RenderingError in Copier's own
    words where it refuses.
    """
    import copier  # noqa: PLC0415 - half a second that other commands do not pay

    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as directory:
        made = Path(directory) / folder.name
        if (folder / MODEL_FOLDER).is_dir():
            shutil.copytree(folder / MODEL_FOLDER, made / MODEL_FOLDER)
        with told_by_copier(template.path):
            copier.run_copy(
                template.path,
                made,
                data=dict(given),
                user_defaults={"project_name": _title(folder.resolve().name)},
                vcs_ref=template.version,
                defaults=not ask,
                unsafe=True,
                quiet=True,
            )
        if template.recorded:
            record = Recorded.of(made)
            (made / record.name).write_text(record.changed(template.recorded), "utf-8", newline="")
        folder.mkdir(exist_ok=True)
        for entry in made.iterdir():
            if not (folder / entry.name).exists():
                entry.rename(folder / entry.name)
    return sum(path.is_file() for path in folder.rglob("*") if ".git" not in path.parts)


def begin_history(folder: Path) -> bool:
    """Make the project a git repository where it lies in none; return whether it is one of its own now."""
    try:
        if git(folder, "rev-parse", "--is-inside-work-tree", may_fail=True):
            return False
        git(folder, "init", "--quiet")
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _assembled(folder: Path) -> str:
    """Lay out the template of an installed package as Copier knows it, the package among its extensions."""
    for part in (*_PARTS, _EXTENSION):
        target = folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (HERE / part).is_dir() else shutil.copy
        copy(HERE / part, target)
    package = Path(__file__).parent
    ignored = shutil.ignore_patterns("_template", "__pycache__")
    shutil.copytree(package, folder / "extensions" / package.name, ignore=ignored)
    return str(folder)


def _title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Shop"
