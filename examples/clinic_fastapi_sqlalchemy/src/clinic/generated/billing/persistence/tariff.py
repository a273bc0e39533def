# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the tariff is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.tariff import KEY, QUERYABLE, Tariff, TariffCreate, TariffPatch
from ..contract.types import TariffKey

if TYPE_CHECKING:
    from ...clinic.persistence.treatment import TreatmentRow


class TariffRow(Base):
    """A row of billing_tariff."""

    __tablename__ = "billing_tariff"
    __table_args__ = (
        sa.PrimaryKeyConstraint("treatment_code", "valid_from"),
        sa.ForeignKeyConstraint(
            ["treatment_code"],
            ["clinic_treatment.code"],
            name="fk_billing_tariff_treatment",
            ondelete="CASCADE",
        ),
    )

    treatment_code: Mapped[str] = mapped_column(columns.Text(12))
    valid_from: Mapped[dt.date] = mapped_column(sa.Date())
    price: Mapped[Decimal] = mapped_column(columns.Exact(12, 2))
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    treatment: Mapped["TreatmentRow"] = relationship(
        back_populates="tariffs", lazy="raise_on_sql"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Tariff:
    return Tariff(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class TariffRepository(Repository[Tariff, TariffKey, TariffCreate, TariffPatch]):
    """The tariff, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Tariff",
        title="tariff",
        table=table_of(TariffRow),
        fields={
            "treatment": ("treatment_code",),
            "valid_from": ("valid_from",),
            "price": ("price",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=TariffCreate,
        read=_read,
        made=_made,
    )
