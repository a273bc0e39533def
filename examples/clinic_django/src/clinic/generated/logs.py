# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""Logging: one JSON object a line, with the request's id, and without secrets."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_SECRET = re.compile(
    r"pass(word|wd)?|secret|token|authorization|cookie|api_?key", re.IGNORECASE
)
_CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+@")


def configure(level: str, *, json: bool) -> None:
    """Send the logs of structlog and of the standard library to stdout in one form."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        redact,
    ]
    final: list[Any] = [
        structlog.dev.ConsoleRenderer(
            colors=sys.stdout.isatty(),
            # The richer formatters print the values of variables, secrets among them.
            exception_formatter=structlog.dev.plain_traceback,
        )
    ]
    if json:
        final = [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *final],
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(formatter)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        # Below its level, a call does nothing at all.
        wrapper_class=structlog.make_filtering_bound_logger(level.lower()),
        cache_logger_on_first_use=True,
    )


def redact(
    logger: object, method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Replace values of fields with secret names, and credentials inside URLs."""
    event.pop("color_message", None)  # Uvicorn's own copy of its message
    for name, value in event.items():
        if _SECRET.search(name):
            event[name] = "[redacted]"
        elif isinstance(value, str):
            event[name] = _CREDENTIALS.sub("[redacted]@", value)
    return event
