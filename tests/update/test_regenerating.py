"""The short way of an update gives exactly the bytes that `copier update` gives."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import copier
import pytest
from stackwright.updating.journal import Journal
from stackwright.updating.recorded import Recorded
from stackwright.updating.regenerating import regenerate
from stackwright.updating.repository import Repository

from tests.update.conftest import Rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


MODEL = "ontology/shop.yml"
ORDER = "src/shop/generated/shop/contract/order.py"
CUSTOMER = "src/shop/generated/shop/persistence/customer.py"


def nothing(project: Rendered) -> None:
    pass


def a_field(project: Rendered) -> None:
    project.edit(MODEL, "      total: Money\n", "      total: Money\n      weight: decimal(9, 3)?\n")


def an_object(project: Rendered) -> None:
    project.edit(
        MODEL,
        "objects:\n",
        "objects:\n  Depot:\n    fields:\n      id: uuid, key\n      city: string(80)\n\n",
    )


def another_name(project: Rendered) -> None:
    text = (
        project.read(MODEL)
        .replace("Customer", "Buyer")
        .replace("  Buyer:\n", "  Buyer:\n    was: Customer\n", 1)
    )
    project.write(MODEL, text)


def fewer_objects(project: Rendered) -> None:
    head, _, rest = project.read(MODEL).partition("  OrderLine:\n")
    lines = rest.splitlines(keepends=True)
    end = next(at for at, line in enumerate(lines) if line.strip() and not line.startswith("    "))
    project.write(MODEL, head + "".join(lines[end:]))


def another_ontology(project: Rendered) -> None:
    project.write(
        "ontology/stock.yml", "ontology: stock\nobjects:\n  Shelf:\n    fields:\n      id: uuid, key\n"
    )


def another_order(project: Rendered) -> None:
    channel = "      channel: Channel = web\n"
    project.edit(MODEL, f"      total: Money\n{channel}", f"{channel}      total: Money\n")


def no_model(project: Rendered) -> None:
    (project.folder / MODEL).unlink()


def far_from_it(project: Rendered) -> None:
    project.write(ORDER, project.read(ORDER) + "\n\nOURS = 1\n")
    project.edit("Makefile", "\ntest:", "\nours:\n\ttrue\n\ntest:")


def right_there(project: Rendered) -> None:
    project.edit(ORDER, "    total: ", "    # ours\n    total: ")
    project.edit(CUSTOMER, "Customer", "Client")


def without_an_end(project: Rendered) -> None:
    project.write(ORDER, project.read(ORDER).rstrip("\n"))
    project.write("README.md", "Ours\n")


def deleted(project: Rendered) -> None:
    for path in (ORDER, "Makefile", "tests/test_service.py", "seed.json"):
        (project.folder / path).unlink()


def in_the_way(project: Rendered) -> None:
    project.write("src/shop/generated/shop/contract/depot.py", '"""Ours, and in the way."""\n')
    project.write("src/shop/generated/ours/deep.py", '"""Ours, and in nobody\'s way."""\n')


MODELS = (nothing, a_field, an_object, another_name, fewer_objects, another_ontology, another_order, no_model)
EDITS = (nothing, far_from_it, right_there, without_an_end, deleted, in_the_way)
# Each model with two kinds of edit, each kind with two models at least.
PAIRS = [(model, EDITS[(at + step) % len(EDITS)]) for at, model in enumerate(MODELS) for step in (0, 3)]


def both_ways(project: Rendered, tmp_path: Path, **answers: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Update a project in both ways, and return what each makes of it."""
    project.commit()
    shutil.copytree(project.folder, tmp_path / "twin")
    twin = Rendered(tmp_path / "twin")
    copier.run_update(
        twin.folder, data=answers, vcs_ref="v1.0.0", defaults=True, overwrite=True, unsafe=True, quiet=True
    )
    repository = Repository.of(project.folder)
    made = regenerate(Recorded.of(project.folder), answers)
    Journal(repository).apply(made.outcome.files)
    return project.files, twin.files


@pytest.mark.parametrize(("model", "edit"), PAIRS, ids=lambda change: change.__name__)
def test_a_changed_model_and_edits_of_every_kind(
    project: Rendered, tmp_path: Path, model: Callable[[Rendered], None], edit: Callable[[Rendered], None]
) -> None:
    edit(project)
    model(project)

    ours, copiers = both_ways(project, tmp_path)

    assert ours.keys() == copiers.keys()
    assert [path for path in ours if ours[path] != copiers[path]] == []


@pytest.mark.parametrize(
    "answers", [{"database": "postgresql"}, {"stack": "django"}, {"licence": "MIT", "author": "Zoë"}]
)
def test_changed_answers_beside_a_changed_model(
    project: Rendered, tmp_path: Path, answers: dict[str, str]
) -> None:
    far_from_it(project)
    a_field(project)

    ours, copiers = both_ways(project, tmp_path, **answers)

    assert ours == copiers


@pytest.mark.parametrize("seed", range(3))
def test_any_edits(project: Rendered, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    paths = sorted(path for path in project.files if not path.startswith(("ontology/", ".copier")))
    for path in chance.sample(paths, 25):
        lines = project.read(path).splitlines(keepends=True)
        for _ in range(chance.randint(1, 4)):
            at = chance.randint(0, len(lines))
            lines[at : at + chance.randint(0, 3)] = [f"# ours {n}\n" for n in range(chance.randint(0, 2))]
        project.write(path, "".join(lines))
    for model in chance.sample(MODELS[1:4], 2):
        model(project)

    ours, copiers = both_ways(project, tmp_path)

    assert ours == copiers
