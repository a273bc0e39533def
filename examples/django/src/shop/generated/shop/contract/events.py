# Generated from ontology/shop.yml. Edits are lost; put your code in shop/actions/.
"""Facts that the domain announces: declared ones, and one for each transition."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, ClassVar
from uuid import UUID

from ...contract import events, values


class PaymentCaptured(events.Event):
    """The payment provider has the money."""

    EVENT: ClassVar[str] = "shop.PaymentCaptured"

    order: Annotated[UUID, values.Identifier(), values.Refers("shop.Order")]
    amount: Annotated[Decimal, values.Digits(12, 2, low=Decimal(0))]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("shop.Order", self.order)


class OrderApproveEvent(events.Event):
    """The order has made the transition approve."""

    EVENT: ClassVar[str] = "shop.Order.approve"

    order: Annotated[UUID, values.Identifier(), values.Refers("shop.Order")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    reason: Annotated[str, values.Text(longest=255)] | None = None
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("shop.Order", self.order)


class OrderShipEvent(events.Event):
    """The order has made the transition ship."""

    EVENT: ClassVar[str] = "shop.Order.ship"

    order: Annotated[UUID, values.Identifier(), values.Refers("shop.Order")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    carrier: Annotated[str, values.Text(longest=60)]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("shop.Order", self.order)


class OrderCancelEvent(events.Event):
    """The order has made the transition cancel."""

    EVENT: ClassVar[str] = "shop.Order.cancel"

    order: Annotated[UUID, values.Identifier(), values.Refers("shop.Order")]
    from_state: Annotated[str, values.Text()]
    to_state: Annotated[str, values.Text()]
    occurred_at: Annotated[dt.datetime, values.Instant()]

    def subject(self) -> str:
        """Return the object that the event is about."""
        return events.subject_of("shop.Order", self.order)
