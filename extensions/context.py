"""The one file that Copier loads: the package beside it, under the settings that Copier needs.

Everything is loaded, checked, planned and rendered while Copier still asks its questions (`prepare`), so an
error never leaves half a project. What is rendered then waits here until Copier writes it.
"""

from __future__ import annotations

import functools
import hashlib
import importlib
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import yaml
from copier._jinja_ext import get_yield_context
from copier.errors import UserMessageError
from jinja2 import pass_context
from jinja2.ext import Extension

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from jinja2 import Environment, Template

_CALLED = (
    "answer_problem",
    "answers_checked",
    "greeting",
    "model_found",
    "model_snapshot",
    "model_stale",
    "orphans",
    "package_for",
    "prepare",
    "project_files",
    "stack_choices",
)
P = ParamSpec("P")
T = TypeVar("T")
_PACKAGE = "stackwright"


def _ours(folder: Path) -> dict[str, ModuleType]:
    """Import the package that belongs to this version of the template, and leave no trace of it.

    An update renders two versions in one process: an ordinary import would give the second the first one's
    code. The modules of each version are kept under a name that holds the version's folder.
    """
    kept = f"_{_PACKAGE}_{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
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
            for part in ("ontology.source", "project", "rendering.render", "rendering.skeleton"):
                importlib.import_module(f"{_PACKAGE}.{part}")
            package.__dict__["_modules"] = _withdrawn()
            sys.modules[kept] = package
        finally:
            _withdrawn()
            sys.modules.update(others)
    modules: dict[str, ModuleType] = sys.modules[kept].__dict__["_modules"]
    return modules


def _withdrawn() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name == _PACKAGE or name.startswith(f"{_PACKAGE}.")]
    return {name: sys.modules.pop(name) for name in names}


_MODULES = _ours(Path(__file__).resolve().parent / _PACKAGE)
ontology: Any = _MODULES["stackwright.ontology"]
source: Any = _MODULES["stackwright.ontology.source"]
on_disk: Any = _MODULES["stackwright.project"]
rendering: Any = _MODULES["stackwright.rendering"]
answering: Any = _MODULES["stackwright.rendering.answers"]
stacks: Any = _MODULES["stackwright.rendering.stacks"]
skeleton: Any = _MODULES["stackwright.rendering.skeleton"]
renderer: Any = _MODULES["stackwright.rendering.render"]
filters: Any = _MODULES["stackwright.rendering.filters"]


def _told(function: Callable[P, T]) -> Callable[P, T]:
    """Turn what is wrong with a model or an answer into a message without a traceback."""

    @functools.wraps(function)
    def telling(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return function(*args, **kwargs)
        except (ontology.OntologyError, rendering.RenderingError) as error:
            raise UserMessageError(str(error)) from None

    return telling


@functools.lru_cache(maxsize=4)
def _recorded(sources: tuple[tuple[str, str], ...]) -> str:
    ontology.load(dict(sources))
    record: str = source.record(dict(sources))
    return record


@functools.lru_cache(maxsize=4)
def _model(record: str) -> Any:
    return source.load_record(record)


class Stackwright(Extension):
    """What copier.yml and the skeleton call. One instance serves one destination."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._files: Mapping[str, Any] = {}
        self._todo: tuple[Any, ...] = ()
        self._prepared_for: object = None
        environment.filters.update(filters.FILTERS)
        environment.globals.update(
            {
                name: _told(getattr(self, name))
                for name in (
                    "answers_checked",
                    "answer_problem",
                    "stack_choices",
                    "model_found",
                    "model_snapshot",
                    "model_stale",
                    "prepare",
                    "project_files",
                    "orphans",
                    "package_for",
                    "greeting",
                )  # fmt: skip
            }
        )
        _remember_strings(environment)

    def answers_checked(self, conf: Mapping[str, Any]) -> bool:
        """Refuse a given or recorded answer in one line, where Copier would print a traceback or forget it."""
        given = dict(conf["data"])
        for name, value in given.items():
            if problem := self.answer_problem(name, value, conf):
                raise UserMessageError(f"{name}: {problem}")
        recorded = Path(conf["dst_path"], conf["answers_file"] or ".copier-answers.yml")
        if "stack" not in given and recorded.is_file():
            stack = (yaml.safe_load(recorded.read_text("utf-8")) or {}).get("stack", "")
            if stack and (problem := self.answer_problem("stack", stack, conf)):
                raise UserMessageError(f"{recorded.name}: {problem}")
        return True

    def answer_problem(self, name: str, value: object, conf: Mapping[str, Any]) -> str:
        """Say in one line what is wrong with an answer; nothing if it is right."""
        if name == "stack":
            problem: str = stacks.stack_problem(stacks.load_stacks(_root(conf)), str(value))
            return problem
        checked: str = answering.problem(name, value)
        return checked

    def package_for(self, project_name: str) -> str:
        """Offer a package name for a project."""
        package: str = answering.package_for(project_name)
        return package

    def greeting(self, conf: Mapping[str, Any]) -> str:
        """Refuse a model with mistakes before the first question; otherwise say nothing."""
        self.model_found(conf)
        return ""

    def stack_choices(self, conf: Mapping[str, Any]) -> str:
        """Offer every stack that can be rendered, as the YAML that Copier reads its choices from."""
        ready = [stack for stack in stacks.load_stacks(_root(conf)).values() if stack.status == "implemented"]
        return yaml.safe_dump({stack.title: stack.id for stack in ready}, sort_keys=False, allow_unicode=True)

    def model_found(self, conf: Mapping[str, Any]) -> bool:
        """Tell whether the destination has a model; a model with mistakes is reported at once."""
        sources = on_disk.model_sources(Path(conf["dst_path"]))
        if sources:
            _recorded(tuple(sources.items()))
        return bool(sources)

    def model_snapshot(self, conf: Mapping[str, Any], example: str) -> str:
        """Record the destination's model, or the chosen example where there is none."""
        sources = on_disk.model_sources(Path(conf["dst_path"])) or self._example(conf, example)
        return _recorded(tuple(sources.items()))

    def model_stale(self, record: str, conf: Mapping[str, Any]) -> str:
        """Say why a record must be made anew: the project's files say something else."""
        sources = on_disk.model_sources(Path(conf["dst_path"]))
        if not sources:  # a scratch render of an update, a first copy, or lost files
            return ""
        try:
            same = source.unrecord(record) == source.unrecord(_recorded(tuple(sources.items())))
        except (ontology.OntologyError, rendering.RenderingError):
            return "the model cannot be read"  # its record cannot be made either, and that says why
        return "" if same else "the model has changed"

    @pass_context
    def prepare(self, context: Mapping[str, Any]) -> str:
        """Load, check, plan and render everything, before anything is written."""
        conf = context["_copier_conf"]
        root, folder = _root(conf), Path(conf["dst_path"])
        answers = answering.Answers.of(context)
        model = _model(context["model_lock"])
        if self._prepared_for == (answers, context["model_lock"]):  # Copier asks for a default more than once
            return ""
        self._files = renderer.files(model, answers, root)
        if (folder / conf["answers_file"]).is_file():  # an update, or a recopy
            on_disk.check_mergeable(folder, self._files)
        project = renderer.project_of(model, answers, root)
        self.environment.globals.update(skeleton.names(project))
        before = on_disk.rendered_before(folder)
        self._todo = (
            *(
                file
                for file in self._files.values()
                if file.role != "skeleton" and not _kept(file, folder, before)
            ),
            *self._model_files(context, folder),
        )
        self._prepared_for = (answers, context["model_lock"])
        return ""

    def project_files(self) -> tuple[Any, ...]:
        """Return the files that Copier shall write."""
        return self._todo

    def orphans(self, conf: Mapping[str, Any]) -> list[str]:
        """List the user's action files whose action the model no longer has."""
        found: list[str] = on_disk.orphans(Path(conf["dst_path"]), self._files)
        return found

    def _model_files(self, context: Mapping[str, Any], folder: Path) -> tuple[Any, ...]:
        """Give the destination its model: the example with its comments, or what was last rendered."""
        if on_disk.model_sources(folder):
            return ()
        conf, record = context["_copier_conf"], context["model_lock"]
        sources = self._example(conf, context["example"])
        if source.unrecord(_recorded(tuple(sources.items()))) != source.unrecord(record):
            sources = {path: source.to_yaml(tree) for path, tree in source.unrecord(record).items()}
        return tuple(
            rendering.File(path=path, text=text, owner="yours", source="the model", role="model")
            for path, text in sources.items()
        )

    def _example(self, conf: Mapping[str, Any], example: str) -> dict[str, str]:
        sources: dict[str, str] = on_disk.model_sources(_root(conf) / "examples" / example)
        return sources


def _kept(file: Any, folder: Path, before: frozenset[str]) -> bool:
    """Tell whether a file is the user's, and there already or deleted on purpose."""
    return file.owner == "yours" and ((folder / file.path).exists() or file.path in before)


def _root(conf: Mapping[str, Any]) -> Path:
    return Path(conf["src_path"]).resolve()


def _remember_strings(environment: Environment) -> None:
    """Compile every string once: Copier compiles the parts of a yielded path for each file anew.

    Parsing is also when Copier's yield tag forgets its last loop, so a string from memory must do that itself.
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

    environment.from_string = from_string  # type: ignore[method-assign]
