"""From mentions to the one stack that they speak for, or to what stands in the way: never a guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.detection.mentions import STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackwright.detection.mentions import Mention
    from stackwright.rendering.stacks import Stack

# Packages that bring others along. A framework's or an ORM's own name is known from the manifests.
_BRINGS: Mapping[str, frozenset[str]] = {
    "advanced-alchemy": frozenset({"sqlalchemy"}),
    "alembic": frozenset({"sqlalchemy"}),
    "django-ninja": frozenset({"django"}),
    "djangorestframework": frozenset({"django"}),
    "fastapi-slim": frozenset({"fastapi"}),
    "flask-migrate": frozenset({"flask", "sqlalchemy"}),
    "flask-sqlalchemy": frozenset({"flask", "sqlalchemy"}),
    "sqlmodel": frozenset({"sqlalchemy"}),
}
_LOOKED_FOR = "pyproject.toml, requirements*.txt, Pipfile, setup.cfg, setup.py, a lock file or manage.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The stack, or the reason why there is none; the evidence for either.

    `evidence` is the strongest there is, `aside` are mentions of other frameworks and ORMs, `complaints`
    tell what could not be read.
    """

    stack: Stack | None
    reason: str = ""
    evidence: tuple[Mention, ...] = ()
    aside: tuple[Mention, ...] = ()
    complaints: tuple[str, ...] = ()
    looked_at: tuple[str, ...] = ()

    @property
    def contradictory(self) -> bool:
        """Whether there is evidence, but not for one stack alone."""
        return self.stack is None and bool(self.evidence)


def propose(
    mentions: Iterable[Mention],
    stacks: Mapping[str, Stack],
    *,
    looked_at: tuple[str, ...] = (),
    complaints: tuple[str, ...] = (),
) -> Proposal:
    """Propose the stack whose framework and ORM the strongest mentions name, if that is one."""
    found = tuple(mentions)
    frameworks = sorted({stack.framework for stack in stacks.values()})
    orms = sorted({stack.orm for stack in stacks.values()})
    strongest = _strongest(found, frameworks) | _strongest(found, orms)
    named = _named(_strongest(found, frameworks), frameworks)
    used = _outermost(_named(_strongest(found, orms), orms), stacks)
    fitting = [stack for stack in stacks.values() if stack.framework in named and stack.orm in used]
    chosen = fitting[0] if len(named) == len(fitting) == 1 else None
    known = {*frameworks, *orms}
    telling = tuple(mention for mention in found if _means(mention) & known)
    aside = tuple(one for one in telling if chosen and not _speaks_for(one, chosen, known))
    evidence = tuple(one for one in telling if one in strongest and one not in aside)
    return Proposal(
        stack=chosen,
        reason="" if chosen else _reason(named, used, (frameworks, orms), fitting, looked_at),
        evidence=evidence,
        aside=aside,
        complaints=complaints,
        looked_at=looked_at,
    )


def _speaks_for(mention: Mention, stack: Stack, known: set[str]) -> bool:
    """Whether a mention names what a stack stands on, and nothing else that another one does."""
    own = {stack.framework, stack.orm, stack.orm_base, *_BRINGS.get(stack.orm, ())}
    return mention.package in own or (mention.package not in known and bool(_means(mention) & own))


def _strongest(mentions: tuple[Mention, ...], known: list[str]) -> frozenset[Mention]:
    """Return the mentions of any of these that are stronger than all others."""
    telling = [mention for mention in mentions if _means(mention) & set(known)]
    for strength in STRENGTHS:
        if found := frozenset(mention for mention in telling if mention.strength == strength):
            return found
    return frozenset()


def _means(mention: Mention) -> frozenset[str]:
    return _BRINGS.get(mention.package, frozenset()) | {mention.package}


def _named(mentions: frozenset[Mention], known: list[str]) -> list[str]:
    meant = frozenset[str]().union(*map(_means, mentions))
    return [name for name in known if name in meant]


def _outermost(orms: list[str], stacks: Mapping[str, Stack]) -> list[str]:
    """Leave out what another one stands on: who uses SQLModel has SQLAlchemy, too."""
    bases = {stack.orm: {stack.orm_base} | _BRINGS.get(stack.orm, frozenset()) for stack in stacks.values()}
    return [orm for orm in orms if not any(orm in bases[other] for other in orms if other != orm)]


def _reason(
    named: list[str],
    used: list[str],
    known: tuple[list[str], list[str]],
    fitting: list[Stack],
    looked_at: tuple[str, ...],
) -> str:
    frameworks, orms = known
    if not looked_at:
        return f"there is nothing to go by: no {_LOOKED_FOR}"
    if len(named) > 1:
        return f"more than one framework: {_and(named)}"
    if not named:
        beside = f" beside {_and(used)}" if used else ""
        return f"no framework that a stack stands on ({_or(frameworks)}){beside}, in {_and(looked_at)}"
    if len(fitting) > 1:
        return f"more than one ORM for {named[0]}: {_and(used)}"
    if not used:
        return f"no ORM that a stack stands on ({_or(orms)}) beside {named[0]}, in {_and(looked_at)}"
    return f"no stack stands on {named[0]} with {_and(used)}"


def _and(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _or(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last
