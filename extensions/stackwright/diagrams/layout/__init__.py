"""A layered layout: columns of boxes, and lines that run between them at right angles.

>>> layout = lay_out(boxes, lines)
"""

from __future__ import annotations

from stackwright.diagrams.layout.plane import Box, Layout, Line, Placed, Point
from stackwright.diagrams.layout.shelves import lay_out

__all__ = ["Box", "Layout", "Line", "Placed", "Point", "lay_out"]
