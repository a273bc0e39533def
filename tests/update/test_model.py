"""The model changes, and the project follows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from copier.errors import UserMessageError

from tests.update.conftest import git, make

if TYPE_CHECKING:
    from pathlib import Path

    from tests.update.conftest import Rendered, Template

MODEL = "ontology/shop.yml"
INVOICE = """objects:
  Invoice:
    description: What a customer owes.
    fields:
      id: uuid, key
"""
BLOG = """ontology: blog
objects:
  Order:
    fields:
      id: uuid, key
"""


def test_an_update_without_changes_changes_nothing(shop: Rendered) -> None:
    shop.update()

    assert shop.changes == ""


def test_added_objects_fields_and_actions_arrive_and_a_second_update_changes_nothing(shop: Rendered) -> None:
    shop.edit(MODEL, "objects:\n", INVOICE)
    shop.edit(MODEL, "name: string(120), display", "name: string(120), display\n      nickname: text?")
    shop.edit(
        MODEL, "actions:\n", "actions:\n  close_shop:\n    input: {why: text}\n    output: {at: datetime}\n"
    )

    shop.update()

    assert shop.has("src/shop/generated/shop/contract/invoice.py")
    assert '"Invoice"' in shop.read("src/shop/generated/shop/registry.py")
    assert "- Invoice" in shop.read("NOTES.md")
    assert '"nickname"' in shop.read("src/shop/generated/shop/contract/customer.py")
    assert shop.has("src/shop/actions/shop/close_shop.py")
    assert "close_shop" in str(json.loads(shop.read(".stackwright/report.json"))["gaps"])
    shop.update()
    assert shop.changes == ""


def test_removed_objects_and_fields_go_and_the_users_action_stays(
    shop: Rendered, capfd: pytest.CaptureFixture[str]
) -> None:
    shop.write("src/shop/actions/shop/capture_payment.py", "# mine\n")
    model = shop.read(MODEL)
    before, rest = model.split("  OrderLine:\n")
    _, after = rest.split("\nevents:\n")
    model = f"{before}\nevents:\n{after}".replace("      note: text?\n", "")
    before, rest = model.split("  capture_payment:\n")
    model = before + rest.split("event PaymentCaptured\n", 1)[1]
    assert "capture_payment" not in model
    shop.write(MODEL, model)

    shop.update(quiet=False)

    assert not shop.has("src/shop/generated/shop/contract/order_line.py")
    assert "OrderLine" not in shop.read("src/shop/generated/shop/registry.py") + shop.read("NOTES.md")
    assert '"note"' not in shop.read("src/shop/generated/shop/contract/order.py")
    assert shop.read("src/shop/actions/shop/capture_payment.py") == "# mine\n"
    told = capfd.readouterr().err
    assert "no longer in the model" in told
    assert "src/shop/actions/shop/capture_payment.py" in told
    assert "approve_order.py" not in told


def test_a_renamed_object_moves_its_files(shop: Rendered) -> None:
    shop.write(MODEL, shop.read(MODEL).replace("OrderLine", "Position"))

    shop.update()

    assert shop.has("src/shop/generated/shop/contract/position.py")
    assert not shop.has("src/shop/generated/shop/contract/order_line.py")


def test_edits_in_all_three_kinds_of_file_are_kept(shop: Rendered) -> None:
    shop.write("src/shop/actions/shop/approve_order.py", "# mine\n")
    shop.write("src/shop/app.py", "# mine, too\n")
    shop.write("tests/test_app.py", "# mine as well\n")
    shop.edit("NOTES.md", "Two.", "Two, and a half.")
    shop.edit("src/shop/generated/shop/contract/customer.py", '"""The customer."""', '"""The client."""')
    shop.write("src/shop/prices.py", "# a file of the team\n")
    shop.edit(MODEL, "objects:\n", INVOICE)

    shop.update()

    assert shop.read("src/shop/actions/shop/approve_order.py") == "# mine\n"
    assert shop.read("src/shop/app.py") == "# mine, too\n"
    assert shop.read("tests/test_app.py") == "# mine as well\n"
    assert "Two, and a half." in shop.read("NOTES.md")
    assert "- Invoice" in shop.read("NOTES.md")
    assert '"""The client."""' in shop.read("src/shop/generated/shop/contract/customer.py")
    assert shop.read("src/shop/prices.py") == "# a file of the team\n"
    assert "<<<<<<<" not in shop.read("NOTES.md")


def test_what_the_user_deleted_does_not_come_back(shop: Rendered) -> None:
    (shop.folder / "tests/test_app.py").unlink()
    (shop.folder / "NOTES.md").unlink()
    shop.edit(MODEL, "objects:\n", INVOICE)

    shop.update()

    assert not shop.has("tests/test_app.py")
    assert not shop.has("NOTES.md")


def test_a_new_object_that_clashes_with_a_users_file_loses_nothing(shop: Rendered) -> None:
    path = "src/shop/generated/shop/contract/invoice.py"
    shop.write(path, "# put here by hand\n")
    shop.edit(MODEL, "objects:\n", INVOICE)

    shop.update()

    assert "# put here by hand" in shop.read(path)
    assert "The invoice." in shop.read(path)
    assert path in shop.changes


def test_template_and_model_change_at_once(versions: Template, old: Rendered) -> None:
    def change(folder: Path) -> None:
        for name in ("notes.md.jinja", "object.py.jinja"):
            body = folder / "stacks/lean" / name
            body.write_text(body.read_text().replace("One.", "One, says 2.0.").replace('"""The', '"""A new'))

    old.edit("NOTES.md", "Five.", "Five, says the user.")
    old.edit(MODEL, "objects:\n", INVOICE)
    versions.version("v2.0.0", change)

    old.update()

    notes = old.read("NOTES.md")
    assert "One, says 2.0." in notes
    assert "Five, says the user." in notes
    assert "- Invoice" in notes
    assert "A new invoice" in old.read("src/shop/generated/shop/contract/invoice.py")
    assert "A new customer" in old.read("src/shop/generated/shop/contract/customer.py")
    assert old.answers["_commit"] == "v2.0.0"


def test_several_ontologies_live_side_by_side_and_one_can_go(shop: Rendered) -> None:
    shop.write("ontology/blog.yml", BLOG)
    shop.update()
    assert shop.has("src/shop/generated/blog/contract/order.py")
    assert shop.has("src/shop/generated/shop/contract/order.py")
    shop.commit()

    (shop.folder / "ontology/blog.yml").unlink()
    shop.update()

    assert not shop.has("src/shop/generated/blog")
    assert not shop.has("ontology/blog.yml")


def test_a_lost_model_is_rebuilt_from_the_record(shop: Rendered) -> None:
    (shop.folder / MODEL).unlink()

    shop.update()

    assert "Customer:" in shop.read(MODEL)
    shop.edit(MODEL, "objects:\n", INVOICE)
    shop.update()
    assert shop.has("src/shop/generated/shop/contract/invoice.py")


def test_a_comment_in_the_model_changes_nothing(shop: Rendered) -> None:
    shop.edit(MODEL, "objects:\n", "# things\nobjects:\n")

    shop.update()

    assert shop.changes == ""


def test_a_damaged_record_is_a_clear_error_and_nothing_is_touched(shop: Rendered) -> None:
    record = shop.answers["model_lock"]
    shop.edit(".copier-answers.yml", record, record[:40] + "AAAA" + record[44:])
    before = shop.files

    with pytest.raises(UserMessageError, match="damaged"):
        shop.update()

    assert shop.files == before
    assert shop.changes == ""


def test_two_branches_that_change_the_model_meet_in_the_record_only(shop: Rendered) -> None:
    git(shop.folder, "checkout", "--quiet", "-b", "theirs")
    shop.edit(MODEL, "name: string(120), display", "name: string(120), display\n      nickname: text?")
    shop.update()
    shop.commit()
    git(shop.folder, "checkout", "--quiet", "-")
    shop.edit(MODEL, "quantity: int, >= 1", "quantity: int, >= 1\n      hint: text?")
    shop.update()
    shop.commit()

    git(shop.folder, "merge", "--quiet", "--strategy-option", "ours", "theirs")
    shop.update()

    assert '"nickname"' in shop.read("src/shop/generated/shop/contract/customer.py")
    assert '"hint"' in shop.read("src/shop/generated/shop/contract/order_line.py")


def test_a_broken_model_stops_an_update_before_it_touches_anything(shop: Rendered) -> None:
    shop.edit(MODEL, "customer: ref Customer", "customer: ref Custommer")
    before = shop.files

    with pytest.raises(UserMessageError, match="Custommer"):
        shop.update()

    assert shop.files == before
    assert shop.changes == ""


def test_a_broken_model_stops_a_copy_before_it_writes_anything(template: Template, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    (folder / "ontology").mkdir(parents=True)
    (folder / "ontology/shop.yml").write_text("ontology: shop\nobjects:\n  Order: {fields: {id: uid}}\n")

    with pytest.raises(UserMessageError, match="uid"):
        make(template, folder)

    assert [path.name for path in folder.rglob("*")] == ["ontology", "shop.yml"]


def test_a_model_that_is_there_already_is_rendered(template: Template, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    (folder / "ontology").mkdir(parents=True)
    (folder / "ontology/blog.yml").write_text(BLOG)

    blog = make(template, folder)

    assert blog.has("src/shop/generated/blog/contract/order.py")
    assert not blog.has("ontology/shop.yml")
    assert blog.read("ontology/blog.yml") == BLOG


def test_the_example_arrives_with_its_comments(shop_once: Rendered, template: Template) -> None:
    example = (template.folder / "examples/shop" / MODEL).read_text("utf-8")

    assert shop_once.read(MODEL) == example
