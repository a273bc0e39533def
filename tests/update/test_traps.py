"""The traps of Copier that we know of; each test names the one that it keeps us out of."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import copier
import jinja2
import pathspec
import pytest
import yaml
from copier.errors import UserMessageError

from tests.update.conftest import HERE, Rendered, Template, commit, git, make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODEL = "ontology/shop.yml"
INVOICE = "objects:\n  Invoice:\n    fields:\n      id: uuid, key\n"
CONFIGURATION: dict[str, Any] = yaml.safe_load((HERE / "copier.yml").read_text("utf-8"))


def test_trap_1_the_new_version_renders_with_its_own_package(versions: Template, old: Rendered) -> None:
    def change(folder: Path) -> None:
        code = folder / "extensions/stackwright/rendering/texts.py"
        code.write_text(
            code.read_text().replace('digest(scope.model) + "\\n"', 'f"v2 {digest(scope.model)}\\n"')
        )

    old.edit("Makefile", "PYTHON ?= python3", "PYTHON ?= python3.12")
    before = old.read(".stackwright/model.sha256")
    versions.version("v2.0.0", change)

    old.update()

    assert old.read(".stackwright/model.sha256") == f"v2 {before}"
    assert "PYTHON ?= python3.12" in old.read("Makefile")


def test_trap_1_the_package_leaves_no_trace_in_the_process(shop_once: Rendered) -> None:
    code = "import sys, context; print([name for name in sys.modules if name.startswith('stackwright')])"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HERE / "extensions", capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
    assert shop_once.has("src/shop/app.py")


def test_trap_2_the_project_is_rendered_once_per_destination(versions: Template, tmp_path: Path) -> None:
    def change(folder: Path) -> None:
        code = folder / "extensions/stackwright/rendering/render.py"
        note = f'    open({str(tmp_path / "calls")!r}, "a").write("x")\n    project = project_of(model'
        code.write_text(code.read_text().replace("    project = project_of(model", note, 1))

    versions.version("v1.1.0", change)
    shop = make(versions, tmp_path / "shop")
    assert (tmp_path / "calls").read_text() == "x"

    shop.update()

    assert (tmp_path / "calls").read_text() == "x" * 4


def test_trap_3_the_parts_of_a_path_are_compiled_once(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    compile_ = jinja2.Environment.compile

    def counting(self: jinja2.Environment, source: Any, *args: Any, **kwargs: Any) -> Any:
        compiled.append(str(source))
        return compile_(self, source, *args, **kwargs)

    objects = "".join(f"  Thing{number}: {{fields: {{id: 'uuid, key'}}}}\n" for number in range(40))
    (tmp_path / "many/ontology").mkdir(parents=True)
    (tmp_path / "many" / MODEL).write_text(f"ontology: shop\nobjects:\n{objects}")
    monkeypatch.setattr(jinja2.Environment, "compile", counting)

    make(template, tmp_path / "many")

    assert sum("yield" in source for source in compiled) == 1
    assert len(compiled) < 150


def test_trap_4_there_are_no_tasks() -> None:
    assert not {"_tasks", "_migrations"} & set(CONFIGURATION)


def test_trap_5_the_paths_that_are_skipped_are_literal() -> None:
    assert not [pattern for pattern in CONFIGURATION["_skip_if_exists"] if "{" in pattern]


def test_trap_6_nothing_that_git_ignores_is_rendered(shop_once: Rendered) -> None:
    ignored = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],
        cwd=shop_once.folder,
        input="\n".join(shop_once.files),
        capture_output=True,
        text=True,
        check=False,
    )

    assert ignored.stdout == ""
    assert shop_once.has(".env.example")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"# caf\xe9\n", "not UTF-8"), (b"one\r\ntwo\r\n", "CRLF")],
    ids=["latin-1", "crlf"],
)
def test_trap_7_what_a_merge_would_spoil_is_refused(shop: Rendered, content: bytes, complaint: str) -> None:
    (shop.folder / ".gitattributes").unlink()
    for path in ("NOTES.md", "src/shop/app.py"):
        (shop.folder / path).write_bytes(content)
    shop.edit(MODEL, "objects:\n", INVOICE)
    shop.commit()
    before = shop.files

    with pytest.raises(UserMessageError, match=rf"NOTES\.md: .*{complaint}") as refusal:
        shop.update()

    assert "app.py" not in str(refusal.value)  # it is the user's, and never merged
    assert shop.files == before


def test_trap_7_every_rendered_file_ends_its_lines_in_lf(shop_once: Rendered) -> None:
    assert "eol=lf" in shop_once.read(".gitattributes")
    assert not [path for path, content in shop_once.files.items() if b"\r" in content]


def test_trap_9_what_is_skipped_and_what_is_left_out_are_the_same() -> None:
    left_out = CONFIGURATION["_exclude"][0].splitlines()[1:-1]

    assert [pattern.strip() for pattern in left_out] == CONFIGURATION["_skip_if_exists"]
    assert len(CONFIGURATION["_exclude"]) == 1


def test_trap_9_an_answers_file_without_the_newer_questions_still_updates(shop: Rendered) -> None:
    answers = shop.read(".copier-answers.yml")
    lines = [
        line for line in answers.splitlines() if not line.startswith(("example:", "licence:", "database:"))
    ]
    shop.write(".copier-answers.yml", "\n".join(lines) + "\n")

    shop.update()

    assert shop.changes.split() in ([], ["M", ".copier-answers.yml"])
    assert shop.answers["licence"] == "none"


@pytest.mark.parametrize("name", ["../up", "a/b", "CON\nx", "x y", "é"])
def test_trap_10_a_name_cannot_leave_its_folder(template: Template, tmp_path: Path, name: str) -> None:
    (tmp_path / "new/ontology").mkdir(parents=True)
    text = yaml.safe_dump(
        {"ontology": "shop", "objects": {name: {"fields": {"id": "uuid, key"}}}}, allow_unicode=True
    )
    (tmp_path / "new" / MODEL).write_text(text)

    with pytest.raises(UserMessageError):
        make(template, tmp_path / "new")

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["new", "ontology", "shop.yml"]


@pytest.mark.parametrize("package", ["../up", "a/b", "Shop", "class", "json", "con\n", "x" * 41])
def test_trap_10_nor_can_a_package(template: Template, tmp_path: Path, package: str) -> None:
    with pytest.raises(UserMessageError, match=r"^package_name: ") as refusal:
        make(template, tmp_path / "new", data={"package_name": package})

    assert "\n" not in str(refusal.value)
    assert not (tmp_path / "new").exists()


def test_trap_10_template_file_names_work_everywhere() -> None:
    names = [path.relative_to(HERE).as_posix() for path in (HERE / "template").rglob("*")]

    assert names
    assert not [name for name in names if set(name) & set('|"<>:?*\\')]


def test_trap_11_a_plain_directory_can_be_copied_and_says_that_it_cannot_be_updated(
    versions: Template, tmp_path: Path
) -> None:
    git(versions.folder, "tag", "--delete", "v1.0.0")
    (versions.folder / ".git").rename(tmp_path / "elsewhere")
    shop = make(versions, tmp_path / "shop")

    with pytest.raises(UserMessageError, match=r"template references|git-tracked"):
        shop.update()


@pytest.fixture
def closed_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("closed_umask")
def test_trap_12_a_closed_umask_makes_the_same_project(
    template: Template, shop_once: Rendered, tmp_path: Path
) -> None:
    shop = make(template, tmp_path / "shop")

    assert shop.files == shop_once.files
    shop.update()
    assert shop.changes == ""


def test_trap_13_conditions_in_paths_are_short_and_name_one_capability() -> None:
    conditions = [
        part
        for path in (HERE / "template").rglob("*")
        for part in path.name.split("{{")
        if part.startswith("{% if")
    ]

    assert not [
        part for part in conditions if not re.match(r"\{% if project\.[a-z_.]+ %\}", part) or len(part) > 60
    ]


@pytest.mark.parametrize("licence", ["none", "MIT", "Apache-2.0"])
def test_trap_14_bodies_outside_the_subdirectory_are_found(
    template: Template, tmp_path: Path, licence: str
) -> None:
    project = make(template, tmp_path / "shop", data={"licence": licence, "author": "Ada"})

    assert project.has("LICENSE") == (licence != "none")


def test_trap_15_an_unknown_stack_is_named_in_one_line(template: Template, tmp_path: Path) -> None:
    with pytest.raises(UserMessageError, match="did you mean 'fastapi_sqlalchemy'") as refusal:
        make(template, tmp_path / "new", data={"stack": "fastapi_sqlalchmey"})

    assert "\n" not in str(refusal.value)


def test_trap_15_a_planned_stack_says_so(versions: Template, tmp_path: Path) -> None:
    def plan(folder: Path) -> None:
        manifest = folder / "stacks/django.yml"
        manifest.write_text(manifest.read_text("utf-8").replace("implemented", "planned"), "utf-8")

    versions.version("v2.0.0", plan)

    with pytest.raises(UserMessageError, match="'django' is planned"):
        make(versions, tmp_path / "new", data={"stack": "django"})


def test_trap_15_a_recorded_stack_that_is_gone_is_not_replaced_silently(
    versions: Template, old: Rendered
) -> None:
    def change(folder: Path) -> None:
        manifest = folder / "stacks/fastapi_sqlalchemy.yml"
        manifest.rename(manifest.with_name("fastapi_other.yml"))

    versions.version("v2.0.0", change)
    before = old.files

    with pytest.raises(UserMessageError, match="'fastapi_sqlalchemy' is unknown"):
        old.update()

    assert old.files == before


def test_a_failing_template_leaves_the_project_untouched(versions: Template, old: Rendered) -> None:
    def change(folder: Path) -> None:
        (folder / "stacks/lean/notes.md.jinja").write_text("{{ nobody.knows }}\n")

    versions.version("v2.0.0", change)
    old.edit(MODEL, "objects:\n", INVOICE)
    old.commit()
    before = old.files

    with pytest.raises(UserMessageError, match=re.escape("stacks/lean/notes.md.jinja")):
        old.update()

    assert old.files == before


def test_the_user_paths_are_those_of_copier_yml(whole_template: Template, tmp_path: Path) -> None:
    whole = make(whole_template, tmp_path / "whole")

    owners = json.loads(whole.read(".stackwright/manifest.json"))["files"]
    skipped = pathspec.PathSpec.from_lines("gitignore", CONFIGURATION["_skip_if_exists"])
    theirs = {path for path, about in owners.items() if about["owner"] == "yours"}

    assert {path for path in owners if skipped.match_file(path)} == theirs
    assert set(whole.files) == {*owners, ".copier-answers.yml", ".stackwright/manifest.json"}
    whole.update()
    assert whole.changes == ""


def test_a_project_in_a_folder_of_a_larger_repository_updates(template: Template, tmp_path: Path) -> None:
    repository = tmp_path / "mono"
    folder = repository / "services/shop"
    folder.parent.mkdir(parents=True)
    copier.run_copy(str(template.folder), folder, defaults=True, unsafe=True, quiet=True)
    (repository / "README.md").write_text("All of it.\n")
    git(repository, "init", "--quiet")
    commit(repository)
    shop = Rendered(folder)
    shop.write("src/shop/app.py", "# mine\n")
    shop.edit(MODEL, "objects:\n", INVOICE)

    shop.update()

    assert shop.has("src/shop/generated/shop/contract/invoice.py")
    assert shop.read("src/shop/app.py") == "# mine\n"
    shop.update()
    assert shop.changes == ""
