"""States and the moves between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.problems import Problem, listed, near, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.ontology.build import Draft


def empty_states(draft: Draft) -> Iterator[Problem]:
    """`states` names at least one."""
    for thing, _ in draft.each_object():
        if thing.states is not None and not thing.states:
            message = f"{quoted(thing.name.text)} has no states"
            yield Problem(
                code="SW208", message=message, at=thing.name.at, help="name one, or leave states out"
            )


def transitions_without_states(draft: Draft) -> Iterator[Problem]:
    """Where nothing has a state, nothing moves."""
    for thing, _ in draft.each_object():
        if thing.transitions and thing.states is None:
            message = f"{quoted(thing.name.text)} has transitions, but no states"
            help_ = "add states: [first, second]"
            yield Problem(code="SW201", message=message, at=thing.transitions[0].name.at, help=help_)


def unknown_states(draft: Draft) -> Iterator[Problem]:
    """A transition starts and ends in declared states."""
    for thing, _ in draft.each_object():
        known = [state.name.text for state in thing.states or ()]
        for move in thing.transitions if known else ():
            for name in (*move.sources, move.target):
                if name.text not in known:
                    message = f"{quoted(name.text)} is not a state of {thing.name.text}"
                    help_ = f"states are {listed(known)}"
                    yield Problem(
                        code="SW202", message=message, at=name.at, hint=near(name.text, known), help=help_
                    )


def repeated_sources(draft: Draft) -> Iterator[Problem]:
    """A transition names each state that it leaves once."""
    for thing, _ in draft.each_object():
        for move in thing.transitions:
            seen: set[str] = set()
            for source in move.sources:
                if source.text in seen:
                    yield Problem(code="SW205", message=f"{quoted(source.text)} is given twice", at=source.at)
                seen.add(source.text)


def unreachable_states(draft: Draft) -> Iterator[Problem]:
    """Every state can be reached from the first one."""
    for thing, _ in draft.each_object():
        states = thing.states or ()
        known = {state.name.text for state in states}
        named = {name.text for move in thing.transitions for name in (*move.sources, move.target)}
        if not states or not named <= known or not all(move.sources for move in thing.transitions):
            continue  # whatever is missing or misspelt would make others unreachable, too
        reached, size = {states[0].name.text}, 0
        while size != len(reached):
            size = len(reached)
            reached |= {
                move.target.text
                for move in thing.transitions
                if any(source.text in reached for source in move.sources)
            }
        for state in states:
            if state.name.text not in reached:
                first = states[0].name.text
                message = f"no transition leads from {quoted(first)} to the state {quoted(state.name.text)}"
                yield Problem(
                    code="SW203", message=message, at=state.name.at, help="add one, or leave the state out"
                )
