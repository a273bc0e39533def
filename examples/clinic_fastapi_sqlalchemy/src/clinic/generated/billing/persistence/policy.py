# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the policy is kept."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.policy import KEY, QUERYABLE, Policy, PolicyCreate, PolicyPatch
from ..contract.types import Period, PolicyKey

if TYPE_CHECKING:
    from ...clinic.persistence.patient import PatientRow
    from .invoice import InvoiceRow
    from .payer import PayerRow


class PolicyRow(Base):
    """A row of billing_policy."""

    __tablename__ = "billing_policy"
    __table_args__ = (
        sa.PrimaryKeyConstraint("payer_number", "number"),
        sa.ForeignKeyConstraint(
            ["payer_number"],
            ["billing_payer.number"],
            name="fk_billing_policy_payer",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["clinic_patient.id"],
            name="fk_billing_policy_patient",
            ondelete="RESTRICT",
        ),
        sa.Index("ix_billing_policy_patient", "patient_id"),
        sa.Index("ix_billing_policy_patient_payer", "patient_id", "payer_number"),
    )

    payer_number: Mapped[int] = mapped_column(sa.Integer())
    number: Mapped[str] = mapped_column(columns.Text(20))
    patient_id: Mapped[UUID] = mapped_column(columns.Uuid)
    valid: Mapped[Period] = mapped_column(columns.Packed(Period))
    covers: Mapped[Decimal] = mapped_column(
        columns.Exact(5, 2), server_default=sa.text("100.00")
    )
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    payer: Mapped["PayerRow"] = relationship(
        back_populates="policies", lazy="raise_on_sql"
    )
    patient: Mapped["PatientRow"] = relationship(
        back_populates="policies", lazy="raise_on_sql"
    )
    invoices: Mapped[list["InvoiceRow"]] = relationship(
        back_populates="policy", lazy="raise_on_sql", passive_deletes="all"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Policy:
    return Policy(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PolicyRepository(Repository[Policy, PolicyKey, PolicyCreate, PolicyPatch]):
    """The policy, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Policy",
        title="policy",
        table=table_of(PolicyRow),
        fields={
            "payer": ("payer_number",),
            "number": ("number",),
            "patient": ("patient_id",),
            "valid": ("valid",),
            "covers": ("covers",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=QUERYABLE,
        shape=PolicyCreate,
        read=_read,
        made=_made,
        merged={
            "valid": TypeAdapter(Period),
        },
    )
