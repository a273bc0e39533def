"""From ontologies to ER diagrams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stackwright.diagrams.graph import Attribute, Entities, Entity, Number, Relationship
from stackwright.ontology.graphs import target_of
from stackwright.ontology.spelling import type_text, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stackwright.diagrams.graph import Mark
    from stackwright.ontology.ir import Field, Model, Object, Ontology

ALL = "all-ontologies"
"""The diagram of the whole model; no ontology can have that name."""


def of_ontology(ontology: Ontology) -> Entities:
    """Return the objects of an ontology, and those of others that they refer to."""
    here, objects = ontology.name, ontology.objects
    return Entities(
        name=here,
        title=ontology.title,
        description=ontology.description,
        entities=(*(_entity(one, here) for one in objects), *_foreign(objects, here)),
        relationships=tuple(_relationships(objects, here)),
    )


def of_model(model: Model) -> Entities:
    """Return the objects of all ontologies."""
    objects = tuple(model.objects())
    return Entities(
        name=ALL,
        title=", ".join(ontology.title for ontology in model.ontologies),
        entities=tuple(_entity(one, "") for one in objects),
        relationships=tuple(_relationships(objects, "")),
    )


def field_type(field: Field, here: str) -> str:
    """Return a field's type as the ontology `here` writes it: by its name if that is a declared type."""
    spelled = type_text(field.type, here)
    return spelled if field.named is None else field.named + "[]" * spelled.count("[]")


def _entity(thing: Object, here: str) -> Entity:
    return Entity(
        name=within(thing.namespace, thing.name, here),
        title=thing.title,
        description=thing.description,
        attributes=tuple(_attribute(field, thing, here) for field in thing.fields),
    )


def _foreign(objects: Sequence[Object], here: str) -> Iterator[Entity]:
    """Yield what is referred to elsewhere, once, with its key."""
    targets = (target_of(field) for thing in objects for field in thing.fields)
    others = {(one.namespace, one.name): one for one in targets if one is not None and one.namespace != here}
    for other in others.values():
        yield Entity(
            name=within(other.namespace, other.name, here),
            title=other.title,
            attributes=tuple(_attribute(field, other, here) for field in other.key_fields),
        )


def _attribute(field: Field, thing: Object, here: str) -> Attribute:
    marks: list[Mark] = []
    if field.name in thing.key:
        marks.append("PK")
    if target_of(field) is not None:
        marks.append("FK")
    if _alone(field, thing) and field.name not in thing.key:
        marks.append("UK")
    # What is a reference the mark says.
    spelled = field_type(field, here or thing.namespace).removeprefix("ref ")
    return Attribute(name=field.name, type=spelled, marks=tuple(marks), optional=field.optional)


def _relationships(objects: Sequence[Object], here: str) -> Iterator[Relationship]:
    for thing in objects:
        for field in thing.fields:
            target = target_of(field)
            if target is None:
                continue
            yield Relationship(
                owner=within(thing.namespace, thing.name, here),
                field=field.name,
                target=within(target.namespace, target.name, here),
                inverse=field.inverse,
                owners=Number(least=0, many=field.many or not _alone(field, thing)),
                targets=Number(least=1 if _filled(field) else 0, many=field.many),
                identifying=field.name in thing.key,
            )


def _filled(field: Field) -> bool:
    """Whether it always names something."""
    return bool(field.constraints.min_items) if field.many else not field.optional


def _alone(field: Field, thing: Object) -> bool:
    """Whether no two objects have the same value there."""
    return field.unique or (field.name,) in (thing.key, *thing.unique)
