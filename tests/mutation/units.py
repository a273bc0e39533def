"""The packages of `extensions/stackwright`, each with the quick tests that are to notice its faults."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
EXTENSIONS = REPOSITORY / "extensions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A package, by where its modules lie in ours; `first` is a small module of it."""

    mutate: tuple[str, ...]
    first: str
    tests: tuple[str, ...]

    def modules(self) -> list[Path]:
        """List its modules, those that hold no code but imports too."""
        return [path for where in self.mutate for path in sorted((EXTENSIONS / "stackwright").glob(where))]


_ONTOLOGY = "tests/unit/ontology"
_RENDERING = (
    "tests/unit/rendering",
    "tests/unit/openapi",
    "tests/render/test_examples.py",
    "tests/render/test_plan.py",
    "--deselect=tests/unit/openapi/test_models.py",
)
# A process of its own knows nothing of a mutant.
_IN_THIS_PROCESS = (
    "not a_wheel and not installed and not another_version and not terminal and not broken_off"
    " and not brought_to"
)
UNITS = {
    "ontology": Unit(
        mutate=("ontology/**/*.py",),
        first="ontology.spelling",
        tests=(
            _ONTOLOGY,
            "tests/unit/problems",
            # What holds of any model takes long to see; that it fails says little of where.
            f"--deselect={_ONTOLOGY}/test_properties.py",
            f"--deselect={_ONTOLOGY}/test_schema.py::test_the_schema_accepts_whatever_the_strategies_draw",
            f"--deselect={_ONTOLOGY}/test_cli.py",
        ),
    ),
    "evolution": Unit(
        mutate=("evolution/**/*.py",),
        first="evolution.spelling",
        tests=(
            "tests/unit/evolution",
            "tests/unit/commands/test_diff.py",
            "-k",
            "not any_two and not differs_from_itself and not one_way",
        ),
    ),
    "diagrams": Unit(
        mutate=("diagrams/**/*.py",),
        first="diagrams.layout.tracks",
        tests=("tests/unit/diagrams", "-k", "not any_model"),
    ),
    "rendering": Unit(mutate=("rendering/*.py",), first="rendering.indented", tests=_RENDERING),
    "rendering/openapi": Unit(
        mutate=("rendering/openapi/*.py",), first="rendering.openapi.layout", tests=_RENDERING
    ),
    "rendering/views": Unit(
        mutate=("rendering/views/*.py",),
        first="rendering.views.imports",
        tests=(
            *_RENDERING,
            "tests/schema/test_schema.py",
            "tests/render/test_django_migrations.py",
            "-k",  # two models that are all corners, on the quick database
            "not postgresql and not mariadb and not sqlite-shop and not conformance and not any_model",
        ),
    ),
    "detection": Unit(
        mutate=("detection/**/*.py",),
        first="detection.telling",
        tests=("tests/unit/detection", "tests/unit/destination"),
    ),
    "updating": Unit(
        mutate=("updating/**/*.py",),
        first="updating.copying",
        tests=(
            "tests/update/test_updating.py",
            "tests/update/test_words.py",
            "tests/update/test_refusals.py",
            "tests/docs/test_update_page.py",
            "tests/update/test_regenerating.py",
            # Each compares with `copier update`, for seconds; a few of them will do.
            "-k",
            "not any_edits and not changed_answers and (not edits_of_every_kind or far_from_it or no_model)",
        ),
    ),
    "commands": Unit(
        mutate=("commands/**/*.py",),
        first="commands.undo",
        tests=(
            "tests/unit/commands",
            f"{_ONTOLOGY}/test_cli.py",
            "tests/unit/detection",
            "tests/update/test_words.py",
            "tests/update/test_refusals.py",
            "tests/update/test_new.py",
            "tests/update/test_updating.py",
            "-k",
            _IN_THIS_PROCESS,
        ),
    ),
    "project": Unit(
        mutate=("*.py",),
        first="switching",
        tests=(
            "tests/unit/destination",
            "tests/unit/commands",
            f"{_ONTOLOGY}/test_cli.py",
            "tests/update/test_migrations.py",
            "tests/update/test_new.py",
            "-k",
            _IN_THIS_PROCESS,
        ),
    ),
}
