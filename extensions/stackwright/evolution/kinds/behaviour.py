"""Changes of transitions, events, actions and triggers."""

from __future__ import annotations

from stackwright.evolution.change import FOLLOW, Kind, breaks, fine

_ROUTE = fine("a route is new")
_GONE = breaks("its route is gone")
_ANNOUNCED = fine("consumers ignore events that they do not know")
_SILENT = breaks("it is no longer announced")
_ELSE = breaks("what followed from the event no longer does")

BEHAVIOUR = (
    Kind(code="transition-added", says="the transition is new", request=_ROUTE, event=_ANNOUNCED),
    Kind(
        code="transition-removed", says="the transition is gone",
        request=_GONE, event=breaks("its event is no longer announced"), source=FOLLOW,
    ),
    Kind(
        code="transition-renamed", says="the transition {old} is called {new}",
        request=breaks("its route is elsewhere"), event=breaks("its event has another name"), source=FOLLOW,
    ),
    Kind(
        code="source-added", says="it also starts from {new}", request=fine("what was accepted still is"),
        event=fine("the event stays the same"),
    ),
    Kind(
        code="source-removed", says="it no longer starts from {old}",
        request=breaks("a request in that state is refused (409)"), event=fine("the event stays the same"),
    ),
    Kind(
        code="destination-changed", says="it led to {old} and leads to {new}",
        response=breaks("a caller finds the object in another state"),
        event=breaks("consumers find the object in another state"),
    ),
    Kind(code="event-added", says="the event is new", event=_ANNOUNCED),
    Kind(code="event-removed", says="the event is gone", event=_SILENT, source=FOLLOW),
    Kind(code="action-added", says="the action is new", request=_ROUTE),
    Kind(code="action-removed", says="the action is gone", request=_GONE, source=FOLLOW),
    Kind(
        code="output-changed", says="it answered with {old} and answers with {new}",
        response=breaks("the answer is another"), source=FOLLOW,
    ),
    Kind(
        code="trigger-added", says="{new} follows from {old}",
        event=fine("more follows from the event"),
    ),
    Kind(code="trigger-removed", says="{new} no longer follows from {old}", event=_ELSE),
    Kind(code="trigger-changed", says="it was {old} and is {new}", event=_ELSE),
    Kind(
        code="trigger-inputs-changed", says="the action gets other values from the event",
        event=fine("the action still follows from the event"),
    ),
)  # fmt: skip
