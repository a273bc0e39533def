"""What has changed between two models: a folder each, with both models and the exact report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from stackwright.evolution import Acceptance, Comparison, compare, report
from stackwright.evolution.kinds import KINDS
from stackwright.ontology import OntologyError, digest, load, load_directory, source

from tests.models.strategies import models, parsed_models

if TYPE_CHECKING:
    from stackwright.evolution import Change

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir())
REPOSITORY = Path(__file__).parents[3]
_SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


def changes(case: str) -> tuple[Change, ...]:
    sides = (
        load({f"ontology/{file.name}": file.read_text("utf-8") for file in (CASES / case / side).iterdir()})
        for side in ("old", "new")
    )
    return compare(*sides)


@pytest.mark.parametrize("case", NAMES)
def test_two_models_get_exactly_this_report(case: str) -> None:
    told = "".join(f"{line}\n" for line in report(Comparison(changes=changes(case))))

    assert told == (CASES / case / "expected.txt").read_text("utf-8")


def test_every_kind_of_change_is_in_a_case() -> None:
    assert {change.kind for case in NAMES for change in changes(case)} == set(KINDS)


@pytest.mark.parametrize("model", ["examples/shop", "examples/clinic", "tests/models/museum"])
def test_a_model_beside_itself_has_not_changed(model: str) -> None:
    folder = REPOSITORY / model
    sources = {
        path.name: path.read_text("utf-8")
        for path in sorted([*folder.glob("*.yml"), *folder.glob("ontology/*")])
    }

    assert compare(load(sources), load(sources)) == ()


@_SLOW
@given(models())
def test_no_model_differs_from_itself(sources: dict[str, str]) -> None:
    assert compare(load(sources), load(sources)) == ()


@_SLOW
@given(models(), models())
def test_any_two_models_can_be_compared(old: dict[str, str], new: dict[str, str]) -> None:
    check_told(compare(load(old), load(new)))


@_SLOW
@given(parsed_models(), st.data())
def test_what_is_gone_one_way_is_new_the_other_way(files: dict[str, Any], data: st.DataObject) -> None:
    before = load({name: source.to_yaml(tree) for name, tree in files.items()})
    spoil(files[data.draw(st.sampled_from(sorted(files)))], data)
    try:
        after = load({name: source.to_yaml(tree) for name, tree in files.items()})
    except OntologyError:
        assume(False)

    there, back = compare(before, after), compare(after, before)

    check_told(there)
    assert counted(there, "-removed") == counted(back, "-added")
    assert counted(there, "-added") == counted(back, "-removed")
    if digest(before) == digest(after):
        assert there == ()


# Sorting goes with the type, and so has no counterpart; what nobody need give is `field-added`.
_ONE_WAY = {"sorting-removed", "default-removed", "default-added"}


def counted(told: tuple[Change, ...], ending: str) -> list[tuple[str, str]]:
    kinds = ((one.kind.replace("required-field", "field"), one.place) for one in told)
    return sorted(
        (kind[: -len(ending)], at) for kind, at in kinds if kind.endswith(ending) and kind not in _ONE_WAY
    )


def check_told(told: tuple[Change, ...]) -> None:
    """Every change says everything that it must, and its parts agree."""
    for change in told:
        assert change.kind in KINDS
        assert change.place
        assert change.sentence
        assert change.reason
        assert change.old is not None or "{old}" not in KINDS[change.kind].says
        assert change.new is not None or "{new}" not in KINDS[change.kind].says
        assert set(change.breaks) <= set(change.touches)
        assert (change.level == "major") == bool({"api", "event"} & set(change.breaks))
        assert not change.destroys or change.migrates
        assert ("database" in change.breaks) == (change.destroys or change.question is not None)
    assert "".join(report(Comparison(changes=told)))


def spoil(tree: Any, data: st.DataObject) -> None:
    """Take something out of a tree, somewhere."""
    while True:
        places = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        if not places:
            return
        place = data.draw(st.sampled_from(places))
        below = tree[place]
        if isinstance(below, dict | list) and below and data.draw(st.integers(0, 3)):
            tree = below
            continue
        del tree[place]
        return


def test_what_is_accepted_counts_no_more() -> None:
    comparison = Comparison(changes=changes("lengths"))

    accepted = comparison.accept()

    assert comparison.level == "major"
    assert accepted.level == "minor"
    assert len(accepted.accepted) == sum(change.level == "major" for change in comparison.changes)
    assert next(accepted.advice()) == "minor: 2 compatible changes, 5 more accepted"


def test_what_goes_further_than_what_was_accepted_is_open() -> None:
    (lowered,) = (one for one in changes("lengths") if one.place == "shop.Order.b")
    accepted = Acceptance(kind=lowered.kind, place=lowered.place, new="string(30)")

    assert lowered.new == "string(20)"
    assert Comparison(changes=(lowered,), accepted=(accepted,)).level == "major"


def test_accepting_again_keeps_reasons_and_forgets_what_is_no_break_any_more() -> None:
    gone, kept = (
        Acceptance(kind="field-removed", place=place, reason=place) for place in ("x", "shop.Order.note")
    )

    comparison = Comparison(changes=changes("a-field-goes"), accepted=(gone, kept)).accept()

    assert comparison.accepted == (kept,)


def test_a_compatible_change_needs_no_acceptance() -> None:
    (change,) = changes("an-object-comes")
    accepted = Acceptance(kind=change.kind, place=change.place)

    assert Comparison(changes=(change,), accepted=(accepted,)).level == "minor"


@pytest.mark.parametrize("model", ["examples/shop", "examples/clinic"])
def test_a_whole_example_can_be_compared_with_another(model: str) -> None:
    told = compare(load_directory(REPOSITORY / model), load_directory(REPOSITORY / "examples/empty"))

    check_told(told)
    assert [one.kind for one in told if one.level == "major"]


def test_the_page_of_the_command_shows_a_real_report() -> None:
    page = (REPOSITORY / "docs/reference/command-line.md").read_text("utf-8")

    assert (CASES / "a-page-of-the-docs/expected.txt").read_text("utf-8") in page
