"""The conformance model as a project: rendered once per content, migrated, and served."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.rendering import stacks

from tests.databases import Database
from tests.servers import RunningServer, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.databases import Kind

HERE = Path(__file__).parent
STACKS = tuple(
    name for name, stack in stacks.load_stacks(HERE.parents[1]).items() if stack.status == "implemented"
)
SETTINGS = {
    "ENVIRONMENT": "development",
    "SECRET_KEY": "the conformance suite signs with this",
    "RELAY": "true",
    "LOG_LEVEL": "WARNING",
}


def rendered(stack: str, directory: Path) -> Path:
    """Render the model for a stack into a folder named after what came out, and return the folder.

    `model/overlay` is laid over it: the code that a team would have written, with `ASYNC` and `AWAIT`
    where the stack's handlers have these words, and a publisher that stumbles in place of the usual one.
    """
    from stackwright.ontology import load_directory  # noqa: PLC0415 (cases can be checked without it)
    from stackwright.rendering import Answers, render  # noqa: PLC0415

    model = load_directory(HERE / "model")
    answers = Answers(
        project_name="Conformance", package_name="conformance", description="Holds the contract.", stack=stack
    )
    files = dict(render(model, answers))
    files = _with_overlay(files)
    digest = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()[:16]
    project = directory / f"{stack}-{digest}"
    if not project.exists():
        making = project.with_suffix(".making")
        shutil.rmtree(making, ignore_errors=True)
        for path, text in files.items():
            target = making / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="")
        making.rename(project)
    return project


def _with_overlay(files: dict[str, str]) -> dict[str, str]:
    handler = files["src/conformance/actions/store/approve_order.py"]
    words = ("async ", "await ") if "async def" in handler else ("", "")
    usual = "from conformance.generated.contract.events import LoggingPublisher"
    stumbling = "from conformance.stumbling import StumblingPublisher as LoggingPublisher"
    whole = {
        path: text.replace(usual, stumbling) for path, text in files.items() if "/generated/" not in path
    }
    overlay = HERE / "model" / "overlay"
    for path in sorted(overlay.rglob("*.py.txt")):
        text = path.read_text(encoding="utf-8")
        text = text.replace("ASYNC ", words[0]).replace("AWAIT ", words[1])
        whole[str(path.relative_to(overlay)).removesuffix(".txt")] = text
    return {**files, **whole}


@contextmanager
def served(
    stack: str, kind: Kind, directory: Path, env: Mapping[str, str] | None = None
) -> Iterator[RunningServer]:
    """Yield a server of the model on a fresh database; both are gone at the end."""
    project = rendered(stack, directory)
    with Database.fresh(kind, directory) as database:
        settings = {**SETTINGS, "DATABASE_URL": database.url, **(env or {})}
        run(project, "migrate", settings)
        log = directory / f"{database.name}.log"
        with RunningServer.start(project, settings, log=log) as server:
            yield server
