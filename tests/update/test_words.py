"""What `plan`, `update`, `undo` and their neighbours print, to the letter."""

from __future__ import annotations

import json
import shutil
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from stackwright.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.update.conftest import Rendered

    Say = Callable[..., tuple[int, str, str]]

MODEL = "ontology/shop.yml"
ORDER = "src/shop/generated/shop/contract/order.py"
PLAN = """\
minor
  shop.Order.weight  field-added  the field is new
      requests need not have it; readers ignore what they do not know [touches api, database and source]

minor: 1 compatible change
database: 1 change to migrate

~ .copier-answers.yml
~ .stackwright/manifest.json                    model
~ .stackwright/model.sha256                     model
~ .stackwright/report.json                      model
~ docs/model.md                                 model
~ openapi.json                                  model
m src/shop/generated/shop/contract/order.py     model; edited by hand: merged
~ src/shop/generated/shop/persistence/order.py  model
~ tests/generated/samples.json                  model

8 to change, 1 to merge
The database must follow: after the update, make migration m="what has changed".
"""


@pytest.fixture
def say(project: Rendered, capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a command where the model has a new field, and a generated file an edit."""
    project.edit(MODEL, "      total: Money\n", "      total: Money\n      weight: decimal(9, 3)?\n")
    project.write(ORDER, project.read(ORDER) + "\n\nOURS = 1\n")
    project.commit()

    def say(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return say


def test_a_plan(say: Say) -> None:
    assert say("plan") == (2, PLAN, "")


def test_a_plan_with_its_lines(say: Say) -> None:
    _, shown, _ = say("plan", "--diff")

    lines = shown.splitlines()
    at = lines.index("~ tests/generated/samples.json                  model")
    assert lines[at:] == [
        lines[at],
        "    @@ -45,4 +45,5 @@",
        "             },",
        '             "total": "1.00",',
        '    +        "weight": "1.000",',
        '             "tags": [',
        '               "Tags 1"',
        "    @@ -87,5 +88,6 @@",
        '           "equal": [',
        '             "id",',
        '    -        "total"',
        '    +        "total",',
        '    +        "weight"',
        "           ]",
        "         },",
        "",
        *PLAN.splitlines()[-2:],
    ]
    assert [line for line in lines if not line.startswith(" " * 4)] == [
        line for line in PLAN.splitlines() if not line.startswith(" " * 4)
    ]
    assert max(len(line) for line in lines) == len("    ") + 160 + len("…")


def test_an_update_and_what_takes_it_back(say: Say) -> None:
    done = "Done. Look at `git diff`, run `make test`, then commit. To take it back: stackwright undo\n"
    assert say("update") == (2, PLAN + done, "")
    assert say("plan") == (
        1,
        "",
        dedent("""\
            These files have changes that are not committed:
              .copier-answers.yml
              .stackwright/manifest.json
              .stackwright/model.sha256
              .stackwright/report.json
              docs/model.md
              openapi.json
              src/shop/generated/shop/contract/order.py
              src/shop/generated/shop/persistence/order.py
              tests/generated/samples.json
            Commit or stash them, and run the command again.
            """),
    )
    assert say("undo") == (2, "Taken back: 9 files are as they were before the update.\n", "")


def test_the_same_for_machines(say: Say, project: Rendered) -> None:
    before = project.read(ORDER)
    paths = [line.split()[1] for line in PLAN.splitlines() if line[:1] in "~m" and line[1:2] == " "]

    code, planned, _ = say("plan", "--json")
    assert (code, say("update", "--json")) == (2, (2, planned, ""))
    told = json.loads(planned)
    assert {key: told[key] for key in ("ok", "from", "to", "migration")} == {
        "ok": True,
        "from": "v1.0.0",
        "to": "v1.0.0",
        "migration": True,
    }
    assert [change["kind"] for change in told["model"]["changes"]] == ["field-added"]
    assert [file["path"] for file in told["files"]] == paths
    assert told["files"][0] == {
        "path": ".copier-answers.yml",
        "action": "change",
        "owner": "shared",
        "causes": [],
        "edited": False,
    }

    code, undone, _ = say("undo", "--json")
    assert (code, json.loads(undone)) == (2, {"ok": True, "files": paths})
    assert project.read(ORDER) == before
    code, refused, _ = say("undo", "--json")
    assert (code, json.loads(refused)["ok"]) == (1, False)


def test_what_a_new_stack_leaves_to_do(say: Say, project: Rendered) -> None:
    project.write(MODEL, project.read(MODEL).replace("approve_order", "accept_order"))

    code, said, _ = say("update", "--data", "stack=django")

    assert code == 2
    lines = said.splitlines()
    assert next(line.split()[2:] for line in lines if line.startswith("+ src/shop/actions/")) == ["model"]
    assert next(line.split()[2:] for line in lines if line.startswith("+ manage.py")) == ["answers"]
    left = lines[lines.index(next(line for line in lines if line.startswith("Done."))) + 1 :]
    own = "src/shop/__main__.py"
    assert left[:4] == [
        "",
        "The stack is another one now. These files are yours and stay as you leave them:",
        "  src/shop/app.py: django does without it",
        f"  {own}: written for fastapi_sqlalchemy: `stackwright show {own}` prints what django begins with",
    ]
    assert left[-3:] == [
        "",
        "Yours, but no longer in the model; move what you still need, then delete:",
        "  src/shop/actions/shop/approve_order.py",
    ]


def test_answers_that_are_none(say: Say) -> None:
    names = "project_name, package_name, description, stack, preset, database, author, licence"
    stacks = "django, fastapi_sqlalchemy, fastapi_sqlmodel, flask_sqlalchemy, flask_sqlmodel"
    assert say("plan", "--data", "stack") == (1, "", f"--data stack: NAME=VALUE, with one of {names}\n")
    assert say("plan", "--data", "stak=x") == (
        1, "", f"--data stak=x: NAME=VALUE, with one of {names}; did you mean stack?\n",
    )  # fmt: skip
    assert say("update", "--data", "stack=x") == (1, "", f"stack 'x' is unknown; there is {stacks}\n")


def test_what_there_is_to_check(say: Say) -> None:
    edited = f"{ORDER}: generated, and edited by hand"
    waits = "the model has changed since the last render (1 change): stackwright update"
    assert say("check") == (1, f"{waits}\n", f"{edited}\n")

    code, told, _ = say("check", "--json")
    state = json.loads(told)
    assert len(state.pop("digest")) == 64
    assert (code, state) == (
        1, {"ok": False, "problems": [], "errors": [edited], "todo": [waits], "notes": []},
    )  # fmt: skip


def test_a_problem_of_the_model(say: Say, project: Rendered) -> None:
    project.edit(MODEL, "weight: decimal(9, 3)?", "weight: Mony")

    code, told, _ = say("check", "--json")
    (problem,) = json.loads(told)["problems"]

    at = next(
        (line, text.index("Mony") + 1)
        for line, text in enumerate(project.read(MODEL).splitlines(), 1)
        if "Mony" in text
    )
    assert (code, (problem.pop("line"), problem.pop("column"))) == (1, at)
    assert problem == {
        "code": "SW104",
        "message": "unknown type 'Mony'",
        "file": "ontology/shop.yml",
        "hint": "did you mean 'Money'?",
        "help": "types are string(n), text, bool, short, int, long, float, double, decimal(p, s), date, time,"
        " datetime, duration, uuid, json, bytes(n), ref Object, and declared ones"
        " (docs/reference/ontology.md#types)",
    }


def test_a_file_as_the_template_makes_it(say: Say, project: Rendered) -> None:
    begun = project.read("src/shop/app.py")
    project.write("src/shop/app.py", "OURS = 1\n")

    assert say("show", "src/shop/app.py") == (0, begun, "")
    assert say("show", "src/shop/ap.py") == (
        1, "", "src/shop/ap.py: no file of the template; did you mean src/shop/app.py?\n",
    )  # fmt: skip
    assert say("show", "x") == (1, "", "x: no file of the template\n")


def test_whose_files_are(say: Say) -> None:
    assert say("owners", ORDER, "Makefile", "nope.txt") == (
        0,
        dedent(f"""\
            {ORDER}: generated, from stacks/common/contract/object.py.jinja
              replaced by every update; an edit of yours is merged into what comes, and `check` names it
            Makefile: shared, from template/Makefile.jinja
              written by updates, with your edits merged in
            nope.txt: yours
              never changed by an update, never deleted
            """),
        "",
    )


def test_how_much_of_the_model_has_changed(say: Say, project: Rendered) -> None:
    project.edit(MODEL, "weight: decimal(9, 3)?", "weight: decimal(9, 3)?\n      height: int?")
    assert "the model has changed since the last render (2 changes): stackwright update" in say("check")[1]

    shutil.rmtree(project.folder / ".git")
    assert "the model has changed since the last render (2 changes): stackwright update" in say("check")[1]


def test_another_order_of_the_fields_is_no_change_and_yet_another_model(say: Say, project: Rendered) -> None:
    say("update")
    project.commit()
    weight = "      weight: decimal(9, 3)?\n"
    project.edit(MODEL, f"      total: Money\n{weight}", f"{weight}      total: Money\n")

    assert say("check")[1] == (
        "the model has changed since the last render (no change that shows): stackwright update\n"
    )


def test_edits_that_meet(say: Say, project: Rendered) -> None:
    project.edit(ORDER, "    total: Decimal\n", "    ours: int\n    total: Decimal\n")
    project.commit()
    project.edit(MODEL, "      total: Money\n", "      sum: {type: Money, was: total}\n")
    meets = f"! {ORDER}     model; your edit and the new text meet in the same lines"

    code, shown, _ = say("plan")
    assert code == 2
    assert meets in shown.splitlines()
    assert "1 in conflict" in shown.splitlines()[-2]

    code, shown, complaint = say("update")
    assert code == 1
    assert shown.splitlines()[-1] == (
        "Written. Look at `git diff`, run `make test`, then commit. To take it back: stackwright undo"
    )
    assert complaint == f"{ORDER}: your edit and the new text meet; decide between the marks\n"
    assert "<<<<<<< before updating" in project.read(ORDER)


def test_files_that_come_and_go(say: Say, project: Rendered) -> None:
    gone = "src/shop/generated/shop/contract/order_line.py"
    project.write(MODEL, project.read(MODEL).replace("OrderLine", "Depot"))
    project.write(gone, project.read(gone) + "OURS = 1\n")
    project.commit()

    _, shown, _ = say("plan", "--diff")

    lines = [line.rstrip() for line in shown.splitlines()]
    added = next(
        at for at, line in enumerate(lines) if line.startswith(f"+ {gone.replace('order_line', 'depot')}")
    )
    assert lines[added].endswith("  model")
    assert lines[added + 1].startswith("    @@ -0,0 +1,")
    removed = next(at for at, line in enumerate(lines) if line.startswith(f"- {gone}"))
    assert lines[removed].endswith("  model; edited by hand: what you wrote there goes, too")
    assert lines[removed + 1].endswith(" +0,0 @@")
