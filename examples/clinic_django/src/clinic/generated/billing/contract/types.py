# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""Values without identity: enums, keys of several parts, structs."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, Self

import pydantic

from ...contract import values
from ...contract.bodies import Shape


class PayerKind(StrEnum):
    """Payer kind."""

    STATUTORY = "statutory"
    PRIVATE_INSURER = "private_insurer"
    SELF_PAYER = "self_payer"


class Method(StrEnum):
    """Method."""

    TRANSFER = "transfer"
    CARD = "card"
    CASH = "cash"
    DIRECT_DEBIT = "SEPA"


class PolicyKey(Shape):
    """The key of the policy."""

    payer: Annotated[
        int, values.Whole(-2147483648, 2147483647), values.Refers("billing.Payer")
    ]
    number: Annotated[str, values.KeyText(longest=20)]

    def parts(self) -> tuple[object, ...]:
        """Return the values of its columns."""
        return (self.payer, self.number)

    @classmethod
    def from_parts(cls, parts: Sequence[Any]) -> Self:
        """Return the key of the values of its columns."""
        return cls(payer=parts[0], number=parts[1])


class TariffKey(Shape):
    """The key of the tariff."""

    treatment: Annotated[
        str, values.KeyText(longest=12), values.Refers("clinic.Treatment")
    ]
    valid_from: Annotated[dt.date, values.Day()]

    def parts(self) -> tuple[object, ...]:
        """Return the values of its columns."""
        return (self.treatment, self.valid_from)

    @classmethod
    def from_parts(cls, parts: Sequence[Any]) -> Self:
        """Return the key of the values of its columns."""
        return cls(treatment=parts[0], valid_from=parts[1])


class InvoiceLineKey(Shape):
    """The key of the invoice line."""

    invoice: Annotated[int, values.Whole(), values.Refers("billing.Invoice")]
    position: Annotated[int, values.Whole(1, 32767)]

    def parts(self) -> tuple[object, ...]:
        """Return the values of its columns."""
        return (self.invoice, self.position)

    @classmethod
    def from_parts(cls, parts: Sequence[Any]) -> Self:
        """Return the key of the values of its columns."""
        return cls(invoice=parts[0], position=parts[1])


class Period(Shape):
    """Both days are in it; without an end it goes on."""

    from_: Annotated[dt.date, values.Day(), pydantic.Field(alias="from")]
    to: Annotated[dt.date, values.Day()] | None = None
