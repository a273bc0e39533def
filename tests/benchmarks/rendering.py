"""The pure renderer against a bare Jinja loop that writes the same bytes from views that are ready."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from jinja2 import Template
from stackwright.rendering import Answers, render

from tests.benchmarks.costs import side_by_side, spent
from tests.benchmarks.figures import Figure, Target
from tests.benchmarks.models import yard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.benchmarks.costs import Cost

NEAR_THE_LOOP = Target("≤", 2)
LINEAR = Target("≤", 1.3, " x")
MEMORY = Target("≤", 80, " MiB")
_ANSWERS = Answers(project_name="Yard", package_name="yard")
_PRINTED = Template("{% for line in lines %}{{ line }}{% endfor %}", keep_trailing_newline=True)
_PEAK = """
import re
from pathlib import Path
from stackwright.rendering import Answers, render
from tests.benchmarks.models import yard
render(yard({count}), Answers(project_name="Yard", package_name="yard"))
print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


def measure(sizes: dict[int, int]) -> Iterator[Figure]:
    """Yield the figures for so many objects, each with so many rounds."""
    per_object: dict[int, float] = {}
    for size, rounds in sizes.items():
        model = yard(size)
        bare, files, count = _bare_loop(partial(render, model, _ANSWERS))
        ours = partial(spent, partial(render, model, _ANSWERS))
        compared = side_by_side(rounds, {"ours": ours, "bare": partial(spent, bare)})
        per_object[size] = compared.median("ours").cpu / size
        yield Figure(
            what="render ÷ bare Jinja loop",
            where=f"{size:,} objects, {files:,} files",
            ours=_in_words(compared.median("ours")),
            yardstick=f"{_in_words(compared.median('bare'))} for {count:,} templates",
            value=compared.ratio("ours", "bare"),
            target=NEAR_THE_LOOP,
        )
    *_, small, large = sorted(per_object)
    yield Figure(
        what=f"render, per object: {large:,} ÷ {small:,} objects",
        where="",
        ours=f"{per_object[large] * 1e3:.2f} ms",
        yardstick=f"{per_object[small] * 1e3:.2f} ms",
        value=per_object[large] / per_object[small],
        target=LINEAR,
    )


def memory(count: int) -> Figure:
    """Return the most memory that a process of its own takes to load and render so many objects."""
    command = [sys.executable, "-c", _PEAK.format(count=count)]
    # Of the process itself: getrusage would count what its parent had in memory before it began.
    kibibytes = subprocess.run(command, check=True, capture_output=True, text=True, env=_environment()).stdout
    peak = int(kibibytes) / 1024
    return Figure(
        what="render, peak memory of the process",
        where=f"{count:,} objects",
        ours=f"{peak:.0f} MiB",
        yardstick="",
        value=peak,
        target=MEMORY,
    )


def _bare_loop(work: Callable[[], dict[str, str]]) -> tuple[Callable[[], object], int, int]:
    """Watch the work: return a loop that repeats only what Jinja did, the number of files, and of templates.

    Texts that are made without a template (the OpenAPI document, the manifest) are printed line by line:
    the loop writes the same bytes.
    """
    calls: list[tuple[Template, Any, Any]] = []
    original = Template.render

    def watched(template: Template, *args: Any, **kwargs: Any) -> str:
        calls.append((template, args, kwargs))
        return original(template, *args, **kwargs)

    with patch.object(Template, "render", watched):
        files = work()
    made = {original(template, *args, **kwargs) for template, args, kwargs in calls}
    others = [text for text in files.values() if text and text not in made]
    calls += [(_PRINTED, (), {"lines": text.splitlines(keepends=True)}) for text in others]

    def loop() -> list[str]:
        return [template.render(*args, **kwargs) for template, args, kwargs in calls]

    assert set(files.values()) <= {"", *loop()}
    return loop, len(files), len(calls)


def _in_words(cost: Cost) -> str:
    return f"{cost.cpu * 1e3:,.0f} ms CPU"


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
