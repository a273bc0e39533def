"""The Jinja environment: one setting for the bodies of the plan, for the skeleton, and inside Copier."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

from stackwright.rendering.filters import FILTERS

if TYPE_CHECKING:
    from pathlib import Path
    from types import CodeType

    from jinja2.bccache import Bucket

# copier.yml says the same in _envops; a test compares them.
SETTINGS: dict[str, Any] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "undefined": StrictUndefined,
}


class _Compiled(BytecodeCache):
    """What has been compiled, by name and text: Copier clones one version to several places in an update."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        del filename
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


@functools.lru_cache(maxsize=8)
def environment(root: Path) -> Environment:
    """Return the environment of a template repository, whose folder is the root of all template names.

    Templates are compiled once per process: a repository does not change while it renders.
    """
    made = Environment(  # noqa: S701 - it makes source code, which no browser reads; `html` escapes where one does
        loader=FileSystemLoader(root), auto_reload=False, cache_size=-1, bytecode_cache=_COMPILED, **SETTINGS
    )
    made.filters.update(FILTERS)
    return made
