"""The manifests of the stacks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from stackwright.rendering.errors import ManifestError
from stackwright.rendering.stacks import load_stacks, stack_problem

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "title: A\nframework: f\norm: o\nmode: sync\nstatus: implemented\n"


def manifest(root: Path, text: str) -> Path:
    (root / "stacks").mkdir()
    (root / "stacks/one.yml").write_text(text)
    return root


def test_a_manifest_is_read(tmp_path: Path) -> None:
    text = GOOD + "dependencies: [b>=1]\ndrivers: {sqlite: [a>=2]}\ncapabilities: [alembic]\n"

    stack = load_stacks(manifest(tmp_path, text))["one"]

    assert stack.requirements("sqlite", ["docs"]) == ("a>=2", "b>=1")
    assert stack.requirements("mysql", []) == ("b>=1",)
    assert stack.has("alembic")
    assert not stack.has("admin")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- a", "are needed"),
        ("title: A", "are needed"),
        (GOOD + "colour: red", "unknown: colour"),
        (GOOD.replace("sync", "often"), "mode is async or sync"),
        (GOOD.replace("implemented", "dreamt"), "status is implemented or planned"),
    ],
)
def test_a_manifest_with_a_mistake_says_where(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ManifestError, match=rf"^stacks/one\.yml: .*{re.escape(complaint)}"):
        load_stacks(manifest(tmp_path, text))


def test_an_unknown_stack_is_told_what_there_is(tmp_path: Path) -> None:
    stacks = load_stacks(manifest(tmp_path, GOOD))

    assert stack_problem(stacks, "one") == ""
    assert stack_problem(stacks, "onne") == "stack 'onne' is unknown; did you mean 'one'?"
    assert stack_problem(stacks, "zzz") == "stack 'zzz' is unknown; there is one"
