"""A checked model and the answers in, the files of a project out: pure, deterministic, without Copier."""

from __future__ import annotations

from stackwright.rendering.answers import Answers
from stackwright.rendering.errors import RenderingError
from stackwright.rendering.file import File
from stackwright.rendering.plan import Entry, Row, plan
from stackwright.rendering.render import files, render
from stackwright.rendering.scope import Project, Scope
from stackwright.rendering.stacks import Stack

__all__ = [
    "Answers", "Entry", "File", "Project", "RenderingError", "Row", "Scope", "Stack",
    "files", "plan", "render",
]  # fmt: skip
