"""Changes of ontologies and objects, and of the texts that everything may have."""

from __future__ import annotations

from stackwright.evolution.change import FOLLOW, Kind, asks, breaks, drops, fine, migrates

_TEXT = fine("only what people read")
_NEW = fine("nobody relies on it yet")
_INDEX = migrates("an index comes or goes; no value changes")

OBJECTS = (
    Kind(code="title-changed", says="the title is another", response=_TEXT, quiet=True),
    Kind(code="description-changed", says="the description is another", response=_TEXT, quiet=True),
    Kind(code="example-changed", says="the example is another", response=_TEXT, quiet=True),
    Kind(
        code="ontology-added", says="the ontology is new",
        request=_NEW, response=_NEW, event=_NEW, column=migrates("its tables are new"),
    ),
    Kind(
        code="ontology-removed", says="the ontology is gone, with all that it held",
        request=breaks("its routes are gone"), event=breaks("its events are no longer announced"),
        column=drops("its tables are dropped"), source=FOLLOW,
    ),
    Kind(
        code="path-changed", says="the path was {old} and is {new}",
        request=breaks("all its routes are elsewhere"),
    ),
    Kind(
        code="object-added", says="the object is new",
        request=_NEW, response=_NEW, event=_NEW, column=migrates("its table is new"),
    ),
    Kind(
        code="object-removed", says="the object is gone",
        request=breaks("its routes are gone"), event=breaks("its events are no longer announced"),
        column=drops("its table is dropped"), source=FOLLOW,
    ),
    Kind(
        code="object-renamed", says="the object {old} is called {new}",
        request=breaks("its routes are elsewhere"), event=breaks("its events have other names"),
        column=migrates("its table is renamed, and keeps its rows"), source=FOLLOW,
    ),
    Kind(
        code="key-changed", says="the key was ({old}) and is ({new})",
        request=breaks("its paths are other ones"), response=breaks("references to it look different"),
        event=breaks("events name it by another key"),
        column=asks("which key do the rows that are there get, and those that refer to them?"),
        source=FOLLOW,
    ),
    Kind(
        code="write-added", says="callers may {new} it", request=fine("a route is new"),
    ),
    Kind(
        code="write-removed", says="callers may no longer {old} it",
        request=breaks("the route answers 405"),
    ),
    Kind(
        code="timestamps-added", says="it has created_at and updated_at",
        response=fine("readers ignore what they do not know"),
        column=migrates("rows get the time of the migration"),
    ),
    Kind(
        code="timestamps-removed", says="it no longer has created_at and updated_at",
        response=breaks("answers no longer have them"), column=drops("both columns are dropped"),
        source=FOLLOW,
    ),
    Kind(
        code="if-match-required", says="every write must name the version that it saw",
        request=breaks("a write without If-Match is refused (428)"),
    ),
    Kind(
        code="if-match-optional", says="a write need not name the version that it saw",
        request=fine("what was accepted still is"),
    ),
    Kind(
        code="unique-added", says="it must be unique",
        request=breaks("a value that is taken is refused (409)"),
        column=asks("which of the rows that share a value keep it?"),
    ),
    Kind(
        code="unique-removed", says="it need not be unique",
        request=fine("what was accepted still is"), column=migrates("the constraint is dropped"),
    ),
    Kind(code="index-added", says="it is indexed", column=_INDEX),
    Kind(code="index-removed", says="it is no longer indexed", column=_INDEX),
    Kind(
        code="states-added", says="it has states",
        response=fine("readers ignore what they do not know"),
        column=migrates("rows get the initial state"),
    ),
    Kind(
        code="states-removed", says="it no longer has states",
        request=breaks("its transitions and its history are gone"),
        response=breaks("answers no longer have a state"), event=breaks("its events are no longer announced"),
        column=drops("the column of the state is dropped"), source=FOLLOW,
    ),
)  # fmt: skip
