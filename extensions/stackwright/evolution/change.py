"""What a change is, and what follows from it for those who call, read, consume, store and write code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

Area = Literal["api", "event", "database", "source"]
Face = Literal["request", "response", "event", "column", "packed", "source"]
Level = Literal["major", "minor", "patch"]

# Where a part of the model shows, and whose business that is. A `column` is altered by a migration;
# `packed` is what lies inside a JSON column, whose values only a migration of the data can alter.
AREAS: dict[Face, Area] = {
    "request": "api",
    "response": "api",
    "event": "event",
    "column": "database",
    "packed": "database",
    "source": "source",
}
_CONTRACT = ("request", "response", "event")
_STORED = ("column", "packed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a change means on one face. `question` is what the model must answer before rows can follow."""

    reason: str = ""
    breaking: bool = False
    migrates: bool = False
    destroys: bool = False
    question: str = ""


def fine(reason: str) -> Effect:
    """Describe what callers and readers go on with as they are."""
    return Effect(reason=reason)


def breaks(reason: str) -> Effect:
    """Describe what callers or readers cannot go on with."""
    return Effect(reason=reason, breaking=True)


def migrates(reason: str) -> Effect:
    """Describe a migration that keeps every value."""
    return Effect(reason=reason, migrates=True)


def drops(reason: str, question: str = "") -> Effect:
    """Describe a migration that loses values."""
    return Effect(reason=reason, breaking=True, migrates=True, destroys=True, question=question)


def asks(question: str) -> Effect:
    """Describe a migration that cannot be written before the model answers a question."""
    return Effect(reason="rows may not fit", breaking=True, migrates=True, question=question)


FOLLOW = breaks("code that names it must follow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two models.

    `breaks` are the areas among `touches` where something that worked stops working: clients (`api`),
    consumers (`event`), rows (`database`: data is lost, or a question is open), hand-written code (`source`).
    The level speaks of what others rely on: `major` where `api` or `event` breaks, `minor` where they
    can tell, `patch` where they cannot. `old` and `new` are what stood there, as the language spells it.
    """

    kind: str
    place: str
    sentence: str
    touches: tuple[Area, ...]
    breaks: tuple[Area, ...]
    level: Level
    reason: str
    migrates: bool
    destroys: bool
    question: str | None
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of change: what it says, with `{old}` and `{new}`, and its effect on each face.

    What is `quiet` is for people only, and never more than a patch.
    """

    code: str
    says: str
    request: Effect | None = None
    response: Effect | None = None
    event: Effect | None = None
    column: Effect | None = None
    packed: Effect | None = None
    source: Effect | None = Effect(reason="the generated code follows")
    quiet: bool = False

    def effects(self, faces: Collection[Face] = tuple(AREAS)) -> Iterator[tuple[Face, Effect]]:
        """Yield the effects on those faces that the changed part has."""
        for face in AREAS:
            effect: Effect | None = getattr(self, face)
            if effect is not None and face in faces:
                yield face, effect

    def level(self, faces: Collection[Face] = tuple(AREAS)) -> Level:
        """Return how much the version must move for a part with those faces."""
        seen = [effect for face, effect in self.effects(faces) if face in _CONTRACT]
        if any(effect.breaking for effect in seen):
            return "major"
        return "minor" if seen and not self.quiet else "patch"

    def at(
        self,
        place: str,
        faces: Collection[Face],
        old: str | None = None,
        new: str | None = None,
        *,
        answered: bool = False,
    ) -> Change:
        """Return the change of a part that has these faces; `answered`: the model says what rows become."""
        found = dict(self.effects({*faces, "source"}))
        stored = [effect for face, effect in found.items() if face in _STORED]
        asked = "" if answered else next((effect.question for effect in stored if effect.question), "")
        level = self.level(faces)
        destroys = any(effect.destroys for effect in stored)
        broken = {
            AREAS[face] for face, effect in found.items() if effect.breaking and face not in _STORED
        } | ({"database"} if destroys or asked else set())
        return Change(
            kind=self.code,
            place=place,
            sentence=self.says.format(old=old, new=new),
            touches=tuple(dict.fromkeys(AREAS[face] for face in found)),
            breaks=tuple(area for area in dict.fromkeys(AREAS.values()) if area in broken),
            level=level,
            reason="; ".join(dict.fromkeys(_reasons(found, level))),
            migrates=any(effect.migrates for effect in stored),
            destroys=destroys,
            question=asked or None,
            old=old,
            new=new,
        )


def _reasons(found: dict[Face, Effect], level: Level) -> Iterator[str]:
    """Yield what speaks for a level: the breaks of the contract, what is seen of it, or what is stored."""
    seen = [effect for face, effect in found.items() if face in _CONTRACT]
    if level == "major":
        return (effect.reason for effect in seen if effect.breaking)
    stored = [effect for face, effect in found.items() if face in _STORED]
    return (effect.reason for effect in seen or stored or found.values())
