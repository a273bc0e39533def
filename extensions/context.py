"""The one file that Copier loads: it brings the package beside it into Copier's Jinja environment."""  # noqa: INP001 - a script

from __future__ import annotations

import functools
import hashlib
import importlib
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from copier._jinja_ext import get_yield_context
from copier.errors import UserMessageError
from jinja2.ext import Extension

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from jinja2 import Environment, Template

P = ParamSpec("P")
T = TypeVar("T")
_PACKAGE = "stackwright"


def _ours(folder: Path) -> dict[str, ModuleType]:
    """Import the package of this version of the template, and leave no trace under its own name.

    An update renders two versions in one process: an ordinary import would give the second the first one's
    code. The modules of each are kept under a name that stands for their content, because Copier clones
    even the same version several times.
    """
    kept = f"_{_PACKAGE}_{_digest(folder)}"
    if kept not in sys.modules:
        others = _withdrawn()
        try:
            importlib.invalidate_caches()
            spec = importlib.util.spec_from_file_location(
                _PACKAGE, folder / "__init__.py", submodule_search_locations=[str(folder)]
            )
            assert spec is not None
            assert spec.loader is not None
            package = sys.modules[_PACKAGE] = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(package)
            importlib.import_module(f"{_PACKAGE}.destination")
            package.__dict__["_modules"] = _withdrawn()
            sys.modules[kept] = package
        finally:
            _withdrawn()
            sys.modules.update(others)
    modules: dict[str, ModuleType] = sys.modules[kept].__dict__["_modules"]
    return modules


def _digest(folder: Path) -> str:
    content = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        content.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return content.hexdigest()[:16]


def _withdrawn() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name == _PACKAGE or name.startswith(f"{_PACKAGE}.")]
    return {name: sys.modules.pop(name) for name in names}


_MODULES = _ours(Path(__file__).resolve().parent / _PACKAGE)
_ERRORS: tuple[type[Exception], ...] = (
    _MODULES["stackwright.ontology"].OntologyError,
    _MODULES["stackwright.rendering"].RenderingError,
)
_FILTERS: dict[str, Callable[..., object]] = _MODULES["stackwright.rendering.filters"].FILTERS
_DESTINATION: type = _MODULES["stackwright.destination"].Destination


class Stackwright(Extension):
    """Gives templates our filters, and copier.yml its functions. One instance serves one destination."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.filters.update(_FILTERS)
        destination = _DESTINATION(environment.globals)
        for name in vars(_DESTINATION):
            if not name.startswith("_"):
                environment.globals[name] = _told(getattr(destination, name))
        _remember_strings(environment)


def _told(function: Callable[P, T]) -> Callable[P, T]:
    """Turn what is wrong with a model or an answer into a message without a traceback."""

    @functools.wraps(function)
    def telling(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return function(*args, **kwargs)
        except _ERRORS as error:
            raise UserMessageError(str(error)) from None

    return telling


def _remember_strings(environment: Environment) -> None:
    """Compile every string once: Copier compiles the parts of a yielded path for each file anew.

    Parsing is also when Copier's yield tag forgets its last loop, so a string from memory must do that.
    """
    compile_string = environment.from_string
    compiled: dict[str, Template] = {}

    def from_string(text: Any, *args: Any, **kwargs: Any) -> Template:
        if not isinstance(text, str) or args or kwargs:
            return compile_string(text, *args, **kwargs)
        loop = get_yield_context(environment)
        loop.yield_name = loop.yield_iterable = None
        if text not in compiled:
            compiled[text] = compile_string(text)
        return compiled[text]

    environment.from_string = from_string  # type: ignore[assignment,method-assign]
