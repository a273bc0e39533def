"""Requirements files, with the files that they include."""

from __future__ import annotations

import posixpath
import re
import tomllib
from typing import TYPE_CHECKING

from stackwright.detection.mentions import Mention, inside, mapping, package_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"(^|\s)#.*$")
_INCLUDE = re.compile(r"(?:-r|--requirement)(?:\s+|=|(?<=-r))(\S+)")
_EDITABLE = re.compile(r"(?:-e|--editable)(?:\s+|=)")
_TOOLS = re.compile(
    r"(?:^|[^a-z])(?:dev|develop|development|test|tests|testing|doc|docs|lint|ci|tools|typing)(?:[^a-z]|$)"
)


def requirements(file: str, text: str) -> Iterator[Mention]:
    """Read a requirements file; what its name says is for tests or tools is optional."""
    for number, line in _lines(text):
        requirement = _EDITABLE.sub("", line)
        if requirement.startswith(("-", ".", "/")) or not (package := package_of(requirement)):
            continue
        yield Mention(
            package=package,
            file=file,
            place=f"line {number}",
            text=requirement,
            strength="optional" if _TOOLS.search(file.lower()) else "declared",
        )


def included(file: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the requirements files that one includes: the line, and the path from the project's folder."""
    for number, line in _lines(text):
        if found := _INCLUDE.match(line):
            yield number, posixpath.normpath(posixpath.join(posixpath.dirname(file), found[1]))


def dynamic(text: str) -> Iterator[str]:
    """Yield the requirements files that setuptools reads for a pyproject.toml."""
    try:
        tables = inside(tomllib.loads(text), "tool", "setuptools", "dynamic")
    except ValueError:  # the reader of pyproject.toml tells it
        return
    found = inside(tables, "dependencies", "file")
    yield from (found,) if isinstance(found, str) else found or ()
    for extra in mapping(inside(tables, "optional-dependencies")).values():
        found = mapping(extra).get("file")
        yield from (found,) if isinstance(found, str) else found or ()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that say something, without comments and hashes; a backslash joins two."""
    start, joined = 1, ""
    for number, line in enumerate(text.splitlines(), 1):
        if not joined:
            start = number
        if line.endswith("\\"):
            joined += line[:-1] + " "
            continue
        whole = _COMMENT.sub("", joined + line).partition(" --hash")[0].strip()
        joined = ""
        if whole:
            yield start, whole
