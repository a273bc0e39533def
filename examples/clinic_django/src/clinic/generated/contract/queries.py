# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What a caller may ask of a collection: conditions, order, and one page of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from pydantic_core import PydanticCustomError, ValidationError

from .bodies import issues, pointer
from .errors import InvalidInputError, Issue
from .values import Flag, Reader, Text, Whole

T = TypeVar("T")

NULL = ("is_null",)
BOOLEAN = ("eq", "is_null")
EQUALITY = ("eq", "ne", "in", "not_in", "is_null")
ORDERED = (*EQUALITY, "lt", "lte", "gt", "gte")
TEXT = (*ORDERED, "contains", "starts_with", "ends_with", "icontains")
MEMBER = ("has",)

DEEPEST, MOST_CONDITIONS, MOST_VALUES = 8, 100, 1000
LARGEST_PAGE, USUAL_PAGE, FARTHEST_OFFSET = 100, 50, 10_000


@dataclass(frozen=True, slots=True)
class Queryable:
    """How a field may be asked for: how its values are read, with which operators, and whether it sorts."""

    reader: Reader
    operators: tuple[str, ...]
    sorts: bool = False
    in_query_string: bool = True


@dataclass(frozen=True, slots=True)
class Condition:
    """A field, an operator and its operand."""

    field: str
    operator: str
    operand: Any


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions of which all hold, any holds, or (of one) it does not."""

    kind: Literal["all", "any", "not"]
    members: tuple["Where", ...]


Where: TypeAlias = Condition | Group
Fields: TypeAlias = Mapping[str, Queryable]
EVERYTHING = Group("all", ())


@dataclass(frozen=True, slots=True)
class Sort:
    """A field to order by."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """One page of those objects for which `where` holds."""

    where: Where = EVERYTHING
    sort: tuple[Sort, ...] = ()
    limit: int = USUAL_PAGE
    cursor: str | None = None
    offset: int | None = None
    count: bool = False
    cursor_path: str = "/cursor"


EVERY = Query()


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a longer answer; `following` is the cursor of the next one."""

    items: list[T]
    following: str | None
    total: int | None = None


def from_body(fields: Fields, body: Mapping[str, Any]) -> Query:
    """Return the query of a JSON body."""
    reading = _Reading(fields)
    known = {"where", "sort", "limit", "cursor", "offset", "count"}
    where = reading.where(body.get("where", {}), ("where",), 1)
    listed = body.get("sort", [])
    if isinstance(listed, list):
        sort = reading.sort(enumerate(listed), lambda at: pointer("sort", at))
    else:
        sort = ()
        reading.wrong("/sort", "type", "must be an array")
    limit = reading.value(
        Whole(1, LARGEST_PAGE), body.get("limit", USUAL_PAGE), "/limit"
    )
    cursor = reading.value(Text(), body.get("cursor"), "/cursor", optional=True)
    offset = reading.value(
        Whole(0, FARTHEST_OFFSET), body.get("offset"), "/offset", optional=True
    )
    count = reading.value(Flag(), body.get("count", False), "/count")
    if cursor is not None and offset is not None:
        reading.wrong("/offset", "conflict", "cannot be combined with a cursor")
    for name in body:
        if name not in known:
            reading.wrong(pointer(name), "unknown", "is not known here")
    reading.finish()
    return Query(where, sort, limit, cursor, offset, count)


def from_query_string(fields: Fields, parameters: Iterable[tuple[str, str]]) -> Query:
    """Return the query of a URL's parameters, in their order."""
    reading = _Reading(fields)
    given: dict[str, list[str]] = {}
    for name, text in parameters:
        given.setdefault(name, []).append(text)
    conditions: list[Where] = []
    pages = {"sort", "limit", "cursor", "offset", "count"}
    for name, texts in given.items():
        field, _, operator = name.rpartition(".")
        if name not in pages:
            conditions.extend(reading.parameter(name, field, operator, texts))
        elif len(texts) > 1:
            reading.wrong(f"query.{name}", "repeated", "may be given once")
    single = {name: texts[0] for name, texts in given.items() if name in pages}
    words = single["sort"].split(",") if "sort" in single else []
    sort = reading.sort(enumerate(words), lambda _: "query.sort")
    limit = reading.text(Whole(1, LARGEST_PAGE), single.get("limit"), "query.limit")
    offset = reading.text(
        Whole(0, FARTHEST_OFFSET), single.get("offset"), "query.offset"
    )
    count = reading.text(Flag(), single.get("count"), "query.count")
    cursor = reading.text(Text(), single.get("cursor"), "query.cursor")
    if cursor is not None and offset is not None:
        reading.wrong("query.offset", "conflict", "cannot be combined with a cursor")
    reading.finish()
    where = Group("all", tuple(conditions))
    size = USUAL_PAGE if limit is None else limit
    return Query(where, sort, size, cursor, offset, bool(count), "query.cursor")


def page_only(parameters: Iterable[tuple[str, str]]) -> Query:
    """Return the query of a list that takes `limit` and `cursor` only."""
    wrong = [
        Issue(f"query.{name}", "unknown", "is not known here")
        for name, _ in parameters
        if name not in {"limit", "cursor"}
    ]
    if wrong:
        raise InvalidInputError(*wrong)
    return from_query_string({}, parameters)


class _Reading:
    """Reads one query and remembers all that is wrong with it."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._issues: list[Issue] = []
        self._conditions = 0

    def wrong(self, path: str, code: str, message: str) -> None:
        self._issues.append(Issue(path, code, message))

    def finish(self) -> None:
        if self._issues:
            raise InvalidInputError(
                *sorted(self._issues, key=lambda issue: issue.code == "unknown")
            )

    def value(
        self, reader: Reader, value: Any, path: str, *, optional: bool = False
    ) -> Any:
        if optional and value is None:
            return None
        try:
            return reader.read(value)
        except PydanticCustomError as error:
            self.wrong(path, error.type, error.message())
        except ValidationError as error:
            for issue in issues(error.errors(include_url=False)):
                self.wrong(path + issue.path, issue.code, issue.message)
        return None

    def text(self, reader: Reader, text: str | None, path: str) -> Any:
        if text is None:
            return None
        try:
            return reader.parse(text)
        except PydanticCustomError as error:
            self.wrong(path, error.type, error.message())
        return None

    def sort(self, words: Iterable[tuple[int, Any]], path: Any) -> tuple[Sort, ...]:
        sorts: dict[str, Sort] = {}
        for at, word in words:
            name = word.removeprefix("-") if isinstance(word, str) else None
            if name is None:
                self.wrong(path(at), "type", "must be a string")
            elif name not in self._fields or not self._fields[name].sorts:
                self.wrong(path(at), "unknown", "names no field to sort by")
            elif name in sorts:
                self.wrong(path(at), "duplicate", "names a field twice")
            else:
                sorts[name] = Sort(name, descending=word.startswith("-"))
        return tuple(sorts.values())

    def parameter(
        self, name: str, field: str, operator: str, texts: Sequence[str]
    ) -> Iterator[Where]:
        path = f"query.{name}"
        known = self._fields.get(field)
        if (
            known is None
            or not known.in_query_string
            or operator not in known.operators
        ):
            self.wrong(path, "unknown", "is not known here")
        elif operator in {"in", "not_in"}:
            words = (
                [word for text in texts for word in text.split(",")]
                if any(texts)
                else []
            )
            if len(words) > MOST_VALUES:
                self.wrong(path, "too_many", f"must have at most {MOST_VALUES} values")
            values = tuple(
                self.text(known.reader, word, path) for word in words[:MOST_VALUES]
            )
            yield Condition(field, operator, values)
        elif len(texts) > 1:
            self.wrong(path, "repeated", "may be given once")
        else:
            reader = Flag() if operator == "is_null" else known.reader
            yield Condition(field, operator, self.text(reader, texts[0], path))

    def where(self, value: Any, at: tuple[object, ...], depth: int) -> Where:
        if not isinstance(value, Mapping):
            self.wrong(pointer(*at), "type", "must be an object")
            return EVERYTHING
        if depth > DEEPEST:
            self.wrong(pointer(*at), "too_many", f"must have at most {DEEPEST} levels")
            return EVERYTHING
        members: list[Where] = []
        for name, part in value.items():
            place = (*at, name)
            if name in {"any", "all"}:
                members.append(Group(name, self._wheres(part, place, depth)))
            elif name == "not":
                members.append(Group("not", (self.where(part, place, depth + 1),)))
            else:
                members.extend(self._tests(name, part, place))
        return members[0] if len(members) == 1 else Group("all", tuple(members))

    def _wheres(
        self, value: Any, at: tuple[object, ...], depth: int
    ) -> tuple[Where, ...]:
        if not isinstance(value, list):
            self.wrong(pointer(*at), "type", "must be an array")
            return ()
        if len(value) > MOST_CONDITIONS:
            self.wrong(
                pointer(*at), "too_many", f"must have at most {MOST_CONDITIONS} items"
            )
        return tuple(
            self.where(part, (*at, index), depth + 1)
            for index, part in enumerate(value[:MOST_CONDITIONS])
        )

    def _tests(self, name: str, value: Any, at: tuple[object, ...]) -> Iterator[Where]:
        known = self._fields.get(name)
        if known is None:
            self.wrong(pointer(*at), "unknown", "is not known here")
            return
        if not isinstance(value, Mapping):
            self.wrong(pointer(*at), "type", "must be an object of operators")
            return
        for operator, operand in value.items():
            path = pointer(*at, operator)
            self._conditions += 1
            if self._conditions == MOST_CONDITIONS + 1:
                self.wrong(
                    path, "too_many", f"must have at most {MOST_CONDITIONS} conditions"
                )
            if operator not in known.operators:
                self.wrong(path, "unknown", "is no operator of this field")
            elif operator in {"in", "not_in"}:
                yield Condition(
                    name, operator, self._values(known.reader, operand, path)
                )
            else:
                reader = Flag() if operator == "is_null" else known.reader
                yield Condition(name, operator, self.value(reader, operand, path))

    def _values(self, reader: Reader, operand: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(operand, list | tuple):
            self.wrong(path, "type", "must be an array")
            return ()
        if len(operand) > MOST_VALUES:
            self.wrong(path, "too_many", f"must have at most {MOST_VALUES} values")
            return ()
        return tuple(
            self.value(reader, item, f"{path}/{at}") for at, item in enumerate(operand)
        )
