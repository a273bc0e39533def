# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The contract's answers as Django's responses."""

from django.http import HttpResponse

from ..contract.answers import Answer


def respond(answer: Answer) -> HttpResponse:
    """Return the response of an answer; one without a body has no media type."""
    response = HttpResponse(
        answer.body,
        status=answer.status,
        headers=dict(answer.headers),
        content_type=answer.media_type,
    )
    if answer.body:
        response.headers["Content-Length"] = str(len(answer.body))
    else:
        del response.headers["Content-Type"]
    return response
