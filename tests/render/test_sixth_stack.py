"""A further stack is one manifest and new files: nothing that is there already knows of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from stackwright.rendering import Answers, render
from stackwright.rendering.plan import load_rows
from stackwright.rendering.stacks import load_stacks

from tests.render.conftest import HERE

if TYPE_CHECKING:
    from pathlib import Path

    from stackwright.ontology.ir import Model

MANIFEST = """title: Tiny and Mini
framework: tiny
orm: mini
mode: sync
status: implemented
dependencies: [tiny>=1, mini>=2]
drivers: {sqlite: [mini-sqlite]}
"""


def test_a_sixth_stack_is_one_manifest_and_new_files(shop: Model, tmp_path: Path) -> None:
    for folder in ("stacks", "template"):
        shutil.copytree(HERE / folder, tmp_path / folder)
    (tmp_path / "stacks/sixth.yml").write_text(MANIFEST)
    for row in load_rows(tmp_path):
        if row.body is not None and ("{framework}" in row.body or "{orm}" in row.body):
            body = tmp_path / row.body.format(framework="tiny", orm="mini")
            body.parent.mkdir(parents=True, exist_ok=True)
            body.write_text("{{ async }}{{ await }}{{ project.package }}\n")

    made = render(shop, Answers(stack="sixth"), tmp_path)

    assert "sixth" in load_stacks(tmp_path)
    assert "shop\n" in made.values()
    assert '"mini-sqlite"' in made["pyproject.toml"]
    assert "tool.alembic" not in made["pyproject.toml"]
    assert "async def" not in made["src/shop/actions/shop/approve_order.py"]
    assert not [path for path in made if path.startswith("migrations/")]
