"""How much comes with a project: the presets, and the parts that each adds to the service itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Part = Literal["docs", "checks", "admin"]
PARTS: Mapping[Part, str] = {
    "docs": "a page at /docs to read and try the API, and the model in diagrams and tables",
    "checks": "a CI workflow, and checks before every commit",
    "admin": "pages for administrators, where the framework brings them",
}
# Whatever the preset: the service, its migrations, its tests, and the same HTTP contract.
PRESETS: Mapping[str, tuple[Part, ...]] = {
    "minimal": (),
    "api": ("docs",),
    "full": ("docs", "checks", "admin"),
}
