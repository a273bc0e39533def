# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""Opaque places in an ordered list, signed so that nobody can make one up."""

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass

from .errors import InvalidInputError, Issue
from .queries import Query
from .values import JsonValue

_SIGNATURE = 16


@dataclass(frozen=True, slots=True)
class Cursors:
    """Makes and opens cursors with the service's secret."""

    secret: bytes

    def after(self, collection: str, query: Query, values: Sequence[JsonValue]) -> str:
        """Return the cursor of the place behind the object with these sort values."""
        payload = json.dumps([self._digest(collection, query), *values]).encode()
        return (
            base64.urlsafe_b64encode(self._sign(payload) + payload).decode().rstrip("=")
        )

    def open(self, collection: str, query: Query) -> list[JsonValue] | None:
        """Return the sort values of the query's cursor, or None where it starts at the top."""
        if query.cursor is None:
            return None
        try:
            raw = base64.urlsafe_b64decode(
                query.cursor + "=" * (-len(query.cursor) % 4)
            )
        except ValueError:
            raise _refused(query) from None
        signature, payload = raw[:_SIGNATURE], raw[_SIGNATURE:]
        if not hmac.compare_digest(signature, self._sign(payload)):
            raise _refused(query)
        digest, *values = json.loads(payload)
        if digest != self._digest(collection, query):
            raise _refused(query)
        return list(values)

    def _sign(self, payload: bytes) -> bytes:
        return hmac.digest(self.secret, payload, "sha256")[:_SIGNATURE]

    def _digest(self, collection: str, query: Query) -> str:
        asked = repr((collection, query.where, query.sort))
        return hashlib.sha256(asked.encode()).hexdigest()[:16]


def _refused(query: Query) -> InvalidInputError:
    message = "is no cursor of this list, filter and order"
    return InvalidInputError(Issue(query.cursor_path, "cursor", message))
