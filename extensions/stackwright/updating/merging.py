"""Three-way merges, with git's own tools and in Copier's order, so that both give the same bytes."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.updating.git import git

if TYPE_CHECKING:
    from collections.abc import Mapping

_LABELS = ("before updating", "last update", "after updating")


@dataclass(frozen=True, slots=True)
class Versions:
    """One file three times: as it was rendered, as it is now, as it is rendered anew."""

    base: bytes
    ours: bytes
    theirs: bytes


def merge(files: Mapping[str, Versions]) -> tuple[dict[str, bytes], list[str]]:
    """Bring what was changed by hand into what is rendered anew; name the files with conflict marks."""
    if not files:
        return {}, []
    with tempfile.TemporaryDirectory(prefix="stackwright-") as directory:
        scratch = Path(directory)
        git(scratch, "init", "--quiet")
        base = _tree(scratch, {path: versions.base for path, versions in files.items()})
        ours = _tree(scratch, {path: versions.ours for path, versions in files.items()})
        diff = git(scratch, "diff-tree", "--unified=3", "--inter-hunk-context=-1", "--binary", base, ours)
        _write(scratch, {path: versions.theirs for path, versions in files.items()})
        git(scratch, "apply", "--reject", stdin=diff, may_fail=True)
        merged: dict[str, bytes] = {}
        conflicts: list[str] = []
        for path, versions in files.items():
            if not (scratch / f"{path}.rej").exists():
                merged[path] = (scratch / path).read_bytes()
                continue
            merged[path] = _marked(scratch, versions)
            if _has_marks(merged[path]):
                conflicts.append(path)
        return merged, conflicts


def _marked(scratch: Path, versions: Versions) -> bytes:
    """Merge a whole file, with marks where both sides have changed the same lines."""
    names = []
    for name in ("ours", "base", "theirs"):
        place = scratch / ".git" / f"merging-{name}"
        place.write_bytes(getattr(versions, name))
        names.append(str(place))
    labels = [word for label in _LABELS for word in ("-L", label)]
    return git(scratch, "merge-file", "--stdout", *labels, "--", *names, may_fail=True)


def _has_marks(content: bytes) -> bool:
    marks = {f"<<<<<<< {_LABELS[0]}".encode(), f">>>>>>> {_LABELS[2]}".encode()}
    return any(line.rstrip() in marks for line in content.splitlines())


def _tree(scratch: Path, files: Mapping[str, bytes]) -> str:
    _write(scratch, files)
    git(scratch, "add", "--all", "--force")
    return git(scratch, "write-tree").decode().strip()


def _write(scratch: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (scratch / path).parent.mkdir(parents=True, exist_ok=True)
        (scratch / path).write_bytes(content)
