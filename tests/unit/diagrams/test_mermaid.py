"""Diagrams as Mermaid's text: a folder each, with a model and the exact text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from stackwright.diagrams import diagrams, mermaid
from stackwright.ontology import load

from tests.models.strategies import models

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir())
WORD = r"(?!(?i:pk|fk|uk)\b)[A-Za-z_][\w\-\[\]().,]*"
NAME = r'"[A-Za-z][\w.]*"'
LINES = {
    "erDiagram": [
        "erDiagram",
        rf"  {NAME} {{",
        rf'    {WORD} {WORD}( (PK|FK|UK)(, (FK|UK))?)?( "optional")?',
        "  }",
        rf'  {NAME} (\|\||\|o|\}}o|\}}\|)(--|\.\.)(o\||o\{{) {NAME} : "\w+( / \w+)?"',
    ],
    "stateDiagram-v2": [
        "stateDiagram-v2",
        "  direction LR",
        r'  (state "\w+" as )?(?!(?:class|end|note|state|style)$)\w+',
        r"  \[\*\] --> \w+",
        r"  (?!(?:class|end|note|state|style) )\w+ --> \w+ : \w+",
    ],
}


def told(folder: Path) -> str:
    model = load({f"ontology/{file.name}": file.read_text("utf-8") for file in folder.glob("*.yml")})
    return "\n".join(f"%% {name}\n{mermaid(diagram)}" for name, diagram in diagrams(model).items())


@pytest.mark.parametrize("name", NAMES)
def test_a_model_becomes_exactly_this_text(name: str) -> None:
    assert told(CASES / name) == (CASES / name / "expected.mmd").read_text("utf-8")


@settings(max_examples=40, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(models())
def test_any_model_becomes_lines_that_mermaid_knows(sources: dict[str, str]) -> None:
    for diagram in diagrams(load(sources)).values():
        text = mermaid(diagram)
        assert text.endswith("\n")
        lines = text.splitlines()
        for line in lines:
            assert any(re.fullmatch(known, line) for known in LINES[lines[0]]), line
