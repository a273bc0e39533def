"""The short way of an update: where the template stays, two renders and a merge are all there is to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from stackwright.project import kept, rendered_before
from stackwright.rendering import File
from stackwright.rendering.render import files
from stackwright.updating.outcome import Outcome, outcome
from stackwright.updating.recorded import loaded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackwright.rendering import Answers
    from stackwright.updating.recorded import Recorded


@dataclass(frozen=True, slots=True)
class Regenerated:
    """The outcome, beside the renders that it was made from."""

    outcome: Outcome
    old: Mapping[str, File]
    new: Mapping[str, File]


def regenerate(recorded: Recorded, changes: Mapping[str, Any]) -> Regenerated:
    """Render the recorded model and the one that lies there now; return what the project would become.

    `changes` are answers that change. OntologyError and RenderingError tell what is wrong with either.
    """
    sources = recorded.sources()
    answers: Answers = replace(recorded.answers, **changes)
    old = files(recorded.model, recorded.answers)
    new = files(loaded(sources), answers)
    before = rendered_before(recorded.folder)
    added = [
        file for file in new.values() if file.owner == "yours" and not kept(file, recorded.folder, before)
    ]
    added += [
        _model_file(path, text) for path, text in sources.items() if not (recorded.folder / path).exists()
    ]
    texts = _ours(new) | {recorded.name: recorded.text(changes, sources)}
    written = (recorded.folder / recorded.name).read_bytes().decode()  # whatever its line endings are
    return Regenerated(
        outcome(recorded.folder, _ours(old) | {recorded.name: written}, texts, added), old, new
    )


def _model_file(path: str, text: str) -> File:
    return File(path=path, text=text, owner="yours", source="the model", role="model")


def _ours(made: Mapping[str, File]) -> dict[str, str]:
    return {path: file.text for path, file in made.items() if file.owner != "yours"}
