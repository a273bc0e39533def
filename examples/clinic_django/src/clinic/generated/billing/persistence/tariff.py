# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the tariff is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models

from ...contract import identifiers
from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import tariff as contract
from ..contract.types import TariffKey


class Tariff(models.Model):
    """What a treatment costs from a day on, until the next tariff."""

    pk = models.CompositePrimaryKey("treatment_id", "valid_from")
    treatment = models.ForeignKey(
        "clinic.Treatment",
        models.CASCADE,
        db_column="treatment_code",
        db_constraint=False,
        db_index=False,
        related_name="tariffs",
    )
    valid_from = models.DateField()
    price = columns.Exact(max_digits=12, decimal_places=2)
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "billing_tariff"
        verbose_name = "tariff"
        verbose_name_plural = "tariffs"
        ordering = ("treatment_id", "valid_from")
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_billing_tariff_treatment",
                columns=("treatment_code",),
                table="clinic_treatment",
                targets=("code",),
                on_delete="CASCADE",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Tariff:
    return contract.Tariff(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class TariffRepository(
    Repository[contract.Tariff, TariffKey, contract.TariffCreate, contract.TariffPatch]
):
    """The tariff, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Tariff",
        title="tariff",
        model=Tariff,
        fields={
            "treatment": ("treatment_id",),
            "valid_from": ("valid_from",),
            "price": ("price",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.TariffCreate,
        read=_read,
        made=_made,
    )
