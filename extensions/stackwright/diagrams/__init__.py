"""Diagrams of a model: objects and their references, states and the moves between them.

>>> {name: mermaid(diagram) for name, diagram in diagrams(model).items()}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.diagrams.catalogue import diagrams
from stackwright.diagrams.entities_svg import entities_svg
from stackwright.diagrams.graph import Entities
from stackwright.diagrams.mermaid import mermaid
from stackwright.diagrams.states_svg import states_svg

if TYPE_CHECKING:
    from stackwright.diagrams.graph import Diagram

__all__ = ["diagrams", "mermaid", "svg"]


def svg(diagram: Diagram) -> str:
    """Return a picture of a diagram, as SVG."""
    return entities_svg(diagram) if isinstance(diagram, Entities) else states_svg(diagram)
