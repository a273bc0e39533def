# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The two things that a service makes up by itself: the time and identifiers."""

import secrets
import time
from datetime import UTC, datetime
from uuid import UUID


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


def uuid7() -> UUID:
    """Return a UUID of version 7 (RFC 9562): ordered by its time, to a fraction of a millisecond."""
    nanoseconds = time.time_ns()
    milliseconds, rest = divmod(nanoseconds, 1_000_000)
    fraction = (rest << 12) // 1_000_000
    value = (milliseconds << 80) | (0x7 << 76) | (fraction << 64) | (0b10 << 62)
    return UUID(int=value | secrets.randbits(62))
