"""Triggers: what their actions are given fits, and they do not set each other off for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology import ir
from stackwright.ontology.declared import Name
from stackwright.ontology.fitting import called, misfit
from stackwright.ontology.graphs import rings
from stackwright.ontology.names import snake
from stackwright.ontology.problems import Problem, Span, listed, near, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.build import Draft
    from stackwright.ontology.declared import Trigger

_NOW = frozenset(("date", "time", "datetime"))


def unknown_inputs(draft: Draft) -> Iterator[Problem]:
    """A trigger gives only what its action takes, and each once."""
    for written, made in _triggers(draft):
        known = [field.name for field in made.run.input]
        seen: set[str] = set()
        for binding in written.bindings:
            name = snake(binding.input.text)
            if name not in known and not draft.unresolved(made.run):
                message = f"{quoted(binding.input.text)} is not an input of {made.run.name}"
                help_ = f"inputs are {listed(known)}"
                yield Problem(
                    code="SW305", message=message, at=binding.input.at, hint=near(name, known), help=help_
                )
            elif name in seen:
                yield Problem(code="SW024", message=f"{quoted(name)} is given twice", at=binding.input.at)
            seen.add(name)


def missing_inputs(draft: Draft) -> Iterator[Problem]:
    """A trigger gives all that its action needs."""
    for written, made in _triggers(draft):
        given = {snake(binding.input.text) for binding in written.bindings}
        for field in made.run.input:
            if field.required and field.name not in given:
                message = f"the action {quoted(made.run.name)} needs {quoted(field.name)}"
                help_ = f"add it to with: {{{field.name}: PATH}}"
                yield Problem(code="SW306", message=message, at=written.run.at, help=help_)


def unfit_inputs(draft: Draft) -> Iterator[Problem]:
    """What a path leads to is there, and fits the input."""
    for written, made in _triggers(draft):
        inputs = {field.name: field for field in made.run.input}
        for binding in written.bindings:
            target = inputs.get(snake(binding.input.text))
            if target is not None and isinstance(binding.source, Name):
                yield from _unfit(binding.source, made.when, target)


def _unfit(path: Name, when: ir.Event | ir.TransitionEvent, target: ir.Field) -> Iterator[Problem]:
    if path.text == "now":
        if not (isinstance(target.type, ir.Scalar) and target.type.kind in _NOW):
            message = f"now does not fit {quoted(target.name)}, which is {called(target.type)}"
            yield Problem(code="SW308", message=message, at=path.at)
        return
    found = _follow(path, when)
    if isinstance(found, Problem):
        yield found
        return
    why = misfit(found.type, found.constraints, target.type, target.constraints)
    if why:
        message = f"{quoted(path.text)} does not fit {quoted(target.name)}: {why}"
        yield Problem(code="SW308", message=message, at=path.at)
    elif found.optional and not target.optional:
        message = f"{quoted(path.text)} may be null, and {quoted(target.name)} may not"
        yield Problem(code="SW309", message=message, at=path.at, help="make the input optional")


def _follow(path: Name, when: ir.Event | ir.TransitionEvent) -> ir.Field | Problem:
    """Return the field at the end of a path; it is optional where any step is."""
    fields: Mapping[str, ir.Field] = payload(when)
    optional = False
    start = 0
    found: ir.Field | None = None
    for step in path.text.split("."):
        at = Span.part(path.at, start, start + len(step)) if _exact(path) else path.at
        start += len(step) + 1
        if snake(step) not in fields:
            where = f"{found.name}" if found is not None else "the event"
            help_ = f"{where} has {listed(fields)}" if fields else f"{where} has no parts"
            message = f"{quoted(step)} is not in {where}"
            return Problem(code="SW307", message=message, at=at, hint=near(step, fields), help=help_)
        found = fields[snake(step)]
        optional = optional or found.optional
        fields = _parts(found.type)
    assert found is not None
    return ir.Field(
        name=found.name, attr=found.attr, title=found.title, type=found.type,
        optional=optional, constraints=found.constraints,
    )  # fmt: skip


def _exact(path: Name) -> bool:
    return path.at.line == path.at.end_line and path.at.end_column - path.at.column == len(path.text)


def _parts(type_: ir.Type) -> dict[str, ir.Field]:
    if isinstance(type_, ir.Ref):
        return {field.name: field for field in type_.target.fields}
    return {field.name: field for field in type_.fields} if isinstance(type_, ir.Struct) else {}


def payload(when: ir.Event | ir.TransitionEvent) -> dict[str, ir.Field]:
    """Return what an event tells, by name."""
    if isinstance(when, ir.Event):
        return {field.name: field for field in when.fields}
    thing = when.object
    state = ir.Enum(namespace=thing.namespace, name=f"{thing.name} state", title="", values=thing.states)
    ref = ir.Ref(namespace=thing.namespace, name=thing.name, target=thing)
    moment = ir.Scalar(kind="datetime")
    told: tuple[tuple[str, ir.Type], ...] = (
        (thing.snake, ref), ("from_state", state), ("to_state", state), ("occurred_at", moment),
    )  # fmt: skip
    own = {name: ir.Field(name=name, attr=name, title=name, type=type_) for name, type_ in told}
    return {field.name: field for field in when.transition.fields} | own


def rings_of_triggers(draft: Draft) -> Iterator[Problem]:
    """A trigger does not, through others or by itself, bring about its own event."""
    pairs = list(_triggers(draft))
    by_event: dict[tuple[str, ...], list[tuple[Trigger, ir.Trigger]]] = {}
    for pair in pairs:
        by_event.setdefault(_event(pair[1].when), []).append(pair)

    def following(pair: tuple[Trigger, ir.Trigger]) -> list[tuple[Trigger, ir.Trigger]]:
        output = pair[1].run.output
        if isinstance(output, ir.EventOutput):
            return by_event.get(_event(output.event), [])
        if isinstance(output, ir.TransitionOutput):
            return by_event.get((output.object.namespace, output.object.name, output.transition.name), [])
        return []

    for ring in rings(pairs, following):
        names = [written.name.text for written, _ in ring]
        message = f"these triggers set each other off without end: {' → '.join([*names, names[0]])}"
        yield Problem(code="SW310", message=message, at=ring[0][0].name.at)


def _event(when: ir.Event | ir.TransitionEvent) -> tuple[str, ...]:
    if isinstance(when, ir.Event):
        return (when.namespace, when.name)
    return (when.object.namespace, when.object.name, when.transition.name)


def _triggers(draft: Draft) -> Iterator[tuple[Trigger, ir.Trigger]]:
    for ontology in draft.ontologies:
        by_name = {trigger.name: trigger for trigger in ontology.triggers}
        for written in draft.symbols.ontologies[ontology.name].triggers:
            if written.name.text in by_name:
                yield written, by_name[written.name.text]
