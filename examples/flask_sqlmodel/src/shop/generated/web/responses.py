# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The contract's answers as Flask's responses."""

from flask import Response

from ..contract.answers import Answer


class ContractResponse(Response):
    """A response that has a media type only where one is given."""

    default_mimetype = None


def respond(answer: Answer) -> Response:
    """Return the response of an answer; one without a body has no media type."""
    media_type = answer.media_type if answer.body else None
    return ContractResponse(
        answer.body, answer.status, answer.headers, content_type=media_type
    )
