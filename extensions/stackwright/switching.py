"""What is left to do when the stack or the preset has changed: the user's files are left as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stackwright.rendering.render import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stackwright.ontology.ir import Model
    from stackwright.rendering import Answers


def switched(before: Answers, now: Answers) -> str:
    """Name the changed answer that shapes the user's files, the stack first; nothing if none has."""
    return next((name for name in ("stack", "preset") if getattr(before, name) != getattr(now, name)), "")


def remaining(
    folder: Path, model: Model, answers: Answers, before: Answers, root: Path
) -> Iterator[tuple[str, str]]:
    """Yield the user's files that the former starting point shaped, and what is to be done to each.

    A file that would now have begun in the same way is not among them, nor one that says already what it
    would begin with.
    """
    changed = switched(before, answers)
    if not changed:
        return
    former, chosen = getattr(before, changed), getattr(answers, changed)
    now = files(model, answers, root)
    for path, file in files(model, replace(answers, **{changed: former}), root).items():
        if file.owner != "yours" or not (folder / path).is_file():
            continue
        if path not in now:
            yield path, f"{chosen} does without it"
        elif now[path].text not in (file.text, (folder / path).read_text("utf-8", "replace")):
            yield path, f"written for {former}: `stackwright show {path}` prints what {chosen} begins with"
