"""What each kind of change means; run as a module, it writes the tables of `docs/reference/changes.md`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.evolution.kinds import GROUPS

if TYPE_CHECKING:
    from stackwright.evolution.change import Face, Kind

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/changes.md"
MARK = "<!-- the tables: python -m tests.docs.changes -->\n"
_CONTRACT: dict[Face, str] = {"request": "requests", "response": "answers", "event": "events"}


def tables() -> str:
    """Return a table for each part of a model: a row per kind."""
    return "".join(_table(title, kinds) for title, kinds in GROUPS.items())


def page(text: str) -> str:
    """Return the page with the tables as they are now."""
    head, mark, _ = text.partition(MARK)
    return head + mark + tables()


def _table(title: str, kinds: tuple[Kind, ...]) -> str:
    head = "| kind | what has happened | version | because | rows | own code |\n|---|---|---|---|---|---|\n"
    cells = ((f"`{kind.code}`", *(cell(kind) for cell in _CELLS)) for kind in kinds)
    return f"\n## {title}\n\n{head}" + "".join(f"| {' | '.join(row)} |\n" for row in cells)


def _says(kind: Kind) -> str:
    return kind.says.format(old="*A*", new="*B*")


def _level(kind: Kind) -> str:
    """Return the level; where it depends on where the part shows, each with its places."""
    faces = dict(kind.effects(_CONTRACT))
    levels: dict[str, list[str]] = {}
    for face in faces:
        levels.setdefault(kind.level({face}), []).append(_CONTRACT[face])
    if len(levels) < 2:
        return f"**{next(iter(levels), 'patch')}**"
    return ", ".join(f"**{level}** in {' and '.join(places)}" for level, places in sorted(levels.items()))


def _why(kind: Kind) -> str:
    reasons: dict[str, list[str]] = {}
    for face, effect in kind.effects(_CONTRACT):
        reasons.setdefault(effect.reason, []).append(_CONTRACT[face])
    if len(reasons) < 2:
        return next(iter(reasons), "nobody else sees it")
    return "; ".join(f"{' and '.join(places)}: {reason}" for reason, places in reasons.items())


def _rows(kind: Kind) -> str:
    effect = kind.column or kind.packed
    if effect is None:
        return ""
    told = [effect.reason] if not effect.question or effect.destroys else []
    told += ["**data is lost**"] if effect.destroys else []
    told += [f"**question**: {effect.question}"] if effect.question else []
    return "; ".join(told)


def _code(kind: Kind) -> str:
    return "must follow" if kind.source is not None and kind.source.breaking else ""


_CELLS = (_says, _level, _why, _rows, _code)

if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
