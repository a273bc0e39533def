"""One destination of Copier: what its questions and its skeleton ask, answered without Copier.

`conf` is Copier's description of the run: where the template lies, where the project goes, what was given.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from jinja2 import pass_context

from stackwright import project
from stackwright.detection import detect, offer
from stackwright.ontology import OntologyError, load, source
from stackwright.rendering import Answers, File, RenderingError
from stackwright.rendering.answers import package_for, problem
from stackwright.rendering.errors import AnswerError
from stackwright.rendering.render import files, project_of
from stackwright.rendering.skeleton import names
from stackwright.rendering.stacks import load_stacks, stack_problem
from stackwright.switching import remaining, switched

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from stackwright.detection import Proposal
    from stackwright.ontology.ir import Model


class Destination:
    """What copier.yml and the skeleton call. `prepare` renders everything before Copier writes a byte."""

    def __init__(self, shown: MutableMapping[str, Any]) -> None:
        """Remember the table of names that templates see."""
        self._shown = shown
        self._files: Mapping[str, File] = {}
        self._todo: tuple[File, ...] = ()
        self._prepared_for: object = None
        self._proposals: dict[Path, Proposal] = {}
        self._before = Answers()

    def answers_checked(self, conf: Mapping[str, Any]) -> bool:
        """Refuse a given or recorded answer in one line, where Copier has a traceback or forgets it."""
        given = dict(conf["data"])
        for name, value in given.items():
            if found := self.answer_problem(name, value, conf):
                raise AnswerError(f"{name}: {found}")
        recorded = Path(conf["dst_path"], conf["answers_file"])
        stack = project.recorded_stack(recorded)
        if "stack" not in given and stack and (found := self.answer_problem("stack", stack, conf)):
            raise AnswerError(f"{recorded.name}: {found}")
        return True

    def answer_problem(self, name: str, value: object, conf: Mapping[str, Any]) -> str:
        """Say in one line what is wrong with an answer; nothing if it is right."""
        if name == "stack":
            return stack_problem(load_stacks(_root(conf)), str(value))
        return problem(name, value)

    def package_for(self, project_name: str) -> str:
        """Offer a package name for a project."""
        return package_for(project_name)

    def stack_choices(self, conf: Mapping[str, Any]) -> str:
        """Offer every stack that can be rendered, as the YAML that Copier reads its choices from."""
        ready = {
            stack.title: stack.id
            for stack in load_stacks(_root(conf)).values()
            if stack.status == "implemented"
        }
        return yaml.safe_dump(ready, sort_keys=False, allow_unicode=True)

    def default_stack(self, conf: Mapping[str, Any]) -> str:
        """Offer the stack that a project stands on which is there already, or the usual one."""
        proposal = self._proposal(conf)
        if proposal is None or proposal.stack is None or proposal.stack.status != "implemented":
            return Answers().stack
        return proposal.stack.id

    def greeting(self, conf: Mapping[str, Any]) -> str:
        """Refuse a model with mistakes before the first question; say which stack is offered, and why."""
        self.model_found(conf)
        recorded = Path(conf["dst_path"], conf["answers_file"])
        self._before = project.recorded_answers(recorded) if recorded.is_file() else Answers()
        proposal = None if "stack" in conf["data"] else self._proposal(conf)
        return "" if proposal is None else offer(proposal, self.default_stack(conf))

    def model_found(self, conf: Mapping[str, Any]) -> bool:
        """Tell whether the destination has a model; a model with mistakes is reported at once."""
        sources = project.model_sources(Path(conf["dst_path"]))
        if sources:
            _recorded(tuple(sources.items()))
        return bool(sources)

    def model_snapshot(self, conf: Mapping[str, Any], example: str) -> str:
        """Record the destination's model, or the chosen example where there is none."""
        sources = project.model_sources(Path(conf["dst_path"])) or _example(conf, example)
        return _recorded(tuple(sources.items()))

    def model_stale(self, record: str, conf: Mapping[str, Any]) -> str:
        """Say why a record must be made anew: the project's files say something else."""
        try:
            sources = project.model_sources(Path(conf["dst_path"]))
            if not sources:  # a scratch render of an update, a first copy, or lost files
                return ""
            same = source.same(record, _recorded(tuple(sources.items())))
        except (OntologyError, RenderingError):
            return "the model cannot be read"  # its record cannot be made either, and that says why
        return "" if same else "the model has changed"

    def _proposal(self, conf: Mapping[str, Any]) -> Proposal | None:
        """Look at the project that is there already; not where this template has been before."""
        folder = Path(conf["dst_path"])
        if (folder / conf["answers_file"]).is_file() or not folder.is_dir():
            return None
        if folder not in self._proposals:
            self._proposals[folder] = detect(folder, load_stacks(_root(conf)))
        return self._proposals[folder]

    @pass_context
    def prepare(self, context: Mapping[str, Any]) -> str:
        """Load, check, plan and render everything, before anything is written."""
        conf, record = context["_copier_conf"], context["model_lock"]
        answers = Answers.of(context)
        if self._prepared_for == (answers, record):  # Copier asks for a default more than once
            return ""
        root, folder = _root(conf), Path(conf["dst_path"])
        model = _model(record)
        self._files = files(model, answers, root)
        if (folder / conf["answers_file"]).is_file():  # an update, or a recopy
            project.check_mergeable(folder, self._files)
        before = project.rendered_before(folder)
        planned = (file for file in self._files.values() if file.role != "skeleton")
        self._todo = (
            *(file for file in planned if not project.kept(file, folder, before)),
            *_model_files(context, folder),
        )
        self._shown.update(names(project_of(model, answers, root)))
        self._prepared_for = (answers, record)
        return ""

    def project_files(self) -> tuple[File, ...]:
        """Return the files that Copier shall write."""
        return self._todo

    def switched(self, conf: Mapping[str, Any]) -> str:
        """Name the answer that has changed and shapes files of the user's; nothing if none has."""
        return switched(self._before, _answers(conf))

    def remaining(self, conf: Mapping[str, Any]) -> list[tuple[str, str]]:
        """List the user's files that the former stack or preset shaped, and what is to be done to each."""
        folder, root = Path(conf["dst_path"]), _root(conf)
        if stack_problem(load_stacks(root), self._before.stack):
            return []
        model = load(project.model_sources(folder))
        return list(remaining(folder, model, _answers(conf), self._before, root))

    def orphans(self, conf: Mapping[str, Any]) -> list[str]:
        """List the user's action files whose action the model no longer has."""
        return project.orphans(Path(conf["dst_path"]))


def _model_files(context: Mapping[str, Any], folder: Path) -> tuple[File, ...]:
    """Give the destination its model: the example with its comments, or what was last rendered."""
    if project.model_sources(folder):
        return ()
    recorded = context["model_lock"]
    sources = _example(context["_copier_conf"], context["example"])
    if not source.same(recorded, _recorded(tuple(sources.items()))):
        sources = {path: source.to_yaml(tree) for path, tree in source.unrecord(recorded).items()}
    return tuple(
        File(path=path, text=text, owner="yours", source="the model", role="model")
        for path, text in sources.items()
    )


def _example(conf: Mapping[str, Any], example: str) -> dict[str, str]:
    return project.model_sources(_root(conf) / "examples" / example)


@functools.lru_cache(maxsize=4)
def _recorded(sources: tuple[tuple[str, str], ...]) -> str:
    load(dict(sources))
    return source.record(dict(sources))


@functools.lru_cache(maxsize=4)
def _model(record: str) -> Model:
    return source.load_record(record)


def _root(conf: Mapping[str, Any]) -> Path:
    return Path(conf["src_path"]).resolve()


def _answers(conf: Mapping[str, Any]) -> Answers:
    return project.recorded_answers(Path(conf["dst_path"], conf["answers_file"]))
