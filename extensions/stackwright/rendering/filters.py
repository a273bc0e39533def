"""One filter per output language: whatever a model says arrives as data, never as code."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from stackwright.rendering.layout import fit, import_block, wrap
from stackwright.rendering.lines import laid
from stackwright.rendering.python import comment, doc, escaped, py
from stackwright.rendering.views.imports import with_imports

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~!&{}])")


def json_(value: Any, indent: int | None = None) -> str:
    """Print a value as JSON."""
    return _plain(json.dumps(value, ensure_ascii=False, indent=indent))


def toml(value: Any) -> str:
    """Print a value as TOML: text, number, truth, or an array of them on one line."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml(item) for item in value)}]"
    return _quoted(value)


def yaml(value: Any) -> str:
    """Print a value as YAML in its JSON form, on one line."""
    return _quoted(value)


def md(value: object) -> str:
    """Print text as a part of a Markdown line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(_plain(str(value)).split()))


def sql(value: Any) -> str:
    """Print a value as a literal of standard SQL."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return str(value)
    return "'" + _plain(str(value)).replace("'", "''") + "'"


def html_(value: object) -> str:
    """Print text as a part of an HTML page."""
    return html.escape(_plain(str(value)))


def _quoted(value: Any) -> str:
    # JSON's escapes are TOML's and YAML's, too; both are pickier about what stands there unescaped.
    return escaped(json.dumps(value, ensure_ascii=False), astral="\\U{:08x}", latin="\\u{:04x}")


def _plain(text: str) -> str:
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


FILTERS: Mapping[str, Callable[..., object]] = {
    "py": py,
    "doc": doc,
    "comment": comment,
    "toml": toml,
    "yaml": yaml,
    "md": md,
    "sql": sql,
    "json": json_,
    "html": html_,
    "fit": fit,
    "import_block": import_block,
    "wrap": wrap,
    "laid": laid,
    "with_imports": with_imports,
}
