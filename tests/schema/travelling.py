"""What goes through the hands of several stacks: objects, answers that must stay, and a way to go on."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from stackwright.rendering.views import samples
from stackwright.rendering.views.tables import tables_of

from tests.conformance.sending import send

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stackwright.ontology.ir import Model, Object

    from tests.conformance.sending import Answer

# Values at the edges of their types; one in each visit.
EDGES: tuple[dict[str, Any], ...] = (
    {"label": "naïve 🏛️ 'quotes' \"and\" \\", "wide": "-12345678901234567890.0123456789", "big": 2**53 - 1},
    {"label": "blank ", "amount": "-0.0001", "span": "-PT0.000001S", "moment": "1999-12-31T23:59:59.999999Z"},
    {"label": "Z", "ratio": -1.5, "exact": 0.1, "day": "0001-01-01", "clock": "23:59:59.999999"},
    {"label": "z", "data": [None, {"b": 1, "a": [1.5, "é"]}], "blob": "AP8=", "flag": False, "grade": "Top"},
    {"label": "", "data": None, "small": -32768, "place": {"name": "P", "depth": "1.50", "tags": []}},
)


@dataclass(slots=True)
class Thing:
    """An object that was made on the way."""

    kind: str
    place: str
    version: int
    state: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with an idempotency key, and the answer that it gets whoever answers."""

    target: str
    headers: dict[str, str]
    sent: bytes
    answer: bytes


@dataclass(slots=True)
class Luggage:
    """Everything that one service has told, for the next to tell again."""

    model: Model
    tried: dict[str, Any]
    things: list[Thing] = field(default_factory=list)
    answers: dict[str, bytes] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    @classmethod
    def packed(cls, model: Model, project: Path) -> Luggage:
        """Begin with nothing but what a project's own tests know of the model."""
        text = (project / "tests/generated/samples.json").read_text("utf-8")
        return cls(model, json.loads(text)["objects"])

    def unpack(self, url: str) -> list[str]:
        """Ask again for all that was told; return what is told otherwise now."""
        found = []
        for target, body in self.answers.items():
            answer = send(url, "GET", target, {}, None)
            if answer.body != body:
                found.append(f"GET {target}\n  was {body!r}\n  now {answer.status} {answer.body!r}")
        for asked in self.asked:
            answer = send(url, "POST", asked.target, asked.headers, asked.sent)
            if answer.body != asked.answer or answer.headers.get("idempotent-replayed") != "true":
                found.append(f"POST {asked.target} again\n  {answer.status} {answer.body!r}")
        return found

    def go_on(self, url: str, visit: int) -> None:
        """Change what is there, move what can be moved, and add one of each kind."""
        for thing in self.things:
            self._change(url, thing, visit)
            self._move(url, thing)
        self._add(url, visit)
        self._look(url)

    def _change(self, url: str, thing: Thing, visit: int) -> None:
        for name, value in (self.tried[thing.kind]["change"] or {}).items():
            # Texts may have to be unique; what is no text gets the same value again.
            text = isinstance(value, str) and value.endswith(" 2")
            change = {name: f"{visit} of {thing.place[-8:]}" if text else value}
            answer = self._send(url, "PATCH", thing.place, change, {"If-Match": f'"{thing.version}"'})
            thing.version = json.loads(answer.body)["row_version"]

    def _move(self, url: str, thing: Thing) -> None:
        for name, move in self.tried[thing.kind]["transitions"].items():
            if thing.state in move["from"]:
                headers = {"If-Match": f'"{thing.version}"'}
                answer = self._send(url, "POST", f"{thing.place}/{name}", move["body"], headers)
                moved = json.loads(answer.body)
                thing.version, thing.state = moved["row_version"], moved["state"]
                return

    def _add(self, url: str, visit: int) -> None:
        keys: dict[str, Any] = {}
        for one in self._makeable():
            kind = f"{one.namespace}.{one.name}"
            body = _resolved(samples.body(one, visit), keys)
            if kind == "lab.Sample":
                body |= EDGES[visit % len(EDGES)]
            made = self._send(url, "POST", self.tried[kind]["path"], body, {})
            told = json.loads(made.body)
            key = {name: told[name] for name in one.key}
            keys[kind] = key if len(key) > 1 else next(iter(key.values()))
            self.things.append(Thing(kind, made.headers["location"], told["row_version"], told.get("state")))
        self._ask_once(url, visit)

    def _ask_once(self, url: str, visit: int) -> None:
        target, body = "/api/store/labels", json.dumps({"text": f"once {visit}"}).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": f"visit-{visit}"}
        answer = send(url, "POST", target, headers, body)
        assert answer.status == 201, answer.body
        self.asked.append(Asked(target, headers, body, answer.body))

    def _look(self, url: str) -> None:
        """Note all that the service tells now, and the second pages of what it lists."""
        targets = [thing.place for thing in self.things]
        targets += [f"{thing.place}/history" for thing in self.things if thing.state is not None]
        for one in self.model.objects():
            kind = f"{one.namespace}.{one.name}"
            if kind in self.tried:
                path = self.tried[kind]["path"]
                targets += [f"{path}?limit=100&count=true", f"{path}?sort=-row_version&limit=100"]
                first = json.loads(send(url, "GET", f"{path}?limit=1", {}, None).body)
                targets += [f"{path}?limit=1&cursor={quote(first['next'])}"] if first["next"] else []
        self.answers = {target: self._told(url, target) for target in targets}

    def _told(self, url: str, target: str) -> bytes:
        answer = send(url, "GET", target, {}, None)
        assert answer.status == 200, f"GET {target}: {answer.body!r}"
        return answer.body

    def _makeable(self) -> Iterator[Object]:
        by_table = {one.table: one for one in self.model.objects()}
        for table in tables_of(self.model):
            one = by_table[table]
            if f"{one.namespace}.{one.name}" in self.tried:
                yield one

    def _send(self, url: str, method: str, target: str, body: Any, headers: dict[str, str]) -> Answer:
        whole = {"Content-Type": "application/json", **headers}
        answer = send(url, method, target, whole, json.dumps(body).encode())
        assert answer.status in (200, 201), f"{method} {target} {body}: {answer.status} {answer.body!r}"
        return answer


def _resolved(value: Any, keys: dict[str, Any]) -> Any:
    if isinstance(value, samples.Reference):
        return keys[value.to]
    if isinstance(value, dict):
        return {name: _resolved(part, keys) for name, part in value.items()}
    return [_resolved(part, keys) for part in value] if isinstance(value, list) else value
