"""The releases of the year: a clone of the working tree as v1.0.0, and what its authors change after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.update.conftest import Template, git

if TYPE_CHECKING:
    from pathlib import Path

GENERATED = "src/shop/generated/contract/identifiers.py"
FIXED = "# A clock that goes back is no harm: the random part keeps identifiers apart."


def released(template: Template, stack: str, folder: Path) -> Template:
    """Return the template with v1.1.0, which changes a generated and a shared file, and v1.2.0, a bump."""
    git(template.folder, "clone", "--quiet", "--", ".", str(folder))
    versions = Template(folder)
    versions.version("v1.1.0", _another_text)
    versions.version("v1.2.0", lambda root: _another_range(root / f"stacks/{stack}.yml"))
    return versions


def _another_text(root: Path) -> None:
    _replace(
        root / "stacks/common/contract/identifiers.py.jinja",
        "    nanoseconds = time.time_ns()\n",
        f"    {FIXED}\n    nanoseconds = time.time_ns()\n",
    )
    _replace(
        root / "template/Makefile.jinja",
        "clean: ## Remove the virtual environment\n",
        "clean: ## Remove the virtual environment, and what tools have left\n",
    )


def _another_range(manifest: Path) -> None:
    _replace(manifest, "  - structlog>=26.1\n", "  - structlog>=26.1,<27\n")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{path.name}: {old}"
    path.write_text(text.replace(old, new), "utf-8")
