"""Who is called what: the declared things of all files by namespace and name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from stackwright.ontology import declared
from stackwright.ontology.names import snake
from stackwright.ontology.problems import Problem, listed, near, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stackwright.ontology.declared import Name

TypeLike: TypeAlias = declared.Field | declared.Enum | declared.Struct | declared.Object
Emitted: TypeAlias = tuple[declared.Object, declared.Transition] | declared.Event


@dataclass(frozen=True, slots=True)
class Symbols:
    """All declared things. `partial` says that a file could not be read, so that names may be missing."""

    ontologies: Mapping[str, declared.Ontology]
    partial: bool

    @classmethod
    def of(cls, ontologies: Iterable[declared.Ontology], *, partial: bool) -> Symbols:
        """Collect the ontologies; of two with one name, the first."""
        found: dict[str, declared.Ontology] = {}
        for ontology in ontologies:
            found.setdefault(ontology.name.text, ontology)
        return cls(found, partial)

    def types(self, namespace: str) -> dict[str, TypeLike]:
        """Return the types, enums, structs and objects of a namespace, by name."""
        ontology = self.ontologies[namespace]
        things: tuple[TypeLike, ...] = (
            *ontology.objects, *ontology.structs, *ontology.enums, *ontology.types,
        )  # fmt: skip
        return {thing.name.text: thing for thing in things}

    def namespace(self, here: str, name: Name | None) -> str | Problem | None:
        """Return the namespace that is meant; None where a problem would only repeat another one."""
        if name is None or name.text == here:
            return here
        if name.text in self.ontologies:
            return name.text
        if self.partial:
            return None
        known = sorted(self.ontologies)
        message = f"unknown ontology {quoted(name.text)}"
        return Problem(code="SW108", message=message, at=name.at, hint=near(name.text, known),
                       help=f"ontologies are {listed(known)}")  # fmt: skip

    def event(self, here: str, name: Name) -> tuple[str, Emitted] | Problem | None:
        """Return the event that `PaymentCaptured`, `Order.approve` or either behind a namespace means."""
        parts = name.text.split(".")
        home, rest = self._home(here, parts)
        ontology = self.ontologies[home]
        if len(rest) == 1:
            for event in ontology.events:
                if event.name.text == rest[0]:
                    return home, event
        elif len(rest) == 2:  # noqa: PLR2004
            transition = self.transition(here, name)
            return transition if transition is None or isinstance(transition, Problem) else (home, transition)
        if self._unread(home, parts):
            return None
        known = [event.name.text for event in ontology.events]
        known += [f"{o.name.text}.{move.name.text}" for o in ontology.objects for move in o.transitions]
        message = f"unknown event {quoted(name.text)}"
        return Problem(code="SW301", message=message, at=name.at, hint=near(".".join(rest), known),
                       help=f"events of {home} are {listed(known)}")  # fmt: skip

    def transition(
        self, here: str, name: Name
    ) -> tuple[declared.Object, declared.Transition] | Problem | None:
        """Return the transition that `Order.approve` or `shop.Order.approve` means."""
        parts = name.text.split(".")
        home, rest = self._home(here, parts, length=2)
        ontology = self.ontologies[home]
        for thing in ontology.objects if len(rest) == 2 else ():  # noqa: PLR2004
            for move in thing.transitions if thing.name.text == rest[0] else ():
                if snake(move.name.text) == snake(rest[1]):
                    return thing, move
        if self._unread(home, parts):
            return None
        known = [f"{o.name.text}.{move.name.text}" for o in ontology.objects for move in o.transitions]
        message = f"unknown transition {quoted(name.text)}"
        return Problem(code="SW302", message=message, at=name.at, hint=near(".".join(rest), known),
                       help=f"transitions of {home} are {listed(known)}")  # fmt: skip

    def action(self, here: str, name: Name) -> tuple[str, declared.Action] | Problem | None:
        """Return the action that `approve_order` or `shop.approve_order` means."""
        parts = name.text.split(".")
        home, rest = self._home(here, parts)
        for action in self.ontologies[home].actions:
            if len(rest) == 1 and snake(action.name.text) == snake(rest[0]):
                return home, action
        if self._unread(home, parts):
            return None
        known = [action.name.text for action in self.ontologies[home].actions]
        message = f"unknown action {quoted(name.text)}"
        return Problem(code="SW303", message=message, at=name.at, hint=near(".".join(rest), known),
                       help=f"actions of {home} are {listed(known)}")  # fmt: skip

    def _home(self, here: str, parts: list[str], length: int = 1) -> tuple[str, list[str]]:
        """Split a namespace off; a name of this namespace goes before a namespace of the same name."""
        own = {thing.name.text for thing in self.ontologies[here].objects}
        is_own = len(parts) == 2 and parts[0] in own  # noqa: PLR2004
        if len(parts) > length and parts[0] in self.ontologies and not is_own:
            return parts[0], parts[1:]
        return here, parts

    def _unread(self, home: str, parts: list[str]) -> bool:
        """Whether the name may belong to something that could not be read."""
        broken = self.ontologies[home].broken
        return any(part in broken for part in parts) or (self.partial and len(parts) > 1)
