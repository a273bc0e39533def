"""The stacks: one manifest each, read from `stacks/<id>.yml`."""

from __future__ import annotations

import difflib
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import yaml

from stackwright.rendering.errors import AnswerError, ManifestError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Mode = Literal["async", "sync"]
Status = Literal["implemented", "planned"]
_NEEDED = {"title", "framework", "orm", "mode", "status"}
_OPTIONAL = {
    "orm_base",
    "capabilities",
    "commands",
    "migrations",
    "composition",
    "dependencies",
    "parts",
    "drivers",
    "dev",
}
_KEYS = _NEEDED | _OPTIONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """A web framework and an ORM that are rendered together.

    What `orm` has no body for is taken from `orm_base`. `commands` are what the Makefile runs, by target;
    `{package}` in them and in `migrations`, the folder of those, is the package of the project.
    `composition` are the modules of the user's in which the service is put together: generated code stays
    clear of them. `dependencies` are requirements with their ranges, `parts` those of each part of a preset,
    `drivers` those of each database, `dev` those of the project's own tests and checks.
    """

    id: str
    title: str
    framework: str
    orm: str
    orm_base: str | None = None
    mode: Mode
    status: Status
    commands: tuple[tuple[str, str], ...] = ()
    migrations: str = "migrations"
    composition: tuple[str, ...] = ("app",)
    capabilities: frozenset[str] = frozenset()
    dependencies: tuple[str, ...] = ()
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    drivers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    dev: tuple[str, ...] = ()

    @property
    def libraries(self) -> tuple[str, ...]:
        """The packages of its framework and its ORM."""
        return tuple(name for name in (self.framework, self.orm_base, self.orm) if name is not None)

    def has(self, capability: str) -> bool:
        """Whether the stack has the capability."""
        return capability in self.capabilities

    def commands_of(self, package: str) -> dict[str, str]:
        """Return the commands of a project with that package."""
        return {target: command.format(package=package) for target, command in self.commands}

    def requirements(self, database: str, parts: Iterable[str]) -> tuple[str, ...]:
        """Everything that the service needs to run on that database with these parts, sorted."""
        needs = (*self.dependencies, *dict(self.drivers).get(database, ()))
        brought = dict(self.parts)
        return tuple(sorted({*needs, *(need for part in parts for need in brought.get(part, ()))}))


@functools.lru_cache(maxsize=8)
def load_stacks(root: Path) -> dict[str, Stack]:
    """Read every manifest, those that can be rendered first, then by name."""
    found = [
        _stack(path.stem, path) for path in sorted((root / "stacks").glob("*.yml")) if path.name != "plan.yml"
    ]
    found.sort(key=lambda stack: (stack.status != "implemented", stack.id))
    return {stack.id: stack for stack in found}


def choose(stacks: dict[str, Stack], wanted: str) -> Stack:
    """Return the stack of that name; AnswerError, in one line, if nobody can render it."""
    if problem := stack_problem(stacks, wanted):
        raise AnswerError(problem)
    return stacks[wanted]


def stack_problem(stacks: dict[str, Stack], wanted: str) -> str:
    """Say, in one line, why a stack cannot be chosen; nothing if it can."""
    ready = [stack.id for stack in stacks.values() if stack.status == "implemented"]
    if wanted in ready:
        return ""
    if wanted in stacks:
        return f"stack {wanted!r} is planned, but cannot be rendered yet; there is {', '.join(ready)}"
    near = difflib.get_close_matches(wanted, ready, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there is {', '.join(ready)}"
    return f"stack {wanted!r} is unknown; {hint}"


def _stack(name: str, path: Path) -> Stack:
    raw: Any = yaml.safe_load(path.read_text("utf-8"))
    where = f"stacks/{path.name}"
    if not isinstance(raw, dict) or not set(raw) >= _NEEDED:
        raise ManifestError(where, "title, framework, orm, mode and status are needed")
    if unknown := sorted(set(raw) - _KEYS):
        raise ManifestError(where, f"unknown: {', '.join(unknown)}")
    if raw["mode"] not in ("async", "sync") or raw["status"] not in ("implemented", "planned"):
        raise ManifestError(where, "mode is async or sync, status is implemented or planned")
    return Stack(
        id=name,
        title=raw["title"],
        framework=raw["framework"],
        orm=raw["orm"],
        orm_base=raw.get("orm_base"),
        mode=raw["mode"],
        status=raw["status"],
        commands=tuple(raw.get("commands", {}).items()),
        migrations=raw.get("migrations", "migrations"),
        composition=tuple(raw.get("composition", ("app",))),
        capabilities=frozenset(raw.get("capabilities", ())),
        dependencies=tuple(raw.get("dependencies", ())),
        parts=_needs(raw, "parts"),
        drivers=_needs(raw, "drivers"),
        dev=tuple(raw.get("dev", ())),
    )


def _needs(raw: Any, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(needs)) for name, needs in raw.get(key, {}).items())
