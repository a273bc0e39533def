"""What an update makes of a project, before any of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.updating.merging import Versions, merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from stackwright.rendering import File


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files that change: their new content, or None for those that go. The rest stays as it is.

    `conflicts` are those with marks, where an edit by hand and the new text meet in the same lines.
    """

    files: Mapping[str, bytes | None]
    conflicts: tuple[str, ...] = ()


def outcome(
    folder: Path, old: Mapping[str, str], new: Mapping[str, str], added: Iterable[File] = ()
) -> Outcome:
    """Apply the difference of two renders to a project, as `copier update` does.

    `old` and `new` are the texts of what is generated or shared; `added` are files of the user's that are
    written once. What the user has deleted stays deleted.
    """
    files: dict[str, bytes | None] = {file.path: file.text.encode() for file in added}
    both: dict[str, Versions] = {}
    for path in old.keys() | new.keys():
        base, theirs, ours = _bytes(old, path), _bytes(new, path), _content(folder / path)
        if theirs is None:
            if ours is not None:
                files[path] = None
        elif ours is None:
            if base is None:
                files[path] = theirs
        elif ours in (base, theirs):
            files[path] = theirs
        elif base != theirs:
            both[path] = Versions(base or b"", ours, theirs)
    merged, conflicts = merge(dict(sorted(both.items())))
    files |= merged
    changed = {path: content for path, content in files.items() if content != _content(folder / path)}
    return Outcome(
        files=dict(sorted(changed.items())),
        conflicts=tuple(conflicts),
    )


def _bytes(texts: Mapping[str, str], path: str) -> bytes | None:
    text = texts.get(path)
    return None if text is None else text.encode()


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
