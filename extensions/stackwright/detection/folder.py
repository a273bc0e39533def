"""A project on disk: the files that say what it needs are read here, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.detection.proposal import Proposal, propose
from stackwright.detection.requirements import dynamic, included
from stackwright.detection.sources import READERS, REQUIREMENTS, mentions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from stackwright.rendering.stacks import Stack

_LARGEST = 32 * 1024 * 1024  # no lock file comes near


def detect(folder: Path, stacks: Mapping[str, Stack]) -> Proposal:
    """Propose the stack that the project in this folder stands on."""
    texts, complaints = read(folder)
    mentions, unreadable = mentions_of(texts)
    return propose(mentions, stacks, looked_at=tuple(texts), complaints=(*complaints, *unreadable))


def read(folder: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the texts of all files that say what the project needs, and what could not be had of them."""
    texts: dict[str, str] = {}
    complaints: list[str] = []
    queue = [(name, "") for name in _found(folder)]
    for file, why in queue:  # grows while files include others
        if file in texts:
            continue
        path = folder / file
        if not path.resolve().is_relative_to(folder.resolve()):
            complaints.append(f"{why or file}: outside of the project, so not looked at")
            continue
        try:
            texts[file] = _text(path)
        except (OSError, ValueError) as error:
            complaints.append(f"{why or file}: {getattr(error, 'strerror', None) or error}")
            continue
        if file == "pyproject.toml":
            queue += [(name, f"{file} takes {name}") for name in dynamic(texts[file])]
        elif file not in READERS:
            found = included(file, texts[file])
            queue += [(name, f"{file}, line {line} includes {name}") for line, name in found]
    return texts, tuple(complaints)


def _found(folder: Path) -> Iterator[str]:
    for name in READERS:
        if (folder / name).is_file():
            yield name
    for pattern in REQUIREMENTS:
        for path in sorted(folder.glob(pattern)):
            if path.is_file():
                yield path.relative_to(folder).as_posix()


def _text(path: Path) -> str:
    if path.stat().st_size > _LARGEST:
        raise ValueError("too large to be read")
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from error
