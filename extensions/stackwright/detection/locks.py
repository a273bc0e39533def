"""Lock files: every package that gets installed, whoever needs it."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from stackwright.detection.mentions import Mention, mapping, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator


def toml_lock(file: str, text: str) -> Iterator[Mention]:
    """Read uv.lock, poetry.lock or pdm.lock."""
    packages = tomllib.loads(text).get("package")
    for package in packages if isinstance(packages, list) else ():
        name, version = mapping(package).get("name"), mapping(package).get("version")
        if isinstance(name, str):
            yield _locked(file, "package", name, version)


def pipfile_lock(file: str, text: str) -> Iterator[Mention]:
    """Read every category of a Pipfile.lock."""
    for category, table in mapping(json.loads(text)).items():
        if category != "_meta":
            for name, package in mapping(table).items():
                yield _locked(file, category, name, str(mapping(package).get("version", "")).lstrip("="))


def _locked(file: str, place: str, name: str, version: Any) -> Mention:
    text = f"{name} {version}" if version and isinstance(version, str) else name
    return Mention(package=normalised(name), file=file, place=place, text=text, strength="locked")
