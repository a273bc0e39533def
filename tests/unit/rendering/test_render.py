"""What is wrong with our own files is told by their names."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from stackwright.ontology import load
from stackwright.rendering import Answers, RenderingError, files

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "title: A\nframework: f\norm: o\nmode: sync\nstatus: implemented\n"
MODEL = """ontology: shop
events:
  Opened: {fields: {at: datetime}}
actions:
  open_shop: {input: {at: datetime}, output: event Opened}
  open_late: {output: event Opened}
  count: {output: {number: int}}
"""


def rendered(root: Path, row: str, body: str = "") -> dict[str, str]:
    (root / "stacks").mkdir()
    (root / "template/{% if project.licensed %}LEGAL{% endif %}").mkdir(parents=True)
    (root / "template/README.md.jinja").write_text("# {{ project_name | md }}\n")
    (root / "template/plain.txt").write_text("{{ as it is }}\n")
    (root / "template/{% if project.licensed %}LEGAL{% endif %}/terms.txt").write_text("Terms.\n")
    (root / "stacks/one.yml").write_text(MANIFEST)
    (root / "stacks/plan.yml").write_text(row)
    (root / "stacks/a.jinja").write_text(body)
    made = files(load({"ontology/shop.yml": MODEL}), Answers(stack="one"), root)
    return {path: file.text for path, file in made.items()}


def test_the_skeleton_is_rendered_and_leaves_out_what_is_conditional(tmp_path: Path) -> None:
    made = rendered(tmp_path, "[]")

    assert made == {"README.md": "# Shop\n", "plain.txt": "{{ as it is }}\n"}


@pytest.mark.parametrize(
    ("keys", "body", "complaint"),
    [
        ("body: stacks/a.jinja, path: a", "{{ nobody }}", "stacks/a.jinja, for a: 'nobody' is undefined"),
        ("body: stacks/a.jinja, path: a", "{% if %}", "stacks/a.jinja, for a: Expected an expression"),
        ("body: stacks/none.jinja, path: a", "", "stacks/none.jinja, for a: "),
        ("body: stacks/a.jinja, path: a, view: nobody", "", "stacks/plan.yml: no view is called 'nobody'"),
        ("text: nobody, path: a", "", "stacks/plan.yml: no text is called 'nobody'"),
        ("body: stacks/a.jinja, path: README.md", "", "README.md is made by a and by the skeleton"),
    ],
)
def test_a_mistake_of_ours_names_the_file(tmp_path: Path, keys: str, body: str, complaint: str) -> None:
    with pytest.raises(RenderingError, match=re.escape(complaint)):
        rendered(tmp_path, f"- {{role: a, per: project, owner: generated, {keys}}}", body)


def test_the_gaps_are_actions_that_the_model_cannot_carry_out(tmp_path: Path) -> None:
    made = rendered(tmp_path, "- {role: a, per: project, owner: generated, text: report, path: report.json}")

    assert [gap["action"] for gap in json.loads(made["report.json"])["gaps"]] == ["open_late", "count"]


@pytest.mark.parametrize("name", ["a\nimport os.yml", 'we"ird.yml', "../x.yml", "a b.yml", ".yml", "x.json"])
def test_a_model_file_whose_name_could_be_more_than_a_name_is_refused(name: str) -> None:
    with pytest.raises(RenderingError, match="rename the file"):
        files(load({f"ontology/{name}": "ontology: shop\n"}), Answers())
