"""The rules that a model is held against. Each is a function that yields the problems it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.ontology.rules import (
    classes,
    former,
    indexes,
    keys,
    names,
    paths,
    references,
    reserved,
    states,
    storage,
    transitions,
    triggers,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stackwright.ontology.build import Draft
    from stackwright.ontology.problems import Problem

RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    paths.ontology_names,
    paths.second_files,
    paths.path_forms,
    paths.shared_paths,
    names.taken_names,
    names.taken_plurals,
    reserved.scalar_names,
    reserved.class_names,
    reserved.collection_names,
    reserved.filter_groups,
    reserved.standard_names,
    reserved.transition_payloads,
    classes.taken_classes,
    storage.taken_columns,
    storage.taken_tables,
    values.empty_enums,
    values.wires,
    keys.missing_keys,
    keys.keys_given_twice,
    keys.unknown_key_fields,
    keys.optional_keys,
    keys.unfit_keys,
    keys.unfit_flags,
    keys.readonly_without_default,
    indexes.unknown_fields,
    indexes.repeated_fields,
    indexes.unfit_fields,
    indexes.long_fields,
    references.misplaced_words,
    references.unfit_set_null,
    references.many_to_many,
    references.taken_inverses,
    references.mutual_requirements,
    states.empty_states,
    states.transitions_without_states,
    states.unknown_states,
    states.repeated_sources,
    states.unreachable_states,
    transitions.unfit_fields,
    triggers.unknown_inputs,
    triggers.missing_inputs,
    triggers.unfit_inputs,
    triggers.rings_of_triggers,
    former.still_there,
    former.claimed_twice,
)
