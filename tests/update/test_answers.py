"""Every answer, alone and with others, makes a project."""

from __future__ import annotations

import tomllib
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from stackwright.ontology import load_directory
from stackwright.rendering import Answers, render

from tests.update.conftest import HERE, git, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.update.conftest import Template

QUESTIONS: dict[str, dict[str, Any]] = {
    name: question
    for name, question in yaml.safe_load((HERE / "copier.yml").read_text()).items()
    if name[0] != "_"
}
VISIBLE = {
    name: question
    for name, question in QUESTIONS.items()
    if question.get("ask") is not False and "when" not in question
}


@pytest.fixture
def copie_here(template: Template, copie: Any) -> Callable[..., Any]:
    """Copy the template with some answers, and let no exception pass unseen."""

    def copy(**answers: str) -> Any:
        result = copie.copy(extra_answers=answers, template_dir=template.folder)
        assert result.exception is None, result.exception
        assert result.exit_code == 0
        return result

    return copy


def test_at_most_nine_questions_are_asked_and_each_explains_itself() -> None:
    assert len(VISIBLE) <= 9
    for name, question in VISIBLE.items():
        assert question["help"].strip(), name
        assert "default" in question, name
        assert question["validator"], name


def test_every_choice_is_described() -> None:
    for question in VISIBLE.values():
        if isinstance(choices := question.get("choices", {}), dict):
            assert not [title for title, value in choices.items() if len(title) < len(str(value)) + 5]


@pytest.mark.parametrize(
    ("database", "example"), [*product(["sqlite", "postgresql", "mysql"], ["shop", "clinic", "empty"])]
)
def test_databases_and_examples(copie_here: Callable[..., Any], database: str, example: str) -> None:
    folder = copie_here(database=database, example=example).project_dir

    project = tomllib.loads((folder / "pyproject.toml").read_text())["project"]

    driver = {"sqlite": "aiosqlite", "postgresql": "asyncpg", "mysql": "asyncmy"}[database]
    assert any(requirement.startswith(driver) for requirement in project["dependencies"])
    model = {"shop": "shop.yml", "clinic": "clinic.yml", "empty": "business.yml"}[example]
    assert (folder / "ontology" / model).is_file()


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("Order Desk 24", "order_desk_24"),
        ("Bücher & Café", "bucher_cafe"),
        ("注文", "service"),
        ("Test", "test_service"),
        ("2 Shops", "shops"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_package_name_is_made_of_the_projects(
    copie_here: Callable[..., Any], name: str, package: str
) -> None:
    folder = copie_here(project_name=name).project_dir

    assert (folder / "src" / package / "__init__.py").is_file()


def test_texts_of_every_kind_arrive_as_they_were_given(copie_here: Callable[..., Any]) -> None:
    text = """It's a "shop" \\ {{ x }} {% raw %} # <b> 注 😀 'end'"""

    folder = copie_here(description=text, author=text, project_name=text, licence="MIT").project_dir

    project = tomllib.loads((folder / "pyproject.toml").read_text())["project"]
    assert project["description"] == text
    assert project["authors"] == [{"name": text}]
    assert yaml.safe_load((folder / ".copier-answers.yml").read_text())["description"] == text
    assert text in (folder / "LICENSE").read_text()
    namespace: dict[str, str] = {}
    exec(compile((folder / "src/it_s_a_shop_x_raw_b_end/__init__.py").read_text(), "p", "exec"), namespace)
    assert text in namespace["__doc__"]


def test_a_project_is_clean_after_git_add(copie_here: Callable[..., Any]) -> None:
    folder = copie_here().project_dir
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")

    status = git(folder, "status", "--porcelain")

    assert all(line.startswith("A  ") for line in status.splitlines())
    assert ".copier-answers.yml" in status


@pytest.mark.parametrize("example", ["shop", "clinic", "empty"])
def test_copier_writes_what_the_pure_renderer_makes(
    whole_template: Template, tmp_path: Path, example: str
) -> None:
    project = make(
        whole_template, tmp_path / "p", data={"example": example, "licence": "MIT", "author": "Ada"}
    )

    answers = Answers(licence="MIT", author="Ada")
    made = {path: text.encode() for path, text in render(load_directory(project.folder), answers).items()}

    others = {path for path in project.files if path.startswith("ontology/")} | {".copier-answers.yml"}
    assert {path: text for path, text in project.files.items() if path not in others} == made
