# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the payer is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import payer as contract
from ..contract.types import PayerKind


class Payer(models.Model):
    """Somebody who pays for patients; often an insurer."""

    number = columns.Counter(primary_key=True)
    name = columns.String(max_length=120)
    kind = columns.Choice(PayerKind, db_default="statutory")
    iban = columns.String(max_length=34, null=True, blank=True)
    pays_within = columns.Span()
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "billing_payer"
        verbose_name = "payer"
        verbose_name_plural = "payers"
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("name",), name="uq_billing_payer_name"),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["statutory", "private_insurer", "self_payer"]
                ),
                name="ck_billing_payer_kind",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Payer:
    return contract.Payer(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PayerRepository(
    Repository[contract.Payer, int, contract.PayerCreate, contract.PayerPatch]
):
    """The payer, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Payer",
        title="payer",
        model=Payer,
        fields={
            "number": ("number",),
            "name": ("name",),
            "kind": ("kind",),
            "iban": ("iban",),
            "pays_within": ("pays_within",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.PayerCreate,
        read=_read,
        made=_made,
        auto_key="number",
    )
