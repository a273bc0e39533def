"""What goes wrong while rendering: an answer of the user's, or a manifest or plan of ours."""

from __future__ import annotations


class RenderingError(Exception):
    """Root of all errors of this package; its text is meant for the person who asked for the project."""


class AnswerError(RenderingError):
    """An answer that cannot be rendered."""


class ManifestError(RenderingError):
    """A stack's manifest, or the plan, that does not say what it should."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
