# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""How the payer is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ...persistence import types as columns
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ...persistence.tables import Base, table_of
from ..contract.payer import KEY, QUERYABLE, Payer, PayerCreate, PayerPatch
from ..contract.types import PayerKind

if TYPE_CHECKING:
    from .policy import PolicyRow


class PayerRow(Base):
    """A row of billing_payer."""

    __tablename__ = "billing_payer"
    __table_args__ = (
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("name", name="uq_billing_payer_name"),
        sa.CheckConstraint(
            sa.column("kind").in_(["statutory", "private_insurer", "self_payer"]),
            name="ck_billing_payer_kind",
        ),
    )

    number: Mapped[int] = mapped_column(sa.Integer(), autoincrement=True)
    name: Mapped[str] = mapped_column(columns.Text(120))
    kind: Mapped[PayerKind] = mapped_column(
        columns.Choice(PayerKind, 15), server_default="statutory"
    )
    iban: Mapped[str | None] = mapped_column(columns.Text(34))
    pays_within: Mapped[dt.timedelta] = mapped_column(columns.Span())
    row_version: Mapped[int] = mapped_column(sa.BigInteger())
    created_at: Mapped[dt.datetime] = mapped_column(columns.Instant())
    updated_at: Mapped[dt.datetime] = mapped_column(columns.Instant())

    policies: Mapped[list["PolicyRow"]] = relationship(
        back_populates="payer", lazy="raise_on_sql", passive_deletes="all"
    )


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> Payer:
    return Payer(*row)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class PayerRepository(Repository[Payer, int, PayerCreate, PayerPatch]):
    """The payer, in the unit of work's transaction."""

    key_readers = tuple(KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="billing.Payer",
        title="payer",
        table=table_of(PayerRow),
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
        queryable=QUERYABLE,
        shape=PayerCreate,
        read=_read,
        made=_made,
        auto_key="number",
    )
