"""Whose every file is, and the digest of what was rendered: `.stackwright/manifest.json`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from stackwright.rendering.indented import indented

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stackwright.rendering.file import File
    from stackwright.rendering.scope import Scope


def manifest(scope: Scope, made: Mapping[str, File]) -> str:
    """Name the owner of each file, and the SHA-256 of each that updates write."""
    entries = {path: _entry(file) for path, file in made.items()}
    entries |= {ontology.source: {"owner": "yours"} for ontology in scope.model.ontologies}
    return indented({"files": dict(sorted(entries.items()))}) + "\n"


def _entry(file: File) -> dict[str, str]:
    if file.owner == "yours":
        return {"owner": file.owner}
    return {"owner": file.owner, "sha256": hashlib.sha256(file.text.encode()).hexdigest()}
