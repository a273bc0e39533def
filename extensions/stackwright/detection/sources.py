"""From the texts of a project's files to what they mention: who reads which file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.detection import declarations, locks
from stackwright.detection.requirements import requirements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from stackwright.detection.mentions import Mention

READERS: Mapping[str, Callable[[str, str], Iterator[Mention]]] = {
    "pyproject.toml": declarations.pyproject,
    "Pipfile": declarations.pipfile,
    "setup.cfg": declarations.setup_cfg,
    "setup.py": declarations.setup_py,
    "manage.py": declarations.manage_py,
    "uv.lock": locks.toml_lock,
    "poetry.lock": locks.toml_lock,
    "pdm.lock": locks.toml_lock,
    "Pipfile.lock": locks.pipfile_lock,
}
"""Every file that is looked at, by its name; all others that are read are requirements files."""

REQUIREMENTS = ("requirements*.txt", "requirements*.in", "requirements/*.txt", "requirements/*.in")


def mentions_of(texts: Mapping[str, str]) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """Return every mention, and a line for each file that cannot be read."""
    found: list[Mention] = []
    unreadable: list[str] = []
    for file, text in texts.items():
        try:
            found += READERS.get(file, requirements)(file, text.removeprefix("\ufeff"))
        except (ValueError, RecursionError) as error:
            unreadable.append(f"{file} cannot be read: {error}")
    return tuple(found), tuple(unreadable)
