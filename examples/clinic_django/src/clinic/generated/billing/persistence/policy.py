# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the policy is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from pydantic import TypeAdapter

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import policy as contract
from ..contract.types import Period, PolicyKey


class Policy(models.Model):
    """A payer's promise to pay for a patient."""

    pk = models.CompositePrimaryKey("payer_id", "number")
    payer = models.ForeignKey(
        "billing.Payer",
        models.RESTRICT,
        db_column="payer_number",
        db_constraint=False,
        db_index=False,
        related_name="policies",
    )
    number = columns.String(max_length=20)
    patient = models.ForeignKey(
        "clinic.Patient",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="policies",
    )
    valid = columns.Packed(Period)
    covers = columns.Exact(max_digits=5, decimal_places=2, db_default=Decimal("100.00"))
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "billing_policy"
        verbose_name = "policy"
        verbose_name_plural = "policies"
        ordering = ("payer_id", "number")
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_billing_policy_payer",
                columns=("payer_number",),
                table="billing_payer",
                targets=("number",),
                on_delete="RESTRICT",
            ),
            columns.ForeignKeyConstraint(
                name="fk_billing_policy_patient",
                columns=("patient_id",),
                table="clinic_patient",
                targets=("id",),
                on_delete="RESTRICT",
            ),
        )
        indexes = (
            columns.Index(fields=("patient",), name="ix_billing_policy_patient"),
            columns.Index(
                fields=("patient", "payer"), name="ix_billing_policy_patient_payer"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Policy:
    return contract.Policy(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PolicyRepository(
    Repository[contract.Policy, PolicyKey, contract.PolicyCreate, contract.PolicyPatch]
):
    """The policy, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Policy",
        title="policy",
        model=Policy,
        fields={
            "payer": ("payer_id",),
            "number": ("number",),
            "patient": ("patient_id",),
            "valid": ("valid",),
            "covers": ("covers",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.PolicyCreate,
        read=_read,
        made=_made,
        merged={
            "valid": TypeAdapter(Period),
        },
    )
