"""Run inside a rendered shop: `python walking.py URL` walks along the relationships of its rows.

It prints what it found as JSON; what it meets otherwise than expected ends it.
"""

import json
import sys
import uuid
import warnings
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import create_engine, event, select
from sqlalchemy.exc import IntegrityError, InvalidRequestError
from sqlalchemy.orm import Session, selectinload

warnings.simplefilter("error")

from compared.generated.persistence import contexts  # noqa: E402, F401 (brings all rows together)
from compared.generated.shop.contract.order import OrderState  # noqa: E402
from compared.generated.shop.contract.types import Channel  # noqa: E402
from compared.generated.shop.persistence.customer import CustomerRow  # noqa: E402
from compared.generated.shop.persistence.order import OrderRow  # noqa: E402
from compared.generated.shop.persistence.order_line import OrderLineRow  # noqa: E402

engine = create_engine(sys.argv[1])
found: dict[str, Any] = {}


@event.listens_for(engine, "connect")
def keep_references(connection: Any, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")


def common() -> dict[str, Any]:
    moment = datetime.now(UTC)
    return {"row_version": 1, "created_at": moment, "updated_at": moment}


with Session(engine) as session:
    customer = CustomerRow(id=uuid.uuid4(), email="ada@example.org", name="Ada", **common())
    order = OrderRow(
        id=uuid.uuid4(),
        customer=customer,
        total=Decimal("9.50"),
        channel=Channel.WEB,
        tags=["a"],
        placed_at=datetime.now(UTC),
        state=OrderState.CREATED,
        **common(),
    )
    line = OrderLineRow(order=order, number=1, product="Bread", quantity=2, **common())
    session.add(line)
    session.commit()

with Session(engine) as session:
    whole = selectinload(CustomerRow.orders).selectinload(OrderRow.lines)
    customer = session.scalars(select(CustomerRow).options(whole)).one()
    found["there"] = [[line.product for line in order.lines] for order in customer.orders]
    found["and back"] = customer.orders[0].lines[0].order.customer.name
    found["total"] = str(customer.orders[0].total)

with Session(engine) as session:
    order = session.scalars(select(OrderRow)).one()
    try:
        order.customer  # noqa: B018
    except InvalidRequestError as error:
        found["by accident"] = "raise" in str(error)

with Session(engine) as session:
    session.delete(session.scalars(select(CustomerRow)).one())
    try:
        session.commit()
    except IntegrityError:
        found["restricted"] = True

with Session(engine) as session:
    session.delete(session.scalars(select(OrderRow)).one())
    session.commit()
    found["cascaded"] = session.scalars(select(OrderLineRow)).all() == []

json.dump(found, sys.stdout)
