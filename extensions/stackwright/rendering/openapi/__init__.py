"""The OpenAPI document, rendered from the model alone: every stack serves these bytes."""

from __future__ import annotations

from stackwright.rendering.openapi.document import openapi, routes

__all__ = ["openapi", "routes"]
