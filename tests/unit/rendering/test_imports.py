"""A module imports what its lines use, and nothing that they merely name."""

from __future__ import annotations

from stackwright.rendering.views.imports import imports, with_imports


def test_what_is_used_is_imported_in_order() -> None:
    texts = ["total: Decimal", "at: dt.datetime | None", "def key(self, id: UUID) -> Any"]

    assert imports(texts, {"Channel": "from .types import Channel"}, "shop").splitlines() == [
        "import datetime as dt",
        "from decimal import Decimal",
        "from typing import Any",
        "from uuid import UUID",
    ]


def test_an_attribute_or_an_argument_of_such_a_name_is_no_use() -> None:
    texts = ["    dataclass: int", "dt: str", "def key(self, pydantic: int) -> str", "one.Decimal", '"UUID"']

    assert imports(texts, {}, "shop") == ""


def test_of_code_neither_texts_nor_comments_nor_given_names_count() -> None:
    code = '\n\n"""UUID"""\n\n\nkey = make("Decimal", dt=1)  # Any\nat = key.StrEnum\nname = Channel\n'
    names = {"Channel": "from .types import Channel"}

    assert with_imports(code, names, {}, "shop") == f"from .types import Channel\n{code}"
    assert with_imports("\n\nx = 1\n", {}, {}, "shop") == "x = 1\n"
