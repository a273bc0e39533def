"""Chains of models, each a change of the one before, with the rows that should be there."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

ONTOLOGY = "chain"
IDS = (1, 2)
FIRST: dict[str, Any] = {"string": "some", "int": 7, "long": 7, "bool": True}


@dataclass(slots=True)
class Member:
    """A field: what it is, what it has been called, and what the rows hold.

    A reference holds the key of a row; one to many holds whether the rows refer to anything.
    """

    kind: str
    held: Any
    optional: bool = False
    length: int = 10
    index: bool = False
    default: Any = None
    target: str = ""
    was: str | None = None
    values: dict[str, str | None] = field(default_factory=dict)

    def written(self) -> dict[str, Any]:
        """Return it as a model says it."""
        types = {
            "string": f"string({self.length})",
            "ref": f"ref {self.target}",
            "many": f"ref {self.target}[]",
            "enum": self.target,
        }
        said: dict[str, Any] = {"type": types.get(self.kind, self.kind)}
        if self.optional and self.kind != "many":
            said["optional"] = True
        if self.index and self.kind != "many":
            said["index"] = True
        if self.default is not None:
            said["default"] = self.default
        return said | ({"was": self.was} if self.was else {})


@dataclass(slots=True)
class Thing:
    """An object, its key, its members, and its states: each with its former name."""

    key: str = "id"
    key_was: str | None = None
    members: dict[str, Member] = field(default_factory=dict)
    states: dict[str, str | None] = field(default_factory=dict)
    was: str | None = None

    def before(self, name: str, world: World) -> Thing | None:
        """Return it as it was in an earlier world, whatever its name was there; None if it is new."""
        return world.things.get(name) or world.things.get(self.was or "")

    def is_new(self, name: str, before: Thing | None) -> bool:
        """Whether a member of this name was not there by any name."""
        return before is None or not {name, self.members[name].was} & set(before.members)


@dataclass(slots=True)
class World:
    """A model; names are never used twice."""

    things: dict[str, Thing] = field(default_factory=dict)
    used: int = 0

    def name(self, start: str) -> str:
        """Return a name that nothing has had."""
        self.used += 1
        return f"{start}{self.used}"

    def source(self) -> dict[str, str]:
        """Return the model's file."""
        enums, objects = {}, {}
        for name, thing in self.things.items():
            for member in thing.members.values():
                if member.kind == "enum":
                    enums[member.target] = _values(member.values)
            fields = {key: member.written() for key, member in thing.members.items()}
            key = "int, key" + (f", was {thing.key_was}" if thing.key_was else "")
            told: dict[str, Any] = {"timestamps": False, "fields": {thing.key: key, **fields}}
            if thing.was:
                told["was"] = thing.was
            if thing.states:
                first, *rest = thing.states
                told["states"] = _values(thing.states)
                told["transitions"] = {f"to_{one}": {"from": first, "to": one} for one in rest}
            objects[name] = told
        tree = {"ontology": ONTOLOGY, "enums": enums, "objects": objects}
        return {f"ontology/{ONTOLOGY}.yml": yaml.safe_dump(tree, sort_keys=False)}

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """Return the rows of every table."""
        found: dict[str, list[dict[str, Any]]] = {}
        for name, thing in self.things.items():
            row: dict[str, Any] = {}
            for key, member in thing.members.items():
                if member.kind == "many":
                    columns = f"owner_{thing.key}", f"target_{self.things[member.target].key}"
                    link = [dict(zip(columns, (one, 1), strict=True)) for one in IDS if member.held]
                    found[f"{table_of(name)}_{key}"] = link
                else:
                    row[self.column(key, member)] = member.held
            if thing.states:
                row["state"] = next(iter(thing.states))
            found[table_of(name)] = [{thing.key: one, **row} for one in IDS]
        return found

    def column(self, name: str, member: Member) -> str:
        """Return the column of a member."""
        return f"{name}_{self.things[member.target].key}" if member.kind == "ref" else name


def table_of(thing: str) -> str:
    """Return the table of an object."""
    return f"{ONTOLOGY}_{thing.lower()}"


def _values(given: dict[str, str | None]) -> dict[str, Any]:
    return {name: {"was": was} if was else None for name, was in given.items()}


def _add_object(draw: st.DrawFn, world: World) -> None:
    thing = Thing()
    world.things[world.name("Thing")] = thing
    for _ in range(2):
        _grow(draw, world, thing)
    if draw(st.booleans()):
        thing.states = {world.name("s"): None, world.name("s"): None}


def _grow(draw: st.DrawFn, world: World, thing: Thing) -> None:
    kind = draw(st.sampled_from(("string", "int", "bool", "enum")))
    member = Member(kind, FIRST.get(kind), index=draw(st.booleans()))
    if kind == "enum":
        member.target = world.name("Enum")
        member.values = {world.name("v"): None, world.name("v"): None}
        member.held = next(iter(member.values))
    member.default = member.held
    thing.members[world.name("f")] = member


def _add_member(draw: st.DrawFn, world: World) -> None:
    thing = _some_thing(draw, world)
    _grow(draw, world, thing)
    if draw(st.booleans()):
        *_, member = thing.members.values()
        member.optional, member.default, member.held = True, None, None


def _add_reference(draw: st.DrawFn, world: World) -> None:
    thing = _some_thing(draw, world)
    kind = draw(st.sampled_from(("ref", "many")))
    target = draw(st.sampled_from(sorted(world.things)))
    held = draw(st.sampled_from((None, 1)))
    thing.members[world.name("r")] = Member(kind, held, optional=True, target=target)


def _rename_object(draw: st.DrawFn, world: World) -> None:
    old, new = draw(st.sampled_from(sorted(world.things))), world.name("Thing")
    world.things = {new if name == old else name: thing for name, thing in world.things.items()}
    world.things[new].was = old
    for thing in world.things.values():
        for member in thing.members.values():
            if member.target == old:
                member.target = new


def _rename_member(draw: st.DrawFn, world: World) -> None:
    thing = _some_thing(draw, world)
    if thing.members:
        old, new = draw(st.sampled_from(sorted(thing.members))), world.name("f")
        thing.members = {new if n == old else n: member for n, member in thing.members.items()}
        thing.members[new].was = old


def _rename_key(draw: st.DrawFn, world: World) -> None:
    thing = _some_thing(draw, world)
    thing.key, thing.key_was = world.name("k"), thing.key


def _rename_value(draw: st.DrawFn, world: World) -> None:
    held = [m for thing in world.things.values() for m in thing.members.values() if m.values]
    if held:
        member = draw(st.sampled_from(held))
        old, new = draw(st.sampled_from(sorted(member.values))), world.name("longer_v")
        member.values = {new if n == old else n: w for n, w in member.values.items()}
        member.values[new] = old
        member.held = new if member.held == old else member.held
        member.default = new if member.default == old else member.default


def _rename_state(draw: st.DrawFn, world: World) -> None:
    held = [thing for thing in world.things.values() if thing.states]
    if held:
        thing = draw(st.sampled_from(held))
        old, new = draw(st.sampled_from(sorted(thing.states))), world.name("longer_s")
        thing.states = {new if n == old else n: w for n, w in thing.states.items()}
        thing.states[new] = old


def _other_values(draw: st.DrawFn, world: World) -> None:
    """Add a value and a state, and drop those that no row has."""
    for thing in world.things.values():
        for member in thing.members.values():
            if member.values:
                spare = [one for one in member.values if one not in (member.held, member.default)]
                if spare and draw(st.booleans()):
                    del member.values[draw(st.sampled_from(spare))]
                member.values[world.name("v")] = None
        if thing.states:
            _, *others = thing.states
            if draw(st.booleans()):
                del thing.states[draw(st.sampled_from(others))]
            thing.states[world.name("s")] = None


def _other_states(draw: st.DrawFn, world: World) -> None:
    """Let states come, or go."""
    thing = _some_thing(draw, world)
    thing.states = {} if thing.states else {world.name("s"): None, world.name("s"): None}


def _drop_member(draw: st.DrawFn, world: World) -> None:
    thing = _some_thing(draw, world)
    if thing.members:
        del thing.members[draw(st.sampled_from(sorted(thing.members)))]


def _drop_object(draw: st.DrawFn, world: World) -> None:
    if len(world.things) > 1:
        gone = draw(st.sampled_from(sorted(world.things)))
        del world.things[gone]
        for thing in world.things.values():
            thing.members = {n: m for n, m in thing.members.items() if m.target != gone}


def _alter(draw: st.DrawFn, world: World) -> None:
    """Make texts longer, members optional, indexes come and go."""
    for thing in world.things.values():
        for member in thing.members.values():
            member.length += draw(st.sampled_from((0, 30)))
            member.index = draw(st.booleans())
            if member.kind != "many" and draw(st.booleans()):
                member.optional, member.default = True, None


def _require(draw: st.DrawFn, world: World) -> None:
    """Make members required: the default of the model is what rows get that have nothing."""
    for thing in world.things.values():
        for member in thing.members.values():
            if member.optional and member.kind in FIRST and draw(st.booleans()):
                member.held = FIRST[member.kind] if member.held is None else member.held
                member.optional, member.default = False, member.held


def _widen(draw: st.DrawFn, world: World) -> None:
    """Let whole numbers be larger."""
    for thing in world.things.values():
        for member in thing.members.values():
            if member.kind == "int" and draw(st.booleans()):
                member.kind = "long"


def _some_thing(draw: st.DrawFn, world: World) -> Thing:
    return world.things[draw(st.sampled_from(sorted(world.things)))]


CHANGES: tuple[Callable[[st.DrawFn, World], None], ...] = (
    _add_object, _add_member, _add_reference, _rename_object, _rename_member, _rename_key, _rename_value,
    _rename_state, _other_values, _other_states, _drop_member, _drop_object, _alter, _require, _widen,
)  # fmt: skip


@st.composite
def chains(draw: st.DrawFn, steps: int) -> list[World]:
    """Draw a first model, and so many changes of it: two or three at once."""
    world = World()
    _add_object(draw, world)
    _add_object(draw, world)
    _add_reference(draw, world)
    found = [copy.deepcopy(world)]
    for _ in range(steps):
        # One rename of a thing at a time: `was` tells the last name only, which the database must have.
        for change in draw(st.lists(st.sampled_from(CHANGES), min_size=2, max_size=3, unique=True)):
            change(draw, world)
        found.append(copy.deepcopy(world))
    return found


def chain_of(steps: int, start: int) -> list[World]:
    """Return the chain of a seed."""
    drawn: list[list[World]] = []

    @seed(start)
    @settings(
        max_examples=2,  # the first is the simplest that there is
        phases=[Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(chains(steps))
    def draw(chain: list[World]) -> None:
        drawn.append(chain)

    draw()
    return drawn[-1]
