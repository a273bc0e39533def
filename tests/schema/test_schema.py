"""Every stack's own migrations lead to the same schema, on each database."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from stackwright.rendering.stacks import load_stacks

from tests.databases import KINDS, Database, marked
from tests.schema.differences import Difference, differences, unexpected
from tests.schema.projects import MODELS, REPOSITORY, SETTINGS, STACKS, project
from tests.schema.reading import facts, normalised
from tests.servers import run

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.databases import Kind
    from tests.schema.reading import Facts

REFERENCE = "fastapi_sqlalchemy"
OTHERS = [stack for stack in STACKS if stack != REFERENCE]


@pytest.fixture(scope="session")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str, Kind], Facts]:
    """What the migrations of a model lead to in a stack, on a database; each is run once."""
    directory = tmp_path_factory.mktemp("schema")
    known: dict[tuple[str, str, Kind], Facts] = {}

    def read(model: str, stack: str, kind: Kind) -> Facts:
        if (model, stack, kind) not in known:
            with Database.fresh(kind, directory) as database:
                run(project(model, stack, directory), "migrate", {**SETTINGS, "DATABASE_URL": database.url})
                known[model, stack, kind] = facts(database)
        return known[model, stack, kind]

    return read


@pytest.mark.parametrize("stack", OTHERS)
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("kind", [marked(kind) for kind in KINDS])
def test_the_migrated_schema_is_the_same_in_every_stack(
    schema: Callable[[str, str, Kind], Facts], kind: str, model: str, stack: str
) -> None:
    database = cast("Kind", kind)
    known = tuple(entry for entry in differences() if entry.concerns(stack, model, database))

    found = list(unexpected(schema(model, REFERENCE, database), schema(model, stack, database), known))

    assert not found, "\n".join(found[:50])


@pytest.mark.parametrize("kind", [marked(kind) for kind in KINDS])
def test_the_facts_are_all_there(schema: Callable[[str, str, Kind], Facts], kind: str) -> None:
    found = schema("shop", REFERENCE, cast("Kind", kind))

    assert {place.split("/")[1] for place in found} == {
        "columns", "key", "foreign", "unique", "checks", "indexes"
    }  # fmt: skip
    assert found["shop_order/columns/total/type"].lower().replace(" ", "") in (
        "numeric(12,2)", "decimal(12,2)"
    )  # fmt: skip
    assert found["shop_order/columns/note/nullable"] == "True"
    assert "web" in found["shop_order/columns/channel/default"]
    assert "(id)" in found["shop_order/key"]
    assert "ondelete=CASCADE" in found["shop_order_line/foreign/fk_shop_order_line_order"]
    assert found["shop_order/unique/uq_shop_order_customer_placed_at"] == "customer_id, placed_at"
    assert "'cancelled'" in found["shop_order/checks/ck_shop_order_state"]
    assert found["shop_order/indexes/ix_shop_order_state"] == "(state, id)"
    if kind != "sqlite":
        collation = "C" if kind == "postgresql" else "utf8mb4_nopad_bin"
        assert found["shop_order/columns/note/type"].endswith(f" {collation}")


def test_a_difference_without_a_reason_is_found_and_so_is_a_reason_without_a_difference() -> None:
    known = (
        Difference(stack="x", at="t/columns/*/type", reason="meant"),
        Difference(stack="x", at="t/key", reason="idle"),
    )
    one = {"t/columns/a/type": "int", "t/indexes/i": "(a)", "t/key": "(a)"}
    other = {"t/columns/a/type": "bigint", "t/key": "(a)"}

    assert list(unexpected(one, other, known)) == [
        "t/indexes/i: '(a)' is None",
        "t/key: nothing differs there, so that differences.yml needs no reason for it",
    ]


def test_every_known_difference_is_of_a_stack_and_has_a_reason() -> None:
    for entry in differences():
        assert entry.stack in load_stacks(REPOSITORY)
        assert set(entry.databases) <= set(KINDS)
        assert set(entry.models) <= MODELS.keys()
        assert len(entry.reason) > 20


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("((channel)::text = ANY ((ARRAY['web'::character varying, 'Phone x'::character varying])::text[]))",
         "(channel=any((array['web','Phone x'])))"),
        ("`channel` in ('web','Phone  x')", "channel in('web','Phone  x')"),
        ('"channel" IN (\'web\', \'it\'\'s "x"\')', "channel in('web','it''s \"x\"')"),
    ],
)  # fmt: skip
def test_a_check_reads_the_same_however_it_is_written(written: str, meant: str) -> None:
    assert normalised(written) == meant
