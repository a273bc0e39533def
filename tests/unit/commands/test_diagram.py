"""`stackwright diagram`: what is drawn, where it goes, and what is said when it cannot be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from stackwright.cli import main

REPOSITORY = Path(__file__).parents[3]
SHOP = str(REPOSITORY / "examples/shop")
CLINIC = str(REPOSITORY / "examples/clinic")


def test_everything_is_printed_with_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diagram", "--project", CLINIC]) == 0

    printed = capsys.readouterr().out
    assert re.findall(r"^%% (.*)\n(\w+)", printed, re.MULTILINE)[:3] == [
        ("all-ontologies", "erDiagram"),
        ("billing", "erDiagram"),
        ("billing.Invoice", "stateDiagram"),
    ]


def test_what_is_named_is_printed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diagram", "shop", "--project", SHOP]) == 0

    printed = capsys.readouterr().out
    assert printed.startswith("erDiagram\n")
    assert "stateDiagram" not in printed


@pytest.mark.parametrize(("arguments", "ending"), [([], "mmd"), (["--format", "svg"], "svg")])
def test_a_folder_gets_a_file_per_diagram(arguments: list[str], ending: str, tmp_path: Path) -> None:
    out = tmp_path / "not" / "there"

    assert main(["diagram", "--project", SHOP, "--out", str(out), *arguments]) == 0

    assert {file.name for file in out.iterdir()} == {f"shop.{ending}", f"shop.Order.{ending}"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["shop.Ordr"], "'shop.Ordr': no ontology, and no object with states; did you mean 'shop.Order'?\n"),
        (["shop.Customer"], "shop.Customer has no states; its fields are in the diagram shop\n"),
        (["--format", "svg"], "several pictures need a folder: give --out DIR, or one of shop, shop.Order\n"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diagram", *arguments, "--project", SHOP]) == 1

    told = capsys.readouterr()
    assert (told.out, told.err) == ("", sentence)


def test_a_mistake_in_the_model_is_told_as_check_tells_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology/shop.yml").write_text("ontology: shop\nobject: {}\n", "utf-8")

    assert main(["diagram", "--project", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err == told != ""


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")

    assert main(["diagram", "--project", SHOP, "--out", str(tmp_path / "file")]) == 1

    assert str(tmp_path / "file") in capsys.readouterr().err


def test_the_picture_in_the_docs_is_what_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diagram", "shop", "--project", SHOP, "--format", "svg"]) == 0

    assert capsys.readouterr().out == (REPOSITORY / "docs/images/shop.svg").read_text("utf-8")
