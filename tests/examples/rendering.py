"""The examples: the shop as `copier copy` leaves it, one folder per stack."""

from __future__ import annotations

import re
import shutil
import warnings
from pathlib import Path

import copier
from copier.errors import DirtyLocalWarning
from stackwright import __version__
from stackwright.rendering import stacks

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = REPOSITORY / "examples"
STACKS = tuple(
    name for name, stack in stacks.load_stacks(REPOSITORY).items() if stack.status == "implemented"
)

# Where the template comes from and which version it is, as a user's project has it. Neither is what this
# machine would say: a path, and a commit that changes whenever anything does.
_ORIGIN = {"_src_path": "gh:stackwright/stackwright", "_commit": f"v{__version__}"}


def render(stack: str, folder: Path) -> None:
    """Render the shop in a stack, from the working tree as it is now."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DirtyLocalWarning)
        copier.run_copy(
            str(REPOSITORY),
            folder,
            data={"stack": stack},
            vcs_ref="HEAD",
            defaults=True,
            unsafe=True,
            quiet=True,
        )
    set_origin(folder, _ORIGIN)


def set_origin(folder: Path, origin: dict[str, str]) -> None:
    """Write into a project's answers where its template comes from."""
    answers = folder / ".copier-answers.yml"
    text = answers.read_text("utf-8")
    for name, value in origin.items():
        text, count = re.subn(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
        assert count == 1, f"{answers} has no {name}"
    answers.write_text(text, "utf-8", newline="\n")


def replace(stack: str, fresh: Path) -> None:
    """Put a fresh render where the committed example is."""
    place = EXAMPLES / stack
    if place.exists():
        shutil.rmtree(place)
    shutil.copytree(fresh, place)
