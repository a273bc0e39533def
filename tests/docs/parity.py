"""What each stack is held to, and by which tests; run as a module, it writes `docs/reference/parity.md`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from stackwright.rendering.stacks import Stack, load_stacks

from tests.conformance.cases import cases, gaps

HERE = Path(__file__).resolve().parents[2]
PAGE = HERE / "docs/reference/parity.md"
_HEAD = """# What each stack keeps

One suite of requests and answers is played against every stack, and bodies are compared as bytes; no case
knows which stack answers it. A cell counts the cases that hold, and links to them. `make parity` writes
this page.

"""
_AREAS = {
    "routes": "Routes, answers, methods that are not there",
    "requests": "Bodies: malformed, incomplete, unknown members, too large",
    "values": "Values of every type, to the last digit",
    "keys": "Keys: made, sent, of several parts",
    "references": "References, and what becomes of them",
    "filters": "Every operator with every type",
    "lists": "Pages, cursors, sorting, counting",
    "patches": "Merge patches",
    "versions": "`ETag`, `If-Match`, `If-None-Match`",
    "transitions": "States, guards, history, races",
    "events": "Actions, events, triggers, a publisher that fails",
    "idempotency": "`Idempotency-Key`",
}
_OTHERS = {
    "One schema in every database, data handed over": "tests/schema",
    "Migrations that follow the model, with the rows": "tests/migrations",
    "Formatted, typed, layered; its own tests": "tests/render/test_quality.py",
    "Any valid model": "tests/render/test_any_model.py",
    "Schema fuzzing of the running service": "tests/fuzz/test_fuzz.py",
    "Kills, races, restarts, exhaustion, SIGTERM": "tests/faults/test_faults.py",
    "Rendered again byte for byte, updated onto itself": "tests/examples/test_examples.py",
    "`openapi.json` is the same": "tests/render/test_stacks.py",
}


def page() -> str:
    """Return the page: a row per subject, a column per stack."""
    stacks = list(load_stacks(HERE).values())
    counted = Counter(case.area for case in cases())
    rows = [["", *(_title(stack) for stack in stacks)], ["---"] * (len(stacks) + 1)]
    for area, about in _AREAS.items():
        where = f"../../tests/conformance/cases/{area}.yml"
        rows.append(
            [about, *(_cell(stack, where, str(_held(area, counted[area], stack))) for stack in stacks)]
        )
    for about, place in _OTHERS.items():
        rows.append([about, *(_cell(stack, f"../../{place}", "yes") for stack in stacks)])
    return _HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _title(stack: Stack) -> str:
    return f"[{stack.id}](stacks/{stack.id}.md)" if stack.status == "implemented" else stack.id


def _held(area: str, count: int, stack: Stack) -> int:
    open_ = {name for name, of, _ in gaps() if of == stack.id}
    return count - sum(case.area == area and case.name in open_ for case in cases())


def _cell(stack: Stack, where: str, text: str) -> str:
    return f"[{text}]({where})" if stack.status == "implemented" else "planned"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
