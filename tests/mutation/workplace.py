"""Where mutmut works: a folder of build/ for each package, in which our code lies in src/, as it wants.

What it has found out stays there, for the next run: what is killed stays so until its function changes.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.units import EXTENSIONS, REPOSITORY, UNITS

FOLDER = REPOSITORY / "build" / "mutation"
_SEEN = ("copier.yml", "docs", "examples", "extensions", "stacks", "template", "tests")
_MUTMUT = Path(sys.executable).with_name("mutmut")
_KILLED = frozenset({"killed", "timeout", "segfault"})


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mutant of a function, by mutmut's name for it, and what became of it."""

    unit: str
    name: str
    status: str

    @property
    def killed(self) -> bool:
        """Whether a test noticed: by failing, by never ending, or by a crash."""
        return self.status in _KILLED


def generate(unit: str, workers: int) -> list[Mutant]:
    """Mutate what has changed since the last time, see which test runs which function; return all mutants."""
    folder = _laid_out(unit)
    mutants = folder / "mutants"
    for path in mutants.iterdir() if mutants.is_dir() else ():
        if path.name != "src":  # tests may be new, and what they look at
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    mutants.mkdir(exist_ok=True)
    # Tests that make a template of the working tree ask git what is in it.
    subprocess.run(["git", "init", "--quiet"], cwd=mutants, check=True)
    if any(_mutated(folder, path) for path in UNITS[unit].modules()):
        # There is no list of mutants before one has been run.
        run(unit, [f"stackwright.{UNITS[unit].first}.*__mutmut_1"], workers)
    return mutants_of(unit)


def _mutated(folder: Path, module: Path) -> bool:
    """Tell whether a module has no mutants yet, or has changed since."""
    made = folder / "mutants" / "src" / module.relative_to(EXTENSIONS)
    return not made.is_file() or made.stat().st_mtime <= module.stat().st_mtime


def run(unit: str, names: list[str], workers: int) -> None:
    """Run the tests on mutants, by name or pattern."""
    command = [_MUTMUT, "run", "--max-children", str(workers), *names]
    done = subprocess.run(
        command, cwd=FOLDER / unit, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode != 0:
        # Carriage returns part the pictures of a spinner: braille.
        raise SystemExit("\n".join(line for line in done.stdout.splitlines() if line[:1] < "\u2800")[-4000:])


def mutants_of(unit: str) -> list[Mutant]:
    """Return every mutant of a package, as far as it is known what became of it."""
    command = [_MUTMUT, "results", "--all", "true"]
    told = subprocess.run(command, cwd=FOLDER / unit, check=True, capture_output=True, text=True).stdout
    pairs = (line.strip().rpartition(": ") for line in told.splitlines() if "__mutmut_" in line)
    return [Mutant(unit, name, status) for name, _, status in pairs]


def _laid_out(unit: str) -> Path:
    folder = FOLDER / unit
    folder.mkdir(parents=True, exist_ok=True)
    for name, target in {"src": "extensions", **{name: name for name in _SEEN}}.items():
        if not (folder / name).is_symlink():
            (folder / name).symlink_to(REPOSITORY / target)
    settings = {
        "debug": True,  # or it does not say which test fails
        "source_paths": ["src"],
        "only_mutate": [f"src/{path.relative_to(EXTENSIONS)}" for path in UNITS[unit].modules()],
        "also_copy": [*_SEEN],
        "process_isolation": "forkserver",  # no mutant finds what another run has left in a cache
        "pytest_add_cli_args": ["-p", "tests.mutation.fresh", "-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": [*UNITS[unit].tests],
        "use_git_change_detection": False,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]  # which is TOML, too
    text = "\n".join(["[tool.mutmut]", *lines, "", "[tool.pytest.ini_options]", ""])
    (folder / "pyproject.toml").write_text(text, "utf-8")
    return folder
