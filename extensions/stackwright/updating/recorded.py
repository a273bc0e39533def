"""What a project says of its last render: where the template came from, the answers, the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import yaml

from stackwright.ontology import load, source
from stackwright.project import ANSWERS_FILE, model_sources
from stackwright.rendering import Answers
from stackwright.rendering.errors import AnswerError
from stackwright.rendering.render import HERE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from stackwright.ontology.ir import Model

_FILES = ".copier-answers*.yml"  # with `copier copy -a`, a folder has one for each of its templates
_RECORD = "model_lock"


@dataclass(frozen=True, slots=True)
class Recorded:
    """The record of a project's last render. `values` is the answers file of that name, key by key."""

    folder: Path
    name: str
    head: str
    values: Mapping[str, Any]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Read the record; AnswerError where there is none, or one that cannot be read."""
        name = _name(folder)
        try:
            text = (folder / name).read_text("utf-8-sig")
            values = yaml.safe_load(text)
        except UnicodeDecodeError as error:
            raise AnswerError(f"{name}: not UTF-8 at byte {error.start}") from None
        except yaml.YAMLError as error:
            place = getattr(error, "problem_mark", None)
            line = f", line {place.line + 1}" if place else ""
            raise AnswerError(f"{name}{line}: cannot be read; is there a conflict left?") from None
        if not isinstance(values, dict) or _RECORD not in values:
            raise AnswerError(f"{name} has no {_RECORD}: this project is of another template")
        head = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
        return cls(folder, name, head, values)

    @property
    def answers(self) -> Answers:
        """The answers of the last render."""
        return Answers.of(self.values)

    @property
    def commit(self) -> str:
        """The version of the template, as Copier names it; nothing for a template without versions."""
        return str(self.values.get("_commit") or "")

    @property
    def template(self) -> str:
        """Where the template came from."""
        return str(self.values.get("_src_path") or "the template")

    @property
    def model(self) -> Model:
        """The model of the last render; OntologyError where its record is damaged."""
        return source.load_record(str(self.values[_RECORD]))

    def sources(self) -> dict[str, str]:
        """Return the model's files as they are now, rebuilt from the record where there are none."""
        if found := model_sources(self.folder):
            return found
        example = model_sources(HERE / "examples" / str(self.values.get("example", "")))
        if example and self.holds(example):
            return example  # with its comments
        trees = source.unrecord(str(self.values[_RECORD]))
        return {path: source.to_yaml(tree) for path, tree in trees.items()}

    def holds(self, sources: Mapping[str, str]) -> bool:
        """Tell whether these are the files of the last render, but for comments and layout."""
        return source.same(source.record(sources), str(self.values[_RECORD]))

    def text(self, answers: Mapping[str, Any], sources: Mapping[str, str]) -> str:
        """Return the answers file after a render of these sources with these answers, as Copier writes it."""
        record = str(self.values[_RECORD]) if self.holds(sources) else source.record(sources)
        return self.changed({**answers, _RECORD: record})

    def changed(self, values: Mapping[str, Any]) -> str:
        """Return the answers file with other values, as Copier writes it."""
        merged = {**self.values, **values}
        return self.head + yaml.dump(merged, indent=4, allow_unicode=True, default_flow_style=False)


def _name(folder: Path) -> str:
    """Return the name of the answers file that is of this template, or the usual one where none is."""
    known = [path for path in sorted(folder.glob(_FILES)) if path.is_file()]
    if not known:
        raise AnswerError(f"{ANSWERS_FILE} is not there: this is no rendered project")
    ours = [path.name for path in known if f"\n{_RECORD}:".encode() in path.read_bytes()]
    if len(ours) > 1:
        raise AnswerError(f"{' and '.join(ours)} are both of this template; a project has one of them")
    return ours[0] if ours else known[0].name


def loaded(sources: Mapping[str, str]) -> Model:
    """Return the model of its files; OntologyError tells what is wrong with them."""
    return load(dict(sources))
