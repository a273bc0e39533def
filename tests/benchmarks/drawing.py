"""The figures as a picture: one bar each, and a line where the target is."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.figures import Figure

_ROW = 24
_LABELS = 470
_BARS = 300
_WIDTH = _LABELS + _BARS + 130
_HEAD = 40
_REACHED, _MISSED = "#3b7a57", "#b03a2e"
# A bar of full length is this many times its target.
_FULL = 2.0
_STYLE = "text { font: 12px system-ui, sans-serif; fill: #333 } .title { font-weight: 600 }"


def svg(figures: Sequence[Figure]) -> str:
    """Draw those that have a target; each bar is relative to its own, so that all targets are one line."""
    figures = [figure for figure in figures if figure.target is not None]
    height = _HEAD + _ROW * len(figures) + 10
    target = _LABELS + _BARS / _FULL
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
        f"<style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        '<text class="title" x="10" y="20">Figures, each relative to its target</text>',
        f'<text x="{target:.0f}" y="20" text-anchor="middle">target</text>',
    ]
    for number, figure in enumerate(figures):
        lines += _row(figure, _HEAD + _ROW * number)
    lines.append(f'<path d="M{target:.0f} {_HEAD - 10}V{height - 6}" stroke="#333" stroke-dasharray="3 3"/>')
    return "\n".join([*lines, "</svg>", ""])


def _row(figure: Figure, top: int) -> list[str]:
    target = figure.target
    assert target is not None
    length = min(figure.value / target.bound, _FULL) * _BARS / _FULL
    colour = _REACHED if figure.reached else _MISSED
    words = f"{figure.value:.2f}{target.unit} ({target})"
    label = ", ".join(part for part in (figure.what, figure.where) if part)
    return [
        f'<text x="{_LABELS - 8}" y="{top + 13}" text-anchor="end">{escape(label)}</text>',
        f'<rect x="{_LABELS}" y="{top}" width="{length:.0f}" height="16" fill="{colour}"/>',
        f'<text x="{_LABELS + _BARS + 6}" y="{top + 13}">{escape(words)}</text>',
    ]
