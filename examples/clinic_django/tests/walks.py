"""Walks through the clinic, step by step over HTTP, as its desk takes them."""

from typing import Any

from clinic.generated.web.testing import Client

ADA: dict[str, Any] = {
    "record_number": "MR0000001",
    "name": {"given": "Ada", "family": "Lovelace"},
    "family_name": "Lovelace",
    "born_on": "1980-12-10",
    "contact": {"phone": "+4930123456"},
    "allergies": ["J01CA04"],
}
GRACE: dict[str, Any] = {
    "licence": "DE-1906",
    "name": {"given": "Grace", "family": "Hopper", "prefix": "Dr."},
    "family_name": "Hopper",
    "specialties": ["cardiology"],
}
ECG = {"code": "ECG", "title": "Electrocardiogram", "done_by": ["cardiology"]}


def post(
    client: Client, path: str, body: Any, if_match: str | None = None
) -> dict[str, Any]:
    """Post a body, and return the answer, which must be a success."""
    headers = {} if if_match is None else {"If-Match": if_match}
    answer = client.post(f"/api/{path}", json=body, headers=headers)
    assert answer.status_code < 300, answer.content
    found: dict[str, Any] = answer.json()
    return found


def get(client: Client, path: str) -> dict[str, Any]:
    """Return what is there."""
    answer = client.get(f"/api/{path}")
    assert answer.status_code < 300, answer.content
    found: dict[str, Any] = answer.json()
    return found


def admit(client: Client) -> dict[str, Any]:
    """Bring Ada to Grace for an electrocardiogram, and return the open visit."""
    post(client, "clinic/departments", {"code": "CARD", "title": "Cardiology"})
    post(client, "clinic/rooms", {"department": "CARD", "number": 1})
    post(client, "clinic/treatments", ECG)
    appointment = post(
        client,
        "clinic/appointments",
        {
            "patient": post(client, "clinic/patients", ADA)["id"],
            "practitioner": post(client, "clinic/practitioners", GRACE)["id"],
            "treatment": "ECG",
            "starts_at": "2026-03-02T09:00:00Z",
        },
    )
    at = f"clinic/appointments/{appointment['id']}"
    post(client, f"{at}/confirm", {"room": {"department": "CARD", "number": 1}})
    here = {"appointment": appointment["id"], "arrived_at": "2026-03-02T08:55:00Z"}
    post(client, "clinic/actions/check_in", here)
    visit = {"appointment": appointment["id"], "treatments": ["ECG"]}
    return post(client, "clinic/visits", visit)


def sign(client: Client, visit: dict[str, Any]) -> None:
    """Have the visit signed by the one who was asked for."""
    appointment = get(client, f"clinic/appointments/{visit['appointment']}")
    signature = {
        "signed_by": appointment["practitioner"],
        "signed_at": "2026-03-02T09:20:00Z",
    }
    post(client, f"clinic/visits/{visit['id']}/sign", signature, if_match="*")
