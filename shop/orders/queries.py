"""Reads. Every function says who may see what by its arguments."""

from collections.abc import Collection
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, defer, selectinload

from shop.catalogue import queries as catalogue
from shop.catalogue.rules import GarmentModel
from shop.designs.rules import Configuration
from shop.infra.paging import Page, page_of
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.making.rules import made_of
from shop.orders import rules
from shop.orders.models import Order, OrderLine

_DOCUMENTS: Final = (
    OrderLine.named,
    OrderLine.cloth,
    OrderLine.body,
    OrderLine.finished,
    OrderLine.quote,
)
# lines as a list shows them, without their documents
_LISTED: Final = selectinload(Order.lines).options(*(defer(each) for each in _DOCUMENTS))

# lines as an order's page shows them: nobody reads body and quote there
_SHOWN: Final = selectinload(Order.lines).options(defer(OrderLine.body), defer(OrderLine.quote))


def order_of(
    session: Session, *, person_id: int | None, public_id: str, lock: bool = False
) -> Order:
    """Return the person's own order with lines and steps; another's does not exist for her."""
    statement = _whole().where(Order.public_id == public_id, Order.person_id == person_id)
    return _one(session, statement.with_for_update() if lock else statement)


def orders_of(session: Session, person_id: int) -> list[Order]:
    """Return the person's orders with their lines, newest first."""
    mine = select(Order).where(Order.person_id == person_id).options(_LISTED)
    return list(session.scalars(mine.order_by(Order.id.desc())))


def find_latest(session: Session, person_id: int) -> Order | None:
    """Return the person's last order, bare; None before the first."""
    mine = select(Order).where(Order.person_id == person_id)
    return session.scalar(mine.order_by(Order.id.desc()).limit(1))


def order(session: Session, *, public_id: str, lock: bool = False) -> Order:
    """Return any order, for staff and for links that carry their own proof."""
    statement = _whole().where(Order.public_id == public_id)
    return _one(session, statement.with_for_update() if lock else statement)


def order_by_id(session: Session, order_id: int, *, lock: bool = False) -> Order:
    statement = _whole().where(Order.id == order_id)
    return _one(session, statement.with_for_update() if lock else statement)


def find_by_once(session: Session, *, person_id: int, once: str) -> Order | None:
    """Return the order that this very form placed already, if it did."""
    return session.scalar(select(Order).where(Order.once == once, Order.person_id == person_id))


def again_url(line: OrderLine) -> str:
    """Return where the garment can be ordered again in another cloth, measured as before."""
    wearer = line.profile_id or line.size or ""
    return Configuration(
        garment=line.garment, choices=line.choices, wearer=wearer, again=line.public_id
    ).url()


def trims_needed(session: Session, order: Order) -> dict[str, dict[str, int]]:
    """Return what each garment of the order takes beside its cloth: by line, quantities by code."""
    models = catalogue.models_by_digest(session, {line.digest for line in order.lines})
    return {line.public_id: _trims(models.get(line.digest), line) for line in order.lines}


def orders_by_line(session: Session, public_ids: Collection[str]) -> dict[str, Order]:
    """Return the orders that these lines belong to, bare, by the public id of the line."""
    wanted = select(OrderLine.public_id, Order).join(OrderLine.order)
    return dict(session.execute(wanted.where(OrderLine.public_id.in_(public_ids))).all())


def in_states(session: Session, states: tuple[rules.State, ...], *, page: int = 1) -> Page[Order]:
    """Return a page of the orders in these states with their lines, by promised day."""
    found = select(Order).where(Order.state.in_(states)).options(_LISTED)
    return page_of(session, found.order_by(Order.promised_on, Order.id), number=page)


def _trims(model: GarmentModel | None, line: OrderLine) -> dict[str, int]:
    if model is None:  # nobody knows it: its spec will say so
        return {}
    made = made_of(model, line.choices, line.cloth)
    return {need.code: need.quantity for need in made.materials}


def _whole() -> Select[Order]:
    return select(Order).options(_SHOWN, selectinload(Order.steps))


def _one(session: Session, statement: Select[Order]) -> Order:
    found = session.scalar(statement)
    if found is None:
        raise NotFound(_("There is no such order. Sign in with the account it was placed from."))
    return found
