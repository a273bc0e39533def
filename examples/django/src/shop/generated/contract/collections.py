# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""What the domain asks of storage. Any persistence layer may answer."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from .answers import ANY_VERSION, IfMatch
from .queries import EVERY, Page, Query
from .transitions import HistoryEntry

T_co = TypeVar("T_co", covariant=True)
K_contra = TypeVar("K_contra", contravariant=True)
C_contra = TypeVar("C_contra", contravariant=True)
P_contra = TypeVar("P_contra", contravariant=True)


class Objects(Protocol[T_co, K_contra, C_contra, P_contra]):
    """Objects of one kind, in one unit of work."""

    def get(self, key: K_contra) -> T_co:
        """Return the object, or raise NotFoundError."""
        ...

    def find(
        self,
        where: Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str] = (),
        limit: int = 50,
        cursor: str | None = None,
    ) -> Page[Any]:
        """Return one page of the objects for which `where` holds, in the words of the query body."""
        ...

    def page(self, query: Query) -> Page[Any]:
        """Return the page that a query asks for."""
        ...

    def create(self, data: C_contra) -> T_co:
        """Add an object; NotUniqueError and MissingReferenceError say why it cannot be."""
        ...

    def update(
        self, key: K_contra, changes: P_contra, if_match: IfMatch = ANY_VERSION
    ) -> T_co:
        """Change the given fields; StaleVersionError where the caller read another version."""
        ...

    def delete(self, key: K_contra, if_match: IfMatch = ANY_VERSION) -> None:
        """Remove the object; StillReferencedError where others refer to it."""
        ...

    def history(self, key: K_contra, query: Query = EVERY) -> Page[HistoryEntry]:
        """Return the transitions that the object has made, oldest first."""
        ...
