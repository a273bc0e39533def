"""The examples: models as `copier copy` leaves them in a stack, one folder each."""

from __future__ import annotations

import re
import shutil
import warnings
from dataclasses import dataclass
from pathlib import Path

import copier
from copier.errors import DirtyLocalWarning
from stackwright import __version__
from stackwright.rendering import stacks

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "examples"
SOURCES = frozenset({"clinic", "empty", "shop"})
STACKS = tuple(
    name for name, stack in stacks.load_stacks(REPOSITORY).items() if stack.status == "implemented"
)

# Where the template comes from and which version it is, as a user's project has it. Neither is what this
# machine would say: a path, and a commit that changes whenever anything does.
_ORIGIN = {"_src_path": "gh:stackwright/stackwright", "_commit": f"v{__version__}"}


@dataclass(frozen=True, slots=True)
class Example:
    """A folder of examples/: a model, rendered in a stack.

    `own` are the files that its team has written or changed. They are kept when it is rendered again.
    """

    name: str
    stack: str
    answers: tuple[tuple[str, str], ...] = ()
    own: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where it is committed."""
        return FOLDER / self.name


def _clinic(stack: str) -> Example:
    """Return the clinic, whose team has written actions and tests."""
    return Example(
        f"clinic_{stack}",
        stack,
        answers=(
            ("example", "clinic"),
            ("project_name", "Clinic"),
            ("description", "Patients, visits, and what they cost."),
        ),
        own=(
            "src/clinic/actions/billing/draft_invoice.py",
            "src/clinic/actions/billing/record_payment.py",
            "src/clinic/actions/clinic/check_interactions.py",
            "tests/test_billing.py",
            "tests/test_interactions.py",
            "tests/walks.py",
        ),
    )


EXAMPLES = (
    *(Example(stack, stack) for stack in STACKS),
    *(_clinic(stack) for stack in STACKS if stack in ("fastapi_sqlalchemy", "django")),
)


def render(example: Example, folder: Path) -> None:
    """Render an example from the working tree as it is now, with what its team has written."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DirtyLocalWarning)
        copier.run_copy(
            str(REPOSITORY),
            folder,
            data={"stack": example.stack, **dict(example.answers)},
            vcs_ref="HEAD",
            defaults=True,
            unsafe=True,
            quiet=True,
        )
    set_origin(folder, _ORIGIN)
    for name in example.own:
        if (example.folder / name).is_file():  # not there yet when a stack gets its example
            shutil.copy(example.folder / name, folder / name)


def set_origin(folder: Path, origin: dict[str, str]) -> None:
    """Write into a project's answers where its template comes from."""
    answers = folder / ".copier-answers.yml"
    text = answers.read_text("utf-8")
    for name, value in origin.items():
        text, count = re.subn(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
        assert count == 1, f"{answers} has no {name}"
    answers.write_text(text, "utf-8", newline="\n")


def replace(example: Example, fresh: Path) -> None:
    """Put a fresh render where the committed example is."""
    if example.folder.exists():
        shutil.rmtree(example.folder)
    shutil.copytree(fresh, example.folder)
