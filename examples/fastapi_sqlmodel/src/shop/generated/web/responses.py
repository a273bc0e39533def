# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The contract's answers as Starlette's responses."""

from fastapi import Response

from ..contract.answers import Answer


def respond(answer: Answer) -> Response:
    """Return the response of an answer; one without a body has no media type."""
    media_type = answer.media_type if answer.body else None
    return Response(answer.body, answer.status, dict(answer.headers), media_type)
