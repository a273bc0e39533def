"""The plan names every file once, with an owner, and each stack fills every role."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from stackwright.rendering import Answers, RenderingError, plan
from stackwright.rendering.plan import load_rows
from stackwright.rendering.render import project_of
from stackwright.rendering.texts import TEXTS
from stackwright.rendering.views import VIEWS

from tests.render.conftest import HERE, READY

if TYPE_CHECKING:
    from pathlib import Path

    from stackwright.ontology.ir import Model

ROWS = load_rows(HERE)
PLACEHOLDERS = {
    "project": {"package", "framework", "orm"},
    "ontology": {"package", "framework", "orm", "ontology"},
    "migration": {"package", "framework", "orm", "ontology", "migration"},
    "object": {"package", "framework", "orm", "ontology", "object"},
    "action": {"package", "framework", "orm", "ontology", "action"},
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.role)
def test_a_row_names_what_there_is(row) -> None:  # noqa: ANN001
    assert set(re.findall(r"\{(\w+)\}", row.path)) <= PLACEHOLDERS[row.per]
    assert set(re.findall(r"\{(\w+)\}", row.body or "")) <= {"framework", "orm", "mode"}
    assert row.view is None or row.view in VIEWS
    assert row.text is None or row.text in TEXTS


@pytest.mark.parametrize("stack", READY)
def test_every_role_is_filled(shop: Model, stack: str) -> None:
    entries = plan(project_of(shop, Answers(stack=stack)), HERE)

    missing = {
        (entry.row.role, entry.body) for entry in entries if entry.body and not (HERE / entry.body).is_file()
    }

    assert missing == set()


def test_paths_say_whose_a_file_is() -> None:
    for row in ROWS:
        ours = "/generated/" in row.path or row.path.startswith(
            (".stackwright/", "openapi.json", "docs/model.md")
        )
        assert ours == (row.owner == "generated"), row.role


def test_three_files_per_object_at_most() -> None:
    assert len([row for row in ROWS if row.per == "object" and row.owner == "generated"]) <= 3


def test_a_stack_that_is_planned_or_unknown_is_refused(shop: Model, tmp_path: Path) -> None:
    shutil.copytree(HERE / "stacks", tmp_path / "stacks")
    manifest = (tmp_path / "stacks/django.yml").read_text()
    (tmp_path / "stacks/dreamt.yml").write_text(manifest.replace("implemented", "planned"))

    with pytest.raises(RenderingError, match="'dreamt' is planned, but cannot be rendered yet"):
        project_of(shop, Answers(stack="dreamt"), tmp_path)
    with pytest.raises(RenderingError, match="'djang' is unknown"):
        project_of(shop, Answers(stack="djang"), tmp_path)


ROW = "- {role: a, per: project, path: a.txt, body: a.txt, owner: yours}\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- {per: project}", "a row needs a role: {'per': 'project'}"),
        (ROW + ROW, "more than one row for a"),
        ("- {role: a, per: project, path: a, owner: yours}", "a: either a body or a text makes the file"),
        (
            "- {role: a, per: project, path: a, body: b, text: c, owner: yours}",
            "a: either a body or a text makes the file",
        ),
        ("- {role: a, per: project, path: a, body: b}", "a: missing: owner"),
        (
            "- {role: a, per: planet, path: a, body: b, owner: yours}",
            "a: per or owner is none of those there are",
        ),
        (
            "- {role: a, per: project, path: a, body: b, owner: me}",
            "a: per or owner is none of those there are",
        ),
        ("- {role: a, per: project, path: a, body: b, owner: yours, if: x}", "a: unknown: if"),
        (
            "- {role: a, per: project, path: a, body: b, owner: yours, part: tea}",
            "a: no part is called 'tea'",
        ),
        (ROW + ROW.replace("role: a", "role: b").replace("a.txt", "A.txt"), "A.txt is made by a and by b"),
    ],
)
def test_a_plan_with_a_mistake_says_where(shop: Model, tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "stacks").mkdir()
    (tmp_path / "stacks/plan.yml").write_text(text)

    with pytest.raises(RenderingError) as told:
        plan(project_of(shop, Answers()), tmp_path)
    assert str(told.value) == f"stacks/plan.yml: {complaint}"
