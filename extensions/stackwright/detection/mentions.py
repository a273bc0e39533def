"""Mentions: places in a project's files that name a package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

# `declared`: needed by the project itself; `optional`: by an extra, its tests, tools; `locked`: by anything.
Strength = Literal["declared", "optional", "locked"]
STRENGTHS: tuple[Strength, ...] = ("declared", "optional", "locked")

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_EGG = re.compile(r"#(?:.*&)?egg=([A-Za-z0-9._-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A package, named in a file at some place, as it is written there."""

    package: str
    file: str
    place: str
    text: str
    strength: Strength

    def __str__(self) -> str:
        return f"{self.file}, {self.place}: {self.text}"


def package_of(requirement: str) -> str:
    """Return the package that a requirement names, spelled as registries do; nothing if it names none."""
    found = _EGG.search(requirement) if "egg=" in requirement else _NAME.match(requirement.strip())
    if found is None:
        return ""
    return normalised(found[1] if "egg=" in requirement else found[0])


def normalised(name: str) -> str:
    """Return a package's name with one spelling for all that mean the same."""
    return re.sub(r"[-_.]+", "-", name).lower()


def mentions(requirements: Any, file: str, place: str, strength: Strength) -> Iterator[Mention]:
    """Read a list of requirements; what is neither a list nor a text in it is nothing."""
    for text in requirements if isinstance(requirements, list | tuple) else ():
        if isinstance(text, str) and (package := package_of(text)):
            yield Mention(package=package, file=file, place=place, text=text, strength=strength)


def tabled(table: Any, file: str, place: str, strength: Strength) -> Iterator[Mention]:
    """Read a table from packages to versions."""
    for name, version in mapping(table).items():
        text = f"{name} = {version}" if isinstance(version, str) else name
        yield Mention(package=normalised(name), file=file, place=place, text=text, strength=strength)


def mapping(value: Any) -> dict[str, Any]:
    """Return a mapping, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def inside(value: Any, *keys: str) -> Any:
    """Return what lies behind these keys; None if there is nothing."""
    for key in keys:
        value = mapping(value).get(key)
    return value
