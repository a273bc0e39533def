"""Codes, the rules that use them, and the page that explains them stay in step."""

from __future__ import annotations

import re
from pathlib import Path

import stackwright.ontology
from stackwright.ontology.codes import CODES

ROOT = Path(__file__).parents[3]
PACKAGE = Path(stackwright.ontology.__file__).parent


def test_every_code_has_an_entry_in_the_docs_in_order_and_nothing_else_has() -> None:
    page = (ROOT / "docs/reference/problems.md").read_text(encoding="utf-8")

    rows = re.findall(r'^\| <a id="sw\d+"></a>(SW\d+) \| (.+?) \| (.+) \|$', page, re.MULTILINE)

    assert [(code, what) for code, what, _ in rows] == list(CODES.items())
    assert all(advice.strip() for _, _, advice in rows)


def test_every_code_is_used_and_every_used_code_is_known() -> None:
    texts = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "codes.py"]

    used = {code for text in texts for code in re.findall(r'"(SW\d{3})"', text)}

    assert used == set(CODES)
