"""The first migrations of ontologies that have migrations of their own: what each of them makes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from stackwright.ontology.ir import ListOf, Ref
from stackwright.rendering.once import once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from stackwright.ontology.ir import Field, Model, Object, Ontology

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A table that is made, with those references whose targets are there, or a reference that had to wait.

    `make` is the table of an object, `refer` a reference that is added to it, `link` the table of a
    many-to-many reference, and `join` that reference itself.
    """

    kind: Literal["make", "refer", "link", "join"]
    object: Object = field(repr=False)
    field: Field | None = field(default=None, repr=False)
    late: frozenset[str] = frozenset()

    @property
    def key(self) -> _Key:
        """What tells the step apart."""
        name = self.field.name if self.field is not None else ""
        return (self.kind, self.object.namespace, self.object.name, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """A migration of an ontology, and those that it comes behind, by ontology and name."""

    ontology: Ontology = field(repr=False)
    name: str
    steps: tuple[Step, ...]
    dependencies: tuple[tuple[str, str], ...]


@once
def scheduled(model: Model) -> tuple[Migration, ...]:
    """Return the migrations in the order in which they are applied: one an ontology, where there is a way."""
    waiting = {ontology.name: list[Step]() for ontology in model.ontologies}
    for step in _steps(model):
        waiting[step.object.namespace].append(step)
    ontologies = {ontology.name: ontology for ontology in model.ontologies}
    home: dict[_Key, tuple[str, str]] = {}
    made: list[Migration] = []
    while any(waiting.values()):
        name, steps = _next(waiting, home)
        number = 1 + sum(one.ontology.name == name for one in made)
        place = (name, f"{number:04}_initial")
        behind = {home[need] for step in steps for need in _needs(step) if need in home}
        if number > 1:
            behind.add((name, f"{number - 1:04}_initial"))
        made.append(
            Migration(
                ontology=ontologies[name],
                name=place[1],
                steps=tuple(steps),
                dependencies=_nearest(behind),
            )
        )
        home |= {step.key: place for step in steps}
        taken = {step.key for step in steps}
        waiting[name] = [step for step in waiting[name] if step.key not in taken]
    return tuple(made)


def target_of(field: Field) -> Object:
    """Return the object that a reference names."""
    type_ = field.type.item if isinstance(field.type, ListOf) else field.type
    if not isinstance(type_, Ref):
        raise TypeError(f"{field.name} is no reference")
    return type_.target


def in_order(objects: Iterable[Object]) -> list[Object]:
    """Return the objects behind all that they require and, where there is a way, all that they refer to."""
    referred = _walked(objects, lambda field: not field.many)
    return _walked(referred, lambda field: not field.many and not field.optional)


def _steps(model: Model) -> Iterator[Step]:
    objects = in_order(model.objects())
    at = {id(one): place for place, one in enumerate(objects)}
    for one in objects:
        late = [
            field.name
            for field in one.fields
            if isinstance(field.type, Ref) and at[id(field.type.target)] > at[id(one)]
        ]
        yield Step(kind="make", object=one, late=frozenset(late))
    for one in objects:
        for reference in one.fields:
            if isinstance(reference.type, Ref) and at[id(reference.type.target)] > at[id(one)]:
                yield Step(kind="refer", object=one, field=reference)
    for one in objects:
        for reference in one.fields:
            if reference.many:
                yield Step(kind="link", object=one, field=reference)
                yield Step(kind="join", object=one, field=reference)


def _needs(step: Step) -> list[_Key]:
    """Return the steps that must come before."""
    if step.field is None:
        referred = [f for f in step.object.fields if isinstance(f.type, Ref) and f.name not in step.late]
        targets = [target_of(f) for f in referred]
        return [_made(target) for target in targets if target is not step.object]
    needed = [_made(step.object), _made(target_of(step.field))]
    if step.kind == "join":
        needed.append(Step(kind="link", object=step.object, field=step.field).key)
    return needed


def _made(one: Object) -> _Key:
    return Step(kind="make", object=one).key


def _next(waiting: dict[str, list[Step]], home: dict[_Key, tuple[str, str]]) -> tuple[str, list[Step]]:
    """Choose the ontology of which everything can be made, or else the first of which anything can."""
    ready: list[tuple[str, list[Step]]] = []
    for name, steps in waiting.items():
        done = set(home)
        taken: list[Step] = []
        for step in steps:
            if done.issuperset(_needs(step)):
                done.add(step.key)
                taken.append(step)
        if taken and len(taken) == len(steps):
            return name, taken
        if taken:
            ready.append((name, taken))
    return ready[0]


def _nearest(places: set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Keep the last migration of each ontology: it comes behind the others."""
    return tuple(sorted(dict(sorted(places)).items()))


def _walked(objects: Iterable[Object], followed: Callable[[Field], bool]) -> list[Object]:
    """Return the objects behind those that the chosen references name, as far as these form no ring."""
    done: dict[int, Object] = {}
    for start in objects:
        way = [(start, _targets(start, followed))]
        under_way = {id(start)}
        while way:
            one, rest = way[-1]
            following = next(rest, None)
            if following is None:
                way.pop()
                done.setdefault(id(one), one)
            elif id(following) not in done and id(following) not in under_way:
                under_way.add(id(following))
                way.append((following, _targets(following, followed)))
    return list(done.values())


def _targets(one: Object, followed: Callable[[Field], bool]) -> Iterator[Object]:
    return (field.type.target for field in one.fields if isinstance(field.type, Ref) and followed(field))
