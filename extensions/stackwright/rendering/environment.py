"""The Jinja environment: one setting for the bodies of the plan, for the skeleton, and inside Copier."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from stackwright.rendering.filters import FILTERS

if TYPE_CHECKING:
    from pathlib import Path

# copier.yml says the same in _envops; a test compares them.
SETTINGS: dict[str, Any] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "undefined": StrictUndefined,
}


@functools.lru_cache(maxsize=8)
def environment(root: Path) -> Environment:
    """Return the environment of a template repository, whose folder is the root of all template names.

    Templates are compiled once per process: a repository does not change while it renders.
    """
    made = Environment(  # noqa: S701 - it makes source code, which no browser reads; `html` escapes where one does
        loader=FileSystemLoader(root), auto_reload=False, cache_size=-1, **SETTINGS
    )
    made.filters.update(FILTERS)
    return made
