"""The paper of every SVG: its frame, style and text. Nothing in it needs a script, a font or a server."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stackwright.diagrams.layout import Point

LETTER = 0.61
"""The width of a letter of the widest common monospaced font, in heights of the font."""
_MARGIN = 24
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLE = """
text { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
text { font-size: 13px; fill: #1f2328; }
.paper { fill: #ffffff; }
.box { fill: #f6f8fa; stroke: #57606a; }
.head { fill: #dbe9f9; stroke: #57606a; }
.name { font-weight: bold; }
.quiet { fill: #57606a; }
.label { font-size: 11px; fill: #0550ae; }
.line { fill: none; stroke: #57606a; stroke-width: 1.3; stroke-linejoin: round; }
.end { fill: #ffffff; stroke: #57606a; stroke-width: 1.3; }
.solid { fill: #57606a; }
.loose { stroke-dasharray: 5 3; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .paper { fill: #0d1117; }
  .box { fill: #161b22; stroke: #8b949e; }
  .head { fill: #1f3552; stroke: #8b949e; }
  .quiet { fill: #9aa4af; }
  .label { fill: #79c0ff; }
  .line { stroke: #8b949e; }
  .end { fill: #0d1117; stroke: #8b949e; }
  .solid { fill: #8b949e; }
}
"""


def paper(width: float, height: float, title: str, description: str) -> ET.Element:
    """Return an empty picture, which a screen reader can name."""
    wide, high = round(width) + 2 * _MARGIN, round(height) + 2 * _MARGIN
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"{-_MARGIN} {-_MARGIN} {wide} {high}",
            "width": str(wide),
            "height": str(high),
            "role": "img",
        },
    )
    told(root, title, description)
    ET.SubElement(root, "style").text = _STYLE
    rectangle(root, "paper", (-_MARGIN, -_MARGIN), (wide, high))
    return root


def finished(root: ET.Element) -> str:
    """Return the picture's text."""
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def group(parent: ET.Element, kind: str, name: str) -> ET.Element:
    """Return a group for one thing of the model."""
    return ET.SubElement(parent, "g", {f"data-{kind}": name})


def told(parent: ET.Element, title: str, description: str = "") -> None:
    """Give something its name and description: a screen reader reads it, a mouse shows it."""
    ET.SubElement(parent, "title").text = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", title)
    if description:
        ET.SubElement(parent, "desc").text = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", description)


def rectangle(parent: ET.Element, kind: str, at: Point, size: Point, radius: int = 0) -> None:
    """Draw a rectangle by its upper left corner, its width and height; the radius is that of its corners."""
    sides = zip(("x", "y", "width", "height"), (*at, *size), strict=True)
    corners = {"rx": str(radius)} if radius else {}
    ET.SubElement(parent, "rect", {"class": kind, **{name: f"{side:g}" for name, side in sides}, **corners})


def text(parent: ET.Element, kind: str, at: Point, said: str, anchor: str = "start") -> None:
    """Write a line of text that has its `start`, `middle` or `end` there."""
    place = {"class": kind, "x": f"{at[0]:g}", "y": f"{at[1]:g}", "text-anchor": anchor}
    ET.SubElement(parent, "text", place).text = said


def path(parent: ET.Element, kind: str, *runs: Sequence[Point]) -> None:
    """Draw lines through points."""
    drawn = " ".join("M" + " L".join(f"{x:g},{y:g}" for x, y in run) for run in runs)
    ET.SubElement(parent, "path", {"class": kind, "d": drawn})


def circle(parent: ET.Element, kind: str, at: Point, radius: float) -> None:
    """Draw a circle around a point."""
    place = {"class": kind, "cx": f"{at[0]:g}", "cy": f"{at[1]:g}", "r": f"{radius:g}"}
    ET.SubElement(parent, "circle", place)


def width_of(said: str, size: float = 13) -> int:
    """Return how wide a text may become, in whole pixels; names and types are plain letters."""
    return math.ceil(len(said) * size * LETTER)
