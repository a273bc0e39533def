"""From the signature under a visit to the money."""

from collections.abc import Callable

import pytest
from walks import ADA, admit, get, post, sign

from clinic.generated.web.service import service
from clinic.generated.web.testing import Client

Deliver = Callable[[], None]


@pytest.fixture
def deliver(db: None) -> Deliver:
    """Return what runs all triggers that wait; none may fail."""

    def until_there_is_nothing_left() -> None:
        while service().relay.deliver():
            pass

    return until_there_is_nothing_left


def priced(client: Client) -> None:
    for day, price in (("2025-01-01", "20.00"), ("2026-01-01", "24.50")):
        tariff = {"treatment": "ECG", "valid_from": day, "price": price}
        post(client, "billing/tariffs", tariff)
    post(
        client,
        "billing/tariffs",
        {"treatment": "ECG", "valid_from": "2026-04-01", "price": "99.00"},
    )


def insured(client: Client, patient: str, until: str | None) -> dict[str, object]:
    payer = post(client, "billing/payers", {"name": "Sickness fund"})["number"]
    policy = {
        "payer": payer,
        "number": "A-1",
        "patient": patient,
        "valid": {"from": "2026-01-01", "to": until},
        "covers": "80",
    }
    post(client, "billing/policies", policy)
    return {"payer": payer, "number": "A-1"}


def patient_of(client: Client, visit: dict[str, str]) -> str:
    appointment = get(client, f"clinic/appointments/{visit['appointment']}")
    return str(appointment["patient"])


def test_a_signed_visit_ends_its_appointment_and_is_charged_at_the_price_of_its_day(
    client: Client, deliver: Deliver
) -> None:
    visit = admit(client)
    priced(client)
    policy = insured(client, patient_of(client, visit), until=None)

    sign(client, visit)
    deliver()

    appointment = get(client, f"clinic/appointments/{visit['appointment']}")
    assert appointment["state"] == "done"
    (invoice,) = get(client, f"billing/invoices?visit.eq={visit['id']}")["items"]
    assert invoice["state"] == "draft"
    assert invoice["total"] == "24.50"
    assert invoice["policy"] == policy
    assert invoice["recipient"] == {**ADA["name"], "prefix": None}
    (line,) = get(client, f"billing/invoice_lines?invoice.eq={invoice['number']}")[
        "items"
    ]
    assert (line["text"], line["quantity"]) == ("Electrocardiogram", "1.000")


def test_a_policy_that_has_ended_pays_nothing(client: Client, deliver: Deliver) -> None:
    visit = admit(client)
    priced(client)
    insured(client, patient_of(client, visit), until="2026-03-01")

    sign(client, visit)
    deliver()

    assert get(client, "billing/invoices")["items"][0]["policy"] is None


def test_nobody_is_charged_without_a_tariff(client: Client) -> None:
    visit = admit(client)

    answer = client.post(
        "/api/billing/actions/draft_invoice",
        json={"visit": visit["id"], "signed_at": "2026-03-02T09:20:00Z"},
    )

    assert answer.status_code == 422
    (issue,) = answer.json()["errors"]
    assert issue["message"] == "ECG has no tariff on 2026-03-02"
    assert get(client, "billing/invoices")["items"] == []


def test_an_invoice_is_settled_when_all_of_it_has_been_paid(
    client: Client, deliver: Deliver
) -> None:
    visit = admit(client)
    priced(client)
    sign(client, visit)
    deliver()
    invoice = get(client, "billing/invoices")["items"][0]["number"]
    post(client, f"billing/invoices/{invoice}/send", {"due_on": "2026-04-01"})
    told = {"invoice": invoice, "paid_at": "2026-03-20T12:00:00Z"}
    post(client, "billing/payments", {"invoice": invoice, "amount": "20.00"})

    answer = client.post("/api/billing/actions/record_payment", json=told)
    assert answer.status_code == 422
    (issue,) = answer.json()["errors"]
    assert issue["message"] == "4.50 of the invoice is open"

    post(client, "billing/payments", {"invoice": invoice, "amount": "4.50"})
    post(client, "billing/actions/record_payment", told)
    deliver()
    settled = get(client, f"billing/invoices/{invoice}")
    assert (settled["state"], settled["paid_at"]) == ("paid", "2026-03-20T12:00:00Z")


def test_a_disputed_invoice_amends_the_visit(client: Client, deliver: Deliver) -> None:
    visit = admit(client)
    priced(client)
    sign(client, visit)
    deliver()
    invoice = get(client, "billing/invoices")["items"][0]["number"]
    post(client, f"billing/invoices/{invoice}/send", {"due_on": "2026-04-01"})

    claim = {"invoice": invoice, "claim": "Nobody has drawn an ECG."}
    post(client, "billing/actions/dispute_invoice", claim)
    deliver()

    amended = get(client, f"clinic/visits/{visit['id']}")
    assert amended["state"] == "amended"
    assert amended["amendment"] == "Nobody has drawn an ECG."
    history = get(client, f"clinic/visits/{visit['id']}/history")["items"]
    assert [step["by"] for step in history] == [
        "anonymous",
        "trigger:amend_when_disputed",
    ]
