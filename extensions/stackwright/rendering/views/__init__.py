"""The views, by the name under which a row of the plan asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stackwright.rendering.scope import Scope

VIEWS: Mapping[str, Callable[[Scope], object]] = {}
