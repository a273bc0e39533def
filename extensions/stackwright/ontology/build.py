"""Declared ontologies to the IR. A draft is made even of a bad model, so that all problems are found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stackwright.ontology import declared, ir, names
from stackwright.ontology.defaults import default_of, example_of
from stackwright.ontology.graphs import key_rings, target_of
from stackwright.ontology.literals import LiteralError, literal
from stackwright.ontology.problems import Problem
from stackwright.ontology.resolve import Resolver, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stackwright.ontology.symbols import Symbols


@dataclass(frozen=True, slots=True)
class Draft:
    """A model, perhaps a bad one, beside what was written; the rules read both."""

    symbols: Symbols
    written: tuple[declared.Ontology, ...]
    fields: Mapping[int, ir.Field]
    objects: Mapping[int, ir.Object]
    actions: Mapping[int, declared.Action]
    ontologies: tuple[ir.Ontology, ...]
    finite: bool

    @property
    def model(self) -> ir.Model:
        """The model."""
        return ir.Model(ontologies=tuple(sorted(self.ontologies, key=lambda ontology: ontology.name)))

    def each_object(self) -> Iterator[tuple[declared.Object, ir.Object]]:
        """Yield every object as declared and as resolved."""
        for ontology in self.symbols.ontologies.values():
            for thing in ontology.objects:
                if id(thing) in self.objects:
                    yield thing, self.objects[id(thing)]

    def pairs(self, fields: tuple[declared.Field, ...]) -> Iterator[tuple[declared.Field, ir.Field]]:
        """Yield the fields that could be resolved, as declared and as resolved."""
        for written in fields:
            if id(written) in self.fields:
                yield written, self.fields[id(written)]

    def target(self, field: ir.Field) -> declared.Object | None:
        """Return the object that a field refers to, as declared."""
        target = target_of(field)
        if target is None:
            return None
        things = self.symbols.ontologies[target.namespace].objects
        return next(thing for thing in things if thing.name.text == target.name)

    def unresolved(self, action: ir.Action) -> bool:
        """Whether some input of an action could not be resolved, so that an unknown one may be that."""
        written = self.actions[id(action)]
        return len({names.snake(one.name.text) for one in written.input}) != len(action.input) or bool(
            written.broken
        )


def build(written: tuple[declared.Ontology, ...], symbols: Symbols, found: list[Problem]) -> Draft:
    """Return the draft of a model; whatever cannot be resolved is a problem, and left out."""
    resolver = Resolver(symbols, found)
    builder = _Builder(symbols, resolver, found)
    objects, events = builder.objects, builder.events
    for name, ontology in symbols.ontologies.items():
        for thing in ontology.objects:
            objects[id(thing)] = builder.object(name, thing)
    builder.aim()
    for name, ontology in symbols.ontologies.items():
        for event in ontology.events:
            events[id(event)] = builder.event(name, event)
    whole = [builder.ontology(name, ontology) for name, ontology in symbols.ontologies.items()]
    builder.aim()
    finite = not any(True for _ in key_rings(objects.values()))
    if finite:
        for ontology in symbols.ontologies.values():
            builder.finish_types(ontology)
        for ontology in symbols.ontologies.values():
            builder.finish(ontology)
    complete = tuple(builder.complete(ontology, finite=finite) for ontology in whole)
    return Draft(symbols, written, resolver.fields, objects, builder.written_actions, complete, finite)


class _Builder:
    """Makes the parts of the IR, and remembers which declared part became which."""

    def __init__(self, symbols: Symbols, resolver: Resolver, found: list[Problem]) -> None:
        self.symbols = symbols
        self.resolver = resolver
        self.found = found
        self.objects: dict[int, ir.Object] = {}
        self.events: dict[int, ir.Event] = {}
        self.actions: dict[int, ir.Action] = {}
        self.written_actions: dict[int, declared.Action] = {}
        self._moves: dict[int, ir.Transition] = {}

    def aim(self) -> None:
        """Give every ref its target; the only change that the IR ever sees, before anybody else sees it."""
        by_name = {(thing.namespace, thing.name): thing for thing in self.objects.values()}
        for ref in self.resolver.refs:
            target = by_name.get((ref.namespace, ref.name))
            if target is not None:
                object.__setattr__(ref, "target", target)

    def object(self, here: str, thing: declared.Object) -> ir.Object:
        """Return an object."""
        fields = self.resolver.fields_of(here, thing.fields)
        snake = names.snake(thing.name.text)
        known = {one.name for one in fields}
        key = tuple(names.snake(name.text) for name in thing.key.names) if thing.key else ()
        key = tuple(name for name in dict.fromkeys(key) if name in known)
        key = key or tuple(one.name for one in fields if one.key)
        for one in fields:
            object.__setattr__(one, "key", one.name in key)
        was = thing.was.text if thing.was else None
        return ir.Object(
            namespace=here,
            name=thing.name.text,
            snake=snake,
            plural=names.plural(snake),
            table=names.table(here, thing.name.text),
            title=thing.title or names.title(thing.name.text),
            description=thing.description,
            was=was,
            was_table=names.table(here, was) if was else None,
            fields=fields,
            key=key,
            states=values_of(thing.states or ()),
            transitions=tuple(self.transition(here, move) for move in thing.transitions),
            unique=_sets(thing.unique, known),
            index=_sets(thing.index, known),
            writes=_writes(thing.writes),
            timestamps=thing.timestamps,
            require_if_match=thing.require_if_match,
        )

    def transition(self, here: str, move: declared.Transition) -> ir.Transition:
        """Return a transition."""
        name = names.snake(move.name.text)
        made = ir.Transition(
            name=name,
            attr=names.attr(name),
            title=move.title or names.title(move.name.text),
            description=move.description,
            sources=tuple(dict.fromkeys(source.text for source in move.sources)),
            target=move.target.text,
            fields=self.resolver.fields_of(here, move.fields),
        )
        self._moves[id(move)] = made
        return made

    def event(self, here: str, event: declared.Event) -> ir.Event:
        """Return an event."""
        return ir.Event(
            namespace=here,
            name=event.name.text,
            title=event.title or names.title(event.name.text),
            description=event.description,
            fields=self.resolver.fields_of(here, event.fields),
        )

    def action(self, here: str, action: declared.Action) -> ir.Action | None:
        """Return an action; None where its output is unknown."""
        inputs = self.resolver.fields_of(here, action.input)
        output = self._output(here, action)
        if output is None:
            return None
        made = ir.Action(
            namespace=here,
            name=action.name.text,
            snake=names.snake(action.name.text),
            title=action.title or names.title(action.name.text),
            description=action.description,
            input=inputs,
            output=output,
        )
        self.actions[id(action)] = made
        self.written_actions[id(made)] = action
        return made

    def _output(self, here: str, action: declared.Action) -> ir.Output | None:
        output = action.output
        if output is None:
            return None
        if not isinstance(output, declared.Emitted):
            return ir.ResultOutput(fields=self.resolver.fields_of(here, output))
        name = output.name
        if output.kind == "transition":
            found = self.symbols.transition(here, name)
            if found is None or isinstance(found, Problem):
                self.found.extend([found] if found else [])
                return None
            return ir.TransitionOutput(
                object=self.objects[id(found[0])], transition=self._moves[id(found[1])]
            )
        emitted = self._emitted(here, name)
        if isinstance(emitted, ir.TransitionEvent):
            message = "this is the event of a transition"
            self.found.append(
                Problem(code="SW304", message=message, at=name.at, hint=f"write transition {name.text}")
            )
            return None
        return ir.EventOutput(event=emitted) if emitted is not None else None

    def _emitted(self, here: str, name: declared.Name) -> ir.Event | ir.TransitionEvent | None:
        found = self.symbols.event(here, name)
        if found is None or isinstance(found, Problem):
            self.found.extend([found] if found else [])
            return None
        _, thing = found
        if isinstance(thing, declared.Event):
            return self.events[id(thing)]
        return ir.TransitionEvent(object=self.objects[id(thing[0])], transition=self._moves[id(thing[1])])

    def ontology(self, here: str, ontology: declared.Ontology) -> ir.Ontology:
        """Return an ontology, still without its triggers."""
        actions = (self.action(here, action) for action in ontology.actions)
        structs = (self.resolver.struct(here, struct) for struct in ontology.structs)
        types = (self.resolver.named(here, type_) for type_ in ontology.types)
        return ir.Ontology(
            name=here,
            title=ontology.title or names.title(here),
            description=ontology.description,
            path=ontology.path.text if ontology.path else f"/api/{here}",
            source=ontology.source,
            enums=tuple(self.resolver.enum(here, enum) for enum in ontology.enums),
            structs=tuple(struct for struct in structs if struct is not None),
            objects=tuple(self.objects[id(thing)] for thing in ontology.objects),
            events=tuple(self.events[id(event)] for event in ontology.events),
            actions=tuple(action for action in actions if action is not None),
            types=tuple(type_ for type_ in types if type_ is not None),
        )

    def finish_types(self, ontology: declared.Ontology) -> None:
        """Give named types their examples."""
        self._finish(ontology.name.text, ontology.types)

    def finish(self, ontology: declared.Ontology) -> None:
        """Give the fields of an ontology their defaults and examples; refs know their targets by now."""
        here = ontology.name.text
        for thing in ontology.objects:
            self._finish(here, thing.fields, thing)
        for struct in ontology.structs:
            self._finish(here, struct.fields)
        for event in ontology.events:
            self._finish(here, event.fields)
        for move in (move for thing in ontology.objects for move in thing.transitions):
            self._finish(here, move.fields)
        for action in ontology.actions:
            self._finish(here, action.input)
            if isinstance(action.output, tuple):
                self._finish(here, action.output)

    def _finish(
        self, here: str, fields: tuple[declared.Field, ...], owner: declared.Object | None = None
    ) -> None:
        sole = self.objects[id(owner)].key if owner is not None else ()
        for written in fields:
            made = self.resolver.fields.get(id(written))
            if made is not None:
                default = default_of(written, made, self.found, sole_key=sole == (made.name,))
                object.__setattr__(made, "default", default)
                inherited = self._inherited(here, written, made)
                object.__setattr__(made, "example", example_of(written, made, self.found, inherited))

    def _inherited(self, here: str, written: declared.Field, made: ir.Field) -> ir.Literally | None:
        """Return the example of the named type, where it also keeps the field's own constraints."""
        if made.named is None:
            return None
        home = written.type.namespace.text if written.type.namespace else here
        type_ = next(one for one in self.symbols.ontologies[home].types if one.name.text == made.named)
        given = type_.words.get("example")
        base = self.resolver.fields.get(id(type_))
        if base is not None and base.constraints == made.constraints:
            return base.example if isinstance(base.example, ir.Literally) else None
        try:
            return ir.Literally(value=literal(given.value, made.type, made.constraints)) if given else None
        except LiteralError:
            return None

    def complete(self, ontology: ir.Ontology, *, finite: bool) -> ir.Ontology:
        """Return the ontology with its triggers, and with the examples of its named types."""
        source = self.symbols.ontologies[ontology.name]
        triggers = (self._trigger(ontology.name, one, finite=finite) for one in source.triggers)
        return replace(
            ontology,
            triggers=tuple(trigger for trigger in triggers if trigger is not None),
            types=tuple(self._exemplified(source, type_) for type_ in ontology.types),
        )

    def _exemplified(self, source: declared.Ontology, type_: ir.NamedType) -> ir.NamedType:
        written = next(one for one in source.types if one.name.text == type_.name)
        return replace(type_, example=self.resolver.fields[id(written)].example)

    def _trigger(self, here: str, trigger: declared.Trigger, *, finite: bool) -> ir.Trigger | None:
        when = self._emitted(here, trigger.when)
        found = self.symbols.action(here, trigger.run)
        if found is None or isinstance(found, Problem):
            self.found.extend([found] if found else [])
            return None
        run = self.actions.get(id(found[1]))
        if when is None or run is None:
            return None
        return ir.Trigger(
            namespace=here,
            name=trigger.name.text,
            title=trigger.title or names.title(trigger.name.text),
            description=trigger.description,
            when=when,
            run=run,
            bindings=tuple(self._bindings(trigger, run)) if finite else (),
        )

    def _bindings(self, trigger: declared.Trigger, run: ir.Action) -> Iterator[ir.Binding]:
        inputs = {one.name: one for one in run.input}
        for binding in trigger.bindings:
            name = names.snake(binding.input.text)
            target = inputs.get(name)
            if target is None or binding.source is None:
                continue
            source: ir.FromEvent | ir.Literally | ir.Made
            if isinstance(binding.source, declared.Name):
                words = binding.source.text.split(".")
                made = ir.Made(how="now")
                source = made if words == ["now"] else ir.FromEvent(path=tuple(map(names.snake, words)))
            else:
                try:
                    source = ir.Literally(
                        value=literal(binding.source.value, target.type, target.constraints)
                    )
                except LiteralError as error:
                    message = f"the input {name} does not take this value: {error}"
                    self.found.append(
                        Problem(code="SW308", message=message, at=binding.source.at, hint=error.hint)
                    )
                    continue
            yield ir.Binding(input=name, source=source)


def _sets(sets: tuple[declared.FieldSet, ...], known: set[str]) -> tuple[tuple[str, ...], ...]:
    """Return sets of fields by the names that fields have in the IR."""
    made = (tuple(names.snake(name.text) for name in one.names) for one in sets)
    return tuple(one for one in made if one and known.issuperset(one))


def _writes(given: tuple[str, ...] | None) -> tuple[ir.Write, ...]:
    """Return the standard actions, in the order in which everybody lists them."""
    every: tuple[ir.Write, ...] = ("create", "update", "delete")
    return every if given is None else tuple(write for write in every if write in given)
