"""Models of other times: a folder that holds `ontology/`, or a git revision of a project."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from stackwright.ontology import load_directory
from stackwright.ontology.loading import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.ir import Model

# A hook of git says by these where its own repository is; the project may lie elsewhere.
_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_TIMEOUT = 60.0


class RevisionError(Exception):
    """Neither a folder with a model nor a revision that git knows; the text says so in one line."""


def model_at(name: str, project: Path) -> Model:
    """Return the model in the folder of that name, or of that git revision of a project.

    A folder goes first. OntologyError where the model has mistakes, RevisionError where there is none.
    """
    if name and (Path(name) / FOLDER).is_dir():  # an empty name is no folder, but a variable not set
        return load_directory(Path(name))
    commit = _commit(name, project)
    with TemporaryDirectory() as folder:
        home = Path(folder, FOLDER)
        home.mkdir()
        for file, content in _files(commit, project):
            (home / file).write_bytes(content)
        return load_directory(Path(folder))


def _commit(name: str, project: Path) -> str:
    given = f"{name}^{{commit}}"
    try:
        found = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", given)
    except FileNotFoundError:
        raise RevisionError(f"{name}: no folder with {FOLDER}/, and git is not installed") from None
    if found.returncode != 0:
        repository = _git(project, "rev-parse", "--git-dir").returncode == 0
        why = f"no revision of {project}" if repository else f"{project} is in no git repository"
        raise RevisionError(f"{name}: no folder with {FOLDER}/, and {why}")
    return found.stdout.decode().strip()


def _files(commit: str, project: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the model as they were committed, whatever a checkout would make of them."""
    listed = _git(project, "ls-tree", "-z", commit, f"{FOLDER}/").stdout.decode("utf-8", "surrogateescape")
    for entry in filter(None, listed.split("\0")):
        about, _, path = entry.partition("\t")
        _, kind, blob = about.split(" ")
        if kind == "blob":
            yield path.rpartition("/")[2], _git(project, "cat-file", "blob", blob).stdout


def _git(project: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _HOOKS}
    command = ["git", "-C", str(project), *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=environment, timeout=_TIMEOUT)  # noqa: S603
