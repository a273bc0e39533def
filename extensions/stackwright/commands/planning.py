"""What `plan` and `update` share: which update is meant, and how a plan is shown."""

from __future__ import annotations

import difflib
import subprocess
from typing import TYPE_CHECKING

from stackwright.commands.console import say
from stackwright.evolution import as_data, report
from stackwright.rendering import RenderingError
from stackwright.rendering.answers import Answers, problem
from stackwright.updating.journal import Journal
from stackwright.updating.planning import plan
from stackwright.updating.recorded import Recorded
from stackwright.updating.refusals import demand_committed, demand_finished, demand_safe
from stackwright.updating.repository import Repository, RepositoryError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from stackwright.updating.planning import Plan, Planned

_LONGEST = 160
_RECORDS = ".stackwright/"  # digests, mostly: nobody reads their differences
_SIGNS = {"add": ("+", "green"), "change": ("~", None), "merge": ("m", "yellow"), "delete": ("-", "red"),
          "conflict": ("!", "red")}  # fmt: skip


def planned(project: Path, to: str | None, data: Sequence[str] | None) -> tuple[Repository, Plan]:
    """Find the project and plan its update; OntologyError and RenderingError say what is in the way."""
    try:
        recorded = Recorded.of(project)
        repository = Repository.of(project)
        demand_finished(Journal(repository))
        demand_committed(repository)
        made = plan(repository, recorded, answers_of(data), to)
        demand_safe(repository, made.outcome.files)
    except OSError as error:
        raise RepositoryError(f"{error.filename}: {error.strerror}; nothing has been changed") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        raise RepositoryError(f"git fails: {said}\nNothing has been changed.") from None
    return repository, made


def answers_of(data: Sequence[str] | None, also: Collection[str] = ()) -> dict[str, str]:
    """Read NAME=VALUE; RenderingError for a name or value that no question takes.

    `also` are questions that only a new project is asked.
    """
    found: dict[str, str] = {}
    known = (*Answers.__dataclass_fields__, *also)
    for given in data or ():
        name, sign, value = given.partition("=")
        if not sign or name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]}?" if near and sign else ""
            raise RenderingError(f"--data {given}: NAME=VALUE, with one of {', '.join(known)}{hint}")
        if found_problem := problem(name, value):
            raise RenderingError(f"{name}: {found_problem}")
        found[name] = value
    return found


def show(plan: Plan, *, diff: bool = False) -> None:
    """Print the plan as people read it."""
    if plan.old_version != plan.new_version:
        say(f"template: {plan.old_version or 'unknown'} → {plan.new_version}\n")
    if plan.comparison.changes:
        say("\n".join(report(plan.comparison)) + "\n")
    width = max((len(file.path) for file in plan.files), default=0)
    for file in plan.files:
        sign, colour = _SIGNS[file.action]
        say(f"{sign} {file.path.ljust(width)}  {_why(file)}".rstrip(), colour)
        if diff and not file.path.startswith(_RECORDS):
            _show_difference(file)
    if plan.files:
        say("")
    say("\n".join(_summary(plan)))


def described(plan: Plan) -> dict[str, object]:
    """Return the plan as JSON holds it."""
    return {
        "ok": True,
        "from": plan.old_version,
        "to": plan.new_version,
        "model": as_data(plan.comparison),
        "migration": plan.migrates,
        "files": [
            {
                "path": file.path,
                "action": file.action,
                "owner": file.owner,
                "causes": list(file.causes),
                "edited": file.edited,
            }
            for file in plan.files
        ],
    }


def _why(file: Planned) -> str:
    told = [", ".join(file.causes)] if file.causes else []
    if file.action == "conflict":
        told.append("your edit and the new text meet in the same lines")
    elif file.action == "delete" and file.edited:
        told.append("edited by hand: what you wrote there goes, too")
    elif file.action == "merge":
        told.append("edited by hand: merged")
    return "; ".join(told)


def _show_difference(file: Planned) -> None:
    before, after = (
        [] if content is None else content.decode("utf-8", "replace").splitlines()
        for content in (file.before, file.after)
    )
    for line in difflib.unified_diff(before, after, lineterm="", n=2):
        if not line.startswith(("---", "+++")):
            text = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
            say(f"    {text}", {"+": "green", "-": "red"}.get(line[:1]))


def _summary(plan: Plan) -> Iterator[str]:
    if not plan.files:
        yield "Nothing to do: the project is what its model, its answers and the template make."
        return
    counted = {action: sum(file.action == action for file in plan.files) for action in _SIGNS}
    words = {"add": "to add", "change": "to change", "merge": "to merge", "delete": "to delete",
             "conflict": "in conflict"}  # fmt: skip
    yield ", ".join(f"{counted[action]} {words[action]}" for action in _SIGNS if counted[action])
    if plan.migrates:
        yield 'The database must follow: after the update, make migration m="what has changed".'
