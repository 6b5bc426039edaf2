"""What moved in stock, as colleagues read it: who it was, for which order, and the page before."""

import re
from typing import Any, Final

from flask import request
from sqlalchemy.orm import Session

from shop.orders import queries as orders
from shop.staff.actors import names
from shop.stock.queries import MovementPage
from shop.stock.rules import LABELS

NUMBER: Final = re.compile(r"[0-9]{1,15}")


def before() -> int | None:
    """Return the number in the address that older movements are asked for; None is the newest."""
    asked = request.args.get("before", "")
    return int(asked) if NUMBER.fullmatch(asked) else None


def told(session: Session, shown: MovementPage) -> dict[str, Any]:
    """Return what the page of some movements shows."""
    return {
        "movements": shown.rows,
        "older": shown.before,
        "labels": LABELS,
        "who": names(session, (each.actor for each in shown.rows)),
        "orders": orders.orders_by_line(session, {each.reference for each in shown.rows}),
    }
