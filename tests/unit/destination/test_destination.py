"""What copier.yml and the skeleton ask of a destination, and what they are answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from stackwright.destination import Destination
from stackwright.ontology import OntologyError, load, load_directory, source
from stackwright.project import UnmergeableError
from stackwright.rendering import Answers, files
from stackwright.rendering.errors import AnswerError
from stackwright.rendering.stacks import load_stacks

ROOT = Path(__file__).parents[3]
SHOP = ROOT / "examples/shop/ontology/shop.yml"


def conf(folder: Path, **data: str) -> dict[str, Any]:
    return {
        "src_path": str(ROOT),
        "dst_path": str(folder),
        "answers_file": ".copier-answers.yml",
        "data": data,
    }


def destination() -> Destination:
    return Destination({})


def put(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def prepared(folder: Path, **answers: str) -> tuple[Destination, dict[str, Any]]:
    """A destination that has been asked as Copier does, and what its templates see."""
    shown: dict[str, Any] = {}
    made = Destination(shown)
    settings = {"example": "shop", "package_name": "shop", "project_name": "Shop", **answers}
    of = conf(folder)
    record = made.model_snapshot(of, settings["example"])
    assert made.prepare({"_copier_conf": of, "model_lock": record, **settings}) == ""
    return made, shown


def rendered(folder: Path) -> Path:
    """A project of the shop, as an earlier copy has left it."""
    shop = load({"ontology/shop.yml": SHOP.read_text("utf-8")})
    put(folder, {path: file.text for path, file in files(shop, Answers()).items()})
    return put(
        folder,
        {
            "ontology/shop.yml": SHOP.read_text("utf-8"),
            ".copier-answers.yml": "project_name: Shop\npackage_name: shop\nstack: fastapi_sqlalchemy\n",
        },
    )


def test_right_answers_are_let_through(tmp_path: Path) -> None:
    assert destination().answers_checked(conf(tmp_path, stack="django", database="sqlite"))


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("stack", "djang", "stack: stack 'djang' is unknown; did you mean 'django'?"),
        ("database", "oracle", "database: 'oracle' is not one of sqlite, postgresql, mysql"),
        ("package_name", "Shop", "package_name: 'Shop' is no package name"),
    ],
)
def test_a_given_answer_is_refused_by_its_name(tmp_path: Path, name: str, value: str, complaint: str) -> None:
    with pytest.raises(AnswerError) as refused:
        destination().answers_checked(conf(tmp_path, **{name: value}))

    assert str(refused.value).startswith(complaint)


def test_a_recorded_stack_is_refused_by_its_file_unless_another_is_given(tmp_path: Path) -> None:
    put(tmp_path, {".copier-answers.yml": "stack: lost\n"})

    with pytest.raises(AnswerError, match=r"^\.copier-answers\.yml: stack 'lost' is unknown"):
        destination().answers_checked(conf(tmp_path))
    assert destination().answers_checked(conf(tmp_path, stack="django"))


def test_a_package_name_is_offered() -> None:
    assert destination().package_for("Order desk 2") == "order_desk_2"


def test_the_choices_are_the_stacks_that_can_be_rendered_by_their_titles(tmp_path: Path) -> None:
    choices = yaml.safe_load(destination().stack_choices(conf(tmp_path)))

    ready = [stack for stack in load_stacks(ROOT).values() if stack.status == "implemented"]
    assert list(choices.items()) == [(stack.title, stack.id) for stack in ready]


def test_the_usual_stack_is_offered_where_nothing_speaks_for_another(tmp_path: Path) -> None:
    assert destination().default_stack(conf(tmp_path / "nowhere")) == "fastapi_sqlalchemy"
    assert destination().default_stack(conf(tmp_path)) == "fastapi_sqlalchemy"


def test_the_stack_of_a_project_that_is_there_is_offered_and_why(tmp_path: Path) -> None:
    put(tmp_path, {"requirements.txt": "flask\nsqlalchemy\n"})

    assert destination().default_stack(conf(tmp_path)) == "flask_sqlalchemy"
    told = destination().greeting(conf(tmp_path))
    assert told.startswith("This folder holds a project already.")
    assert told.endswith("so flask_sqlalchemy is offered for it.\n")
    assert destination().greeting(conf(tmp_path, stack="django")) == ""


def test_a_project_of_ours_is_not_looked_at_again(tmp_path: Path) -> None:
    put(tmp_path, {"requirements.txt": "django\n", ".copier-answers.yml": "stack: fastapi_sqlmodel\n"})

    assert destination().default_stack(conf(tmp_path)) == "fastapi_sqlalchemy"
    assert destination().greeting(conf(tmp_path)) == ""


def test_a_model_with_mistakes_is_told_before_the_first_question(tmp_path: Path) -> None:
    put(tmp_path, {"ontology/shop.yml": "ontology: shop\nobjects:\n  Order:\n    fields: {a: uid}\n"})

    with pytest.raises(OntologyError, match="SW104"):
        destination().greeting(conf(tmp_path, stack="django"))


def test_a_model_is_found_where_there_is_one(tmp_path: Path) -> None:
    assert not destination().model_found(conf(tmp_path))

    put(tmp_path, {"ontology/shop.yml": SHOP.read_text("utf-8")})

    assert destination().model_found(conf(tmp_path))


def test_the_record_is_of_the_model_that_is_there_or_of_the_chosen_example(tmp_path: Path) -> None:
    clinic = source.load_record(destination().model_snapshot(conf(tmp_path), "clinic"))
    assert clinic == load_directory(ROOT / "examples/clinic")

    put(tmp_path, {"ontology/shop.yml": SHOP.read_text("utf-8")})
    own = source.load_record(destination().model_snapshot(conf(tmp_path), "clinic"))
    assert own == load_directory(ROOT / "examples/shop")


def test_a_record_is_made_anew_when_the_model_says_something_else(tmp_path: Path) -> None:
    asked = destination()
    record = asked.model_snapshot(conf(tmp_path), "shop")
    assert asked.model_stale(record, conf(tmp_path)) == ""  # no files that could say anything

    put(tmp_path, {"ontology/shop.yml": f"# With a comment.\n{SHOP.read_text('utf-8')}"})
    assert asked.model_stale(record, conf(tmp_path)) == ""

    put(tmp_path, {"ontology/shop.yml": SHOP.read_text("utf-8").replace("title: Shop", "title: Store")})
    assert asked.model_stale(record, conf(tmp_path)) == "the model has changed"

    put(tmp_path, {"ontology/shop.yml": "ontology: [\n"})
    assert asked.model_stale(record, conf(tmp_path)) == "the model cannot be read"


def test_a_new_project_gets_every_planned_file_and_the_example_with_its_comments(tmp_path: Path) -> None:
    made, shown = prepared(tmp_path, stack="django")

    shop = load_directory(ROOT / "examples/shop")
    planned = files(shop, Answers(stack="django"))
    todo = {file.path: file.text for file in made.project_files()}
    assert todo == {
        **{path: file.text for path, file in planned.items() if file.role != "skeleton"},
        "ontology/shop.yml": SHOP.read_text("utf-8"),
    }
    assert {file.owner for file in made.project_files() if file.path == "ontology/shop.yml"} == {"yours"}
    assert shown["package_name"] == "shop"
    assert shown["project"].stack.id == "django"


def test_a_model_that_is_no_example_comes_from_its_record(tmp_path: Path) -> None:
    own = tmp_path / "own"
    put(own, {"ontology/shop.yml": SHOP.read_text("utf-8").replace("title: Shop", "title: Store")})
    record = destination().model_snapshot(conf(own), "shop")
    made = destination()
    fresh = conf(tmp_path / "fresh")

    made.prepare({"_copier_conf": fresh, "model_lock": record, "example": "shop"})

    (model,) = [file for file in made.project_files() if file.path.startswith("ontology/")]
    assert load({model.path: model.text}) == load_directory(own)


def test_what_is_prepared_stays_until_an_answer_or_the_model_changes(tmp_path: Path) -> None:
    made, _ = prepared(tmp_path)
    of, first = conf(tmp_path), made.project_files()
    record = made.model_snapshot(of, "shop")
    settings = {"_copier_conf": of, "example": "shop", "package_name": "shop", "project_name": "Shop"}

    made.prepare({**settings, "model_lock": record})
    assert made.project_files() is first

    made.prepare({**settings, "model_lock": record, "description": "Another."})
    assert made.project_files() is not first


def test_a_file_of_the_user_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    made, _ = prepared(rendered(tmp_path))

    assert {file.owner for file in made.project_files()} == {"generated", "shared"}


def test_an_update_refuses_files_that_a_merge_would_spoil(tmp_path: Path) -> None:
    rendered(tmp_path)
    (tmp_path / "Makefile").write_bytes(b"run:\r\n")

    with pytest.raises(UnmergeableError, match="Makefile: has CRLF line endings"):
        prepared(tmp_path)


def test_what_another_stack_leaves_to_be_done_is_listed(tmp_path: Path) -> None:
    made = destination()
    made.greeting(conf(rendered(tmp_path)))
    assert made.switched(conf(tmp_path)) == ""

    put(
        tmp_path,
        {".copier-answers.yml": "project_name: Shop\npackage_name: shop\nstack: flask_sqlalchemy\n"},
    )

    assert made.switched(conf(tmp_path)) == "stack"
    left = dict(made.remaining(conf(tmp_path)))
    assert left["src/shop/app.py"].startswith("written for fastapi_sqlalchemy: `stackwright show src/shop/")
    assert "src/shop/settings.py" not in left


def test_action_files_that_the_model_knows_no_more_are_orphans(tmp_path: Path) -> None:
    rendered(tmp_path)
    put(tmp_path, {"src/shop/actions/shop/gone.py": "", "src/shop/actions/shop/__init__.py": ""})

    assert destination().orphans(conf(tmp_path)) == ["src/shop/actions/shop/gone.py"]
