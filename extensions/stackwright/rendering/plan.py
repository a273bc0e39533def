"""The plan: the rendered tree at a glance, one row per role, read from `stacks/plan.yml`."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

import yaml

from stackwright.rendering.errors import ManifestError
from stackwright.rendering.migrations import scheduled
from stackwright.rendering.presets import PARTS, Part
from stackwright.rendering.scope import Project, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stackwright.rendering.stacks import Stack

Per = Literal["project", "ontology", "migration", "object", "action"]
Owner = Literal["generated", "shared", "yours"]
_WHERE = "stacks/plan.yml"
_KEYS = {"role", "per", "path", "body", "text", "view", "owner", "when", "unless", "part"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One role: for each what, where to, from which body or text, and whose the file is.

    `body` is a Jinja file, or any other that is copied as it is. `text` names a function that makes the
    whole file (`rendering.texts`); a row has one of the two.
    """

    role: str
    per: Per
    path: str
    body: str | None = None
    text: str | None = None
    view: str | None = None
    owner: Owner
    when: str | None = None
    unless: str | None = None
    part: Part | None = None

    def is_of(self, stack: Stack) -> bool:
        """Whether the stack has the file."""
        wanted = self.when is None or stack.has(self.when)
        return wanted and (self.unless is None or not stack.has(self.unless))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file that will be: its path, its row and its subject."""

    path: str
    body: str | None
    row: Row
    scope: Scope


@functools.lru_cache(maxsize=8)
def load_rows(root: Path) -> tuple[Row, ...]:
    """Read the rows, in the file's order; ManifestError for one that is incomplete."""
    raw: Any = yaml.safe_load((root / _WHERE).read_text("utf-8")) or []
    rows = tuple(_row(entry) for entry in raw)
    roles = [row.role for row in rows]
    if twice := sorted({role for role in roles if roles.count(role) > 1}):
        raise ManifestError(_WHERE, f"more than one row for {', '.join(twice)}")
    return rows


def plan(project: Project, root: Path) -> tuple[Entry, ...]:
    """List every file of the project that the plan makes: rows in their order, subjects in the model's."""
    entries: list[Entry] = []
    paths: dict[str, str] = {}
    for row in load_rows(root):
        if not row.is_of(project.stack) or (row.part is not None and not project.has(row.part)):
            continue
        for scope in _scopes(row.per, project):
            names = scope.names
            path = row.path.format_map(names)
            # Case apart, because two such files are one on many machines.
            if (other := paths.setdefault(path.lower(), row.role)) != row.role:
                raise ManifestError(_WHERE, f"{path} is made by {other} and by {row.role}")
            body = None if row.body is None else _body(row.body, names, project.stack, root)
            entries.append(Entry(path=path, body=body, row=row, scope=scope))
    return tuple(entries)


def _body(body: str, names: dict[str, str], stack: Stack, root: Path) -> str:
    """Return the ORM's own body where it has one, and that of its base where not."""
    own = body.format_map(names)
    if stack.orm_base is None or (root / own).exists():
        return own
    return body.format_map(names | {"orm": stack.orm_base})


def _scopes(per: Per, project: Project) -> Iterator[Scope]:
    if per == "project":
        yield Scope(project=project)
        return
    if per == "migration":
        for migration in scheduled(project.model):
            yield Scope(project=project, ontology_=migration.ontology, migration_=migration)
        return
    for ontology in project.model.ontologies:
        if per == "ontology":
            yield Scope(project=project, ontology_=ontology)
        elif per == "object":
            for object_ in ontology.objects:
                yield Scope(project=project, ontology_=ontology, object_=object_)
        else:
            for action in ontology.actions:
                yield Scope(project=project, ontology_=ontology, action_=action)


def _row(raw: Any) -> Row:
    if not isinstance(raw, dict) or not isinstance(raw.get("role"), str):
        raise ManifestError(_WHERE, f"a row needs a role: {raw!r}")
    role = raw["role"]
    if unknown := sorted(set(raw) - _KEYS):
        raise ManifestError(_WHERE, f"{role}: unknown: {', '.join(unknown)}")
    if missing := sorted({"per", "path", "owner"} - set(raw)):
        raise ManifestError(_WHERE, f"{role}: missing: {', '.join(missing)}")
    if ("body" in raw) == ("text" in raw):
        raise ManifestError(_WHERE, f"{role}: either a body or a text makes the file")
    if raw["per"] not in get_args(Per) or raw["owner"] not in get_args(Owner):
        raise ManifestError(_WHERE, f"{role}: per or owner is none of those there are")
    if "part" in raw and raw["part"] not in PARTS:
        raise ManifestError(_WHERE, f"{role}: no part is called {raw['part']!r}")
    return Row(**raw)
