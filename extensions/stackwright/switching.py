"""What a project still has to do when its stack has changed: the user's files are left as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stackwright.rendering.render import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stackwright.ontology.ir import Model
    from stackwright.rendering import Answers


def remaining(
    folder: Path, model: Model, answers: Answers, before: str, root: Path
) -> Iterator[tuple[str, str]]:
    """Yield the user's files that the former stack's starting point shaped, and what is to be done to each.

    A file that the new stack would have begun in the same way is not among them, nor one that says already
    what the new stack begins with.
    """
    now = files(model, answers, root)
    for path, file in files(model, replace(answers, stack=before), root).items():
        if file.owner != "yours" or not (folder / path).is_file():
            continue
        if path not in now:
            yield path, f"{answers.stack} does without it"
        elif now[path].text not in (file.text, (folder / path).read_text("utf-8", "replace")):
            yield (
                path,
                f"written for {before}: `stackwright show {path}` prints what {answers.stack} begins with",
            )
