"""What is for people: titles, descriptions, examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from stackwright.evolution.faces import RESPONSE
from stackwright.evolution.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.evolution.change import Change


class Spoken(Protocol):
    """What has a name, a title and a description."""

    @property
    def name(self) -> str:
        """Return the name."""
        ...

    @property
    def title(self) -> str:
        """Return the title, which is the name in words where none is given."""
        ...

    @property
    def description(self) -> str | None:
        """Return the description."""
        ...


def texts_compared(place: str, old: Spoken, new: Spoken) -> Iterator[Change]:
    """Yield another title and another description; a new name brings a title along, which is no news."""
    if old.title != new.title and old.name == new.name:
        yield KINDS["title-changed"].at(place, RESPONSE)
    if old.description != new.description:
        yield KINDS["description-changed"].at(place, RESPONSE)
