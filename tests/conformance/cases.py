"""The cases, read from YAML and held against their schema."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence about the contract, and the requests that show it."""

    area: str
    name: str
    given: tuple[dict[str, Any], ...]
    then: tuple[dict[str, Any], ...]

    @property
    def id(self) -> str:
        """The name that a test run shows."""
        return f"{self.area}: {self.name}"


@cache
def cases() -> tuple[Case, ...]:
    """Return all cases, in the order of their files."""
    return tuple(case for path in sorted((HERE / "cases").glob("*.yml")) for case in _of(path))


def documents() -> dict[str, Any]:
    """Return what the files of cases hold, by file."""
    return {path.name: _load(path) for path in sorted((HERE / "cases").glob("*.yml"))}


@cache
def gaps() -> dict[tuple[str, str, str], str]:
    """Return the reasons of the known gaps, by name of case, stack and database."""
    return {(gap["case"], gap["stack"], gap["database"]): gap["reason"] for gap in _load(HERE / "gaps.yml")}


def schema() -> Any:
    """Return the schema of a file of cases."""
    return _load(HERE / "case.schema.yml")


def _of(path: Path) -> list[Case]:
    document = _load(path)
    jsonschema.validate(document, schema())
    return [
        Case(area=path.stem, name=case["name"], given=tuple(case.get("given", ())), then=tuple(case["then"]))
        for case in document
    ]


class _Loader(yaml.CSafeLoader):
    """YAML with the scalars of JSON: dates, times and words such as `no` stay texts."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"null", "n"),
    ("bool", r"true|false", "tf"),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
