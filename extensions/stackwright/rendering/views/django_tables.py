"""How the tables of objects are written as Django models, and the same in migrations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stackwright.ontology import names
from stackwright.ontology.ir import Enum, ListOf, Literally, Made, Ref, Scalar, Struct
from stackwright.rendering.migrations import target_of
from stackwright.rendering.python import py
from stackwright.rendering.views import types
from stackwright.rendering.views.contract import phrase
from stackwright.rendering.views.django_names import named, single
from stackwright.rendering.views.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stackwright.ontology.ir import Field, Model, Object, Type
    from stackwright.rendering.views.django_names import Named
    from stackwright.rendering.views.tables import ForeignKey

SCALARS = {
    "text": "columns.Text", "bool": "columns.Flag", "short": "models.SmallIntegerField",
    "int": "models.IntegerField", "long": "models.BigIntegerField", "float": "columns.Double",
    "double": "columns.Double", "date": "models.DateField", "time": "columns.TimeOfDay",
    "datetime": "columns.Instant", "duration": "columns.Span", "uuid": "columns.Uuid", "json": "columns.Json",
}  # fmt: skip
EXACT_IN_SQLITE = 15
_NATIVE = {"string", "text", "bool", "short", "int", "long"}
_DELETED = {"RESTRICT": "models.RESTRICT", "CASCADE": "models.CASCADE", "SET NULL": "models.SET_NULL"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelField:
    """A field of a model: its expression there, and in a migration, which names no class of the model's."""

    name: str
    text: str
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A constraint or an index of a model: its expression, and the fields that it speaks of."""

    text: str
    fields: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """A model: its fields, and what stands in its `Meta`."""

    name: str
    table: str
    fields: tuple[ModelField, ...]
    options: tuple[tuple[str, str], ...]
    constraints: tuple[Part, ...]
    indexes: tuple[Part, ...]


def model_of(model: Model, one: Object) -> ModelView:
    """Return the model of an object."""
    called, table = named(model, one), table_of(one)
    holders = called.holders
    constraints = [_foreign_key(called, foreign) for foreign in table.foreign]
    constraints += [_unique(name, [holders[column] for column in group]) for name, group in table.unique]
    constraints += [_check(name, holders[column], wires) for name, column, wires in table.checks]
    return ModelView(
        name=called.model,
        table=table.name,
        fields=tuple(_fields(model, one)),
        options=(
            ("db_table", py(table.name)),
            ("verbose_name", py(phrase(one))),
            ("verbose_name_plural", py(one.plural.replace("_", " "))),
            ("ordering", tuple_(called.columns[column] for column in table.key)),
        ),
        constraints=tuple(constraints),
        indexes=tuple(_index(name, [holders[column] for column in group]) for name, group in table.index),
    )


def link_of(model: Model, one: Object, field: Field) -> ModelView:
    """Return the model of a many-to-many reference's table."""
    (link,) = (link for link in table_of(one).links if link.field == field.name)
    called = named(model, one).links[field.name]
    key = [called.columns[column.name] for column in (*link.owner, *link.target)]
    fields = [_composite_key(key)]
    for name, end, foreign in zip(("owner", "target"), (one, target_of(field)), link.foreign, strict=True):
        leaves = [(f"{name}_{column}", leaf) for column, leaf in _leaves(end.key_fields)]
        fields += _reference(
            model, called, name, end, leaves, on_delete=foreign.on_delete, words=['related_name="+"']
        )
    target = [called.holders[column.name] for column in link.target]
    return ModelView(
        name=called.model,
        table=link.name,
        fields=tuple(fields),
        options=(("db_table", py(link.name)),),
        constraints=tuple(_foreign_key(called, foreign) for foreign in link.foreign),
        indexes=(_index(names.shorten(f"ix_{link.name}_target"), target),),
    )


def joined(one: Object, field: Field) -> bool:
    """Whether Django knows many-to-many references of this kind: those between keys of one column."""
    return single(one) and single(target_of(field))


def join_of(model: Model, one: Object, field: Field) -> ModelField:
    """Return the field of a many-to-many reference."""
    called, target = named(model, one), target_of(field)
    words = [
        py(named(model, target).path),
        f"through={py(called.links[field.name].path)}",
        'through_fields=("owner", "target")',
        f"related_name={py(_inverse(model, one, field))}",
    ]
    words += ["symmetrical=False"] if target is one else []
    words += [] if field.constraints.min_items else ["blank=True"]
    text = f"models.ManyToManyField({', '.join(words)})"
    return ModelField(name=called.fields[field.name], text=text, plain=text)


def reference_of(model: Model, one: Object, field: Field) -> tuple[ModelField, ...]:
    """Return the fields of a reference."""
    words = [f"related_name={py(_inverse(model, one, field))}"]
    words += ["null=True", "blank=True"] if field.optional else []
    return tuple(
        _reference(
            model,
            named(model, one),
            field.name,
            target_of(field),
            list(_leaves([field])),
            on_delete=field.on_delete.replace("_", " ").upper(),
            words=words,
            key=one.key == (field.name,),
        )
    )


def tuple_(items: Iterable[str]) -> str:
    """Return a tuple of texts."""
    parts = [py(item) for item in items]
    return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"


def _fields(model: Model, one: Object) -> Iterator[ModelField]:
    called = named(model, one)
    if not single(one):
        yield _composite_key([called.columns[column] for column in names.key_columns(one)])
    for field in one.fields:
        if isinstance(field.type, Ref):
            yield from reference_of(model, one, field)
        elif not field.many:
            yield _column(called.holders[field.name], field, one)
        elif joined(one, field):
            yield join_of(model, one, field)
    if one.states:
        length = max(len(state.wire) for state in one.states)
        start = f"default={py(one.states[0].wire)}"
        yield ModelField(
            name="state",
            text=f"columns.Choice(contract.{one.name}State, {start})",
            plain=f"columns.String(max_length={length}, {start})",
        )
    version = "models.BigIntegerField(default=1)"
    yield ModelField(name="row_version", text=version, plain=version)
    for name in ("created_at", "updated_at") if one.timestamps else ():
        moment = "columns.Instant(default=identifiers.now)"
        yield ModelField(name=name, text=moment, plain=moment)


def _composite_key(parts: list[str]) -> ModelField:
    listed = f"models.CompositePrimaryKey({', '.join(map(py, parts))}"
    more = "blank=True, editable=False, primary_key=True, serialize=False"
    return ModelField(name="pk", text=f"{listed})", plain=f"{listed}, {more})")


def _column(name: str, field: Field, one: Object) -> ModelField:
    words: list[str] = []
    if one.key == (field.name,):
        words.append("primary_key=True")
    if field.name != name:
        words.append(f"db_column={py(field.name)}")
    if field.optional:
        words += ["null=True", "blank=True"]
    default = default_of(field)
    words += [default] if default else []
    kind, own, plain = _type(field.type)
    if field.default == Made(how="auto"):
        kind = "columns.BigCounter" if kind.startswith("models.Big") else "columns.Counter"
    more = [*words, "serialize=False"] if one.key == (field.name,) else words
    return ModelField(
        name=name,
        text=f"{kind}({', '.join([*own, *words])})",
        plain=f"{_PLAIN.get(kind, kind)}({', '.join([*plain, *more])})",
    )


_PLAIN = {"columns.Choice": "columns.String"}


def _type(type_: Type) -> tuple[str, list[str], list[str]]:
    """Return the class of a field, and its own arguments in a model and in a migration."""
    match type_:
        case Scalar(kind="string" | "bytes" as kind, length=length):
            size = [f"max_length={length}"]
            return ("columns.String" if kind == "string" else "columns.Blob"), size, size
        case Scalar(kind="decimal", precision=precision, scale=scale):
            size = [f"max_digits={precision}", f"decimal_places={scale}"]
            return "columns.Exact", size, size
        case Scalar(kind=kind):
            return SCALARS[kind], [], []
        case Enum(name=name, values=values):
            return "columns.Choice", [name], [f"max_length={max(len(value.wire) for value in values)}"]
        case Struct(name=name):
            return "columns.Packed", [name], []
        case ListOf(item=Scalar(kind=kind)) if kind in _NATIVE:
            return "columns.Items", [], []
        case ListOf():
            return "columns.Packed", [_packed(type_)], []
    raise TypeError(f"{type_} has no column of its own")


def _packed(type_: Type) -> str:
    match type_:
        case ListOf(item=item):
            return f"list[{_packed(item)}]"
        case Struct(name=name):
            return name
    return f"Annotated[{types.value_type(type_)}, {types.reader(type_)}]"


def default_of(field: Field) -> str | None:
    """Return the default of a field: made by us, or filled in by the database."""
    match field.default, field.type:
        case Made(how="uuid"), _:
            return "default=identifiers.uuid7"
        case Made(how="now"), Scalar(kind="datetime"):
            return "default=identifiers.now"
        case Literally(value=[]), ListOf():
            return "default=list"
    if field.optional or not isinstance(field.default, Literally):
        return None
    value = field.default.value
    match field.type:
        case Enum(values=values):
            return f"db_default={py(next(one.wire for one in values if value in (one.name, one.wire)))}"
        case Scalar(kind="string" | "bool" | "short" | "int" | "long" | "float" | "double"):
            return f"db_default={py(value)}"
        case Scalar(kind="decimal", precision=precision) if (precision or 0) <= EXACT_IN_SQLITE:
            return f"db_default={types.decimal(str(value))}"
    return None


def _reference(
    model: Model,
    called: Named,
    field: str,
    target: Object,
    leaves: list[tuple[str, Field]],
    *,
    on_delete: str,
    words: list[str],
    key: bool = False,
) -> Iterator[ModelField]:
    name, to = called.fields[field], named(model, target)
    if len(leaves) == 1:
        ((column, _),) = leaves
        first = [py(to.path), _DELETED[on_delete], *(["primary_key=True"] if key else [])]
        if column != f"{name}_id":
            first.append(f"db_column={py(column)}")
        first += ["db_constraint=False", *([] if key else ["db_index=False"])]
        kind = "models.OneToOneField" if key else "models.ForeignKey"
        more = [*words, "serialize=False"] if key else words
        yield ModelField(
            name=name,
            text=f"{kind}({', '.join([*first, *words])})",
            plain=f"{kind}({', '.join([*first, *more])})",
        )
        return
    parts = [called.holders[column] for column, _ in leaves]
    targets = [to.columns[column] for column in names.key_columns(target)]
    # The database acts by its constraint; Django cannot for keys of several columns.
    given = [py(to.path), "models.DO_NOTHING", f"from_fields={tuple_(parts)}", f"to_fields={tuple_(targets)}"]
    text = f"models.ForeignObject({', '.join([*given, *words])})"
    yield ModelField(name=name, text=text, plain=text)
    null = [word for word in words if not word.startswith("related_name")]
    for part, (column, leaf) in zip(parts, leaves, strict=True):
        kind, own, plain = _type(leaf.type)
        more = [*([f"db_column={py(column)}"] if part != column else []), *null]
        yield ModelField(
            name=part,
            text=f"{kind}({', '.join([*own, *more])})",
            plain=f"{_PLAIN.get(kind, kind)}({', '.join([*plain, *more])})",
        )


def _leaves(fields: Iterable[Field]) -> Iterator[tuple[str, Field]]:
    for field in fields:
        for column, path in names.columns(field):
            yield column, path[-1]


def _inverse(model: Model, one: Object, field: Field) -> str:
    found = named(model, target_of(field)).inverses.get((one.namespace, one.name, field.name))
    return "+" if found is None else found


def _foreign_key(called: Named, foreign: ForeignKey) -> Part:
    given = [
        f"name={py(foreign.name)}",
        f"columns={tuple_(foreign.columns)}",
        f"table={py(foreign.table)}",
        f"targets={tuple_(foreign.targets)}",
        f"on_delete={py(foreign.on_delete)}",
    ]
    fields = frozenset(called.holders[column] for column in foreign.columns)
    return Part(text=f"columns.ForeignKeyConstraint({', '.join(given)})", fields=fields)


def _unique(name: str, fields: list[str]) -> Part:
    text = f"models.UniqueConstraint(fields={tuple_(fields)}, name={py(name)})"
    return Part(text=text, fields=frozenset(fields))


def _check(name: str, field: str, wires: tuple[str, ...]) -> Part:
    condition = f"models.Q({field}__in={py(list(wires))})"
    text = f"models.CheckConstraint(condition={condition}, name={py(name)})"
    return Part(text=text, fields=frozenset([field]))


def _index(name: str, fields: list[str]) -> Part:
    text = f"columns.Index(fields={tuple_(fields)}, name={py(name)})"
    return Part(text=text, fields=frozenset(fields))
