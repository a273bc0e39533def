"""A rendered project as it lies on disk: its model, and what an update must know about its files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml

from stackwright.ontology.loading import sources_of
from stackwright.rendering import Answers, RenderingError
from stackwright.rendering.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from stackwright.rendering import File

MODEL_FOLDER = "ontology"
ANSWERS_FILE = ".copier-answers.yml"
_MANIFEST = ".stackwright/manifest.json"
_FIRST_MIGRATION = "yours.migrations.ontology.initial"


class UnmergeableError(RenderingError):
    """Files of the project that a merge would spoil."""

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__(
            "These files cannot be merged, so nothing has been changed:\n"
            + "\n".join(f"  {problem}" for problem in problems)
            + "\nSave them as UTF-8 with LF line endings, commit, and run the command again."
        )


def model_sources(folder: Path) -> dict[str, str]:
    """Read the model's files, by their names in the project; none where there is no model."""
    if not any(path.suffix in (".yml", ".yaml") for path in (folder / MODEL_FOLDER).glob("*")):
        return {}
    return sources_of(folder)


def recorded_stack(answers_file: Path) -> str:
    """Return the stack of the last render; nothing where there was none."""
    if not answers_file.is_file():
        return ""
    return str((yaml.safe_load(answers_file.read_text("utf-8")) or {}).get("stack", ""))


def recorded_answers(answers_file: Path) -> Answers:
    """Return the answers of the last render; AnswerError where there was none."""
    if not answers_file.is_file():
        raise AnswerError(f"{answers_file.name} is not there: this is no rendered project")
    return Answers.of(yaml.safe_load(answers_file.read_text("utf-8")) or {})


def rendered_before(folder: Path) -> frozenset[str]:
    """Name the files that an earlier render wrote or found there, so that none is forced on anybody twice."""
    try:
        return frozenset(json.loads((folder / _MANIFEST).read_text("utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def owners(folder: Path) -> dict[str, str]:
    """Return whose each file of the last render is, by path."""
    try:
        entries = json.loads((folder / _MANIFEST).read_text("utf-8"))["files"]
        return {path: str(entry["owner"]) for path, entry in entries.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def rendered_digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of what the last render wrote, by path, for the files that are not the user's."""
    try:
        entries = json.loads((folder / _MANIFEST).read_text("utf-8"))["files"]
        return {path: entry["sha256"] for path, entry in entries.items() if "sha256" in entry}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def kept(file: File, folder: Path, before: frozenset[str]) -> bool:
    """Tell whether a file is the user's, and there already, deleted on purpose, or theirs to have made.

    `before` are the files that an earlier render wrote or found there.
    """
    if file.owner != "yours":
        return False
    if (folder / file.path).exists() or file.path in before:
        return True
    # Where migrations have begun, the framework's own command goes on with them.
    home = f"{file.path.partition('/migrations/')[0]}/migrations/"
    return file.role == _FIRST_MIGRATION and any(path.startswith(home) for path in before)


def check_mergeable(folder: Path, files: Mapping[str, File]) -> None:
    """Raise UnmergeableError if a merge would lose an edit, or conflict with every line."""
    if problems := list(_unmergeable(folder, files)):
        raise UnmergeableError(problems)


def orphans(folder: Path) -> list[str]:
    """List the user's action files whose action the model no longer has, as the manifest on disk knows it."""
    manifest = folder / _MANIFEST
    if not manifest.is_file():
        return []
    known = json.loads(manifest.read_text("utf-8"))["files"]
    found = (path.relative_to(folder).as_posix() for path in folder.glob("src/*/actions/*/*.py"))
    return sorted(path for path in found if path not in known and not path.endswith("/__init__.py"))


def _unmergeable(folder: Path, files: Mapping[str, File]) -> Iterator[str]:
    for path in sorted(files):
        file = folder / path
        if files[path].owner == "yours" or not file.is_file():
            continue
        content = file.read_bytes()
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            yield f"{path}: not UTF-8 at byte {error.start}"
        if b"\r" in content and "\r" not in files[path].text:
            yield f"{path}: has CRLF line endings"
