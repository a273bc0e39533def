"""What is not given to whom."""

from typing import Any

import pytest
from walks import admit, get, post

from clinic.generated.web.testing import Client

WARFARIN, ASPIRIN, SALBUTAMOL, AMOXICILLIN = "B01AA03", "N02BA01", "R03AC02", "J01CA04"


@pytest.fixture
def visit(client: Client) -> dict[str, Any]:
    """Ada takes warfarin, of which aspirin's entry knows, and not the other way round."""
    for atc, name, others in (
        (WARFARIN, "Warfarin", []),
        (ASPIRIN, "Aspirin", [WARFARIN]),
        (SALBUTAMOL, "Salbutamol", []),
        (AMOXICILLIN, "Amoxicillin", []),
    ):
        medication = {"atc": atc, "name": name, "interacts_with": others}
        post(client, "clinic/medications", medication)
    return admit(client)


def prescribed(client: Client, visit: dict[str, Any], atc: str) -> str:
    body = {"visit": visit["id"], "medication": atc, "times": ["08:00:00"]}
    prescription = post(client, "clinic/prescriptions", body)["id"]
    post(client, f"clinic/prescriptions/{prescription}/issue", {})
    return str(prescription)


def checked(client: Client, visit: dict[str, Any], atc: str) -> dict[str, Any]:
    appointment = get(client, f"clinic/appointments/{visit['appointment']}")
    asked = {"patient": appointment["patient"], "medication": atc}
    return post(client, "clinic/actions/check_interactions", asked)


@pytest.mark.parametrize(("taken", "new"), [(WARFARIN, ASPIRIN), (ASPIRIN, WARFARIN)])
def test_an_interaction_is_found_from_either_side(
    client: Client, visit: dict[str, Any], taken: str, new: str
) -> None:
    running = prescribed(client, visit, taken)

    assert checked(client, visit, new) == {
        "safe": False,
        "allergic": False,
        "conflicts": [running],
    }


def test_what_was_withdrawn_is_no_conflict(
    client: Client, visit: dict[str, Any]
) -> None:
    running = prescribed(client, visit, WARFARIN)
    why = {"reason": "Bleeding"}
    post(client, f"clinic/prescriptions/{running}/withdraw", why)

    assert checked(client, visit, ASPIRIN)["safe"]


def test_an_allergy_is_told(client: Client, visit: dict[str, Any]) -> None:
    assert checked(client, visit, AMOXICILLIN) == {
        "safe": False,
        "allergic": True,
        "conflicts": [],
    }


def test_what_does_no_harm_is_safe(client: Client, visit: dict[str, Any]) -> None:
    prescribed(client, visit, WARFARIN)

    assert checked(client, visit, SALBUTAMOL)["safe"]
