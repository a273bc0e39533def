"""The models that are drawn, and their pictures as they were looked at; `python -m` draws them again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stackwright.diagrams import diagrams, svg
from stackwright.ontology import load, load_directory

if TYPE_CHECKING:
    from stackwright.diagrams.graph import Diagram

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[2]
MODELS = [REPOSITORY / path for path in ("examples/shop", "examples/clinic", "tests/models/museum")]


def drawings() -> dict[str, Diagram]:
    """Return every diagram of every model, by the model's name and its own."""
    found: dict[str, Diagram] = {}
    for case in sorted((HERE / "cases").iterdir()):
        model = load({f"ontology/{file.name}": file.read_text("utf-8") for file in case.glob("*.yml")})
        found |= {f"{case.name}/{name}": one for name, one in diagrams(model).items()}
    for path in MODELS:
        found |= {f"{path.name}/{name}": one for name, one in diagrams(load_directory(path)).items()}
    return found


DRAWINGS = drawings()


def approved(name: str) -> Path:
    """Return where the picture of a diagram lies."""
    return HERE / "pictures" / f"{name}.svg"


if __name__ == "__main__":
    for drawn, diagram in DRAWINGS.items():
        approved(drawn).parent.mkdir(parents=True, exist_ok=True)
        approved(drawn).write_text(svg(diagram), "utf-8", newline="\n")
