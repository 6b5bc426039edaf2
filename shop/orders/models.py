"""Orders as they lie in the database: what was bought is a copy, kept as it was."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from shop.catalogue.rules import Cloth
from shop.designs.rules import Finished
from shop.infra.db import Model, document, stored
from shop.infra.steps import Step
from shop.kernel.money import Money
from shop.orders.rules import Address, MadeFrom, Move, Named, State, posture_apart
from shop.pricing.rules import Quote, quote_of_0_4


class Order(Model):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)  # on paper: T-2026-00042
    once: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[State] = mapped_column(stored(State), index=True)
    email: Mapped[str]
    address: Mapped[Address] = mapped_column(document(Address))
    shipping: Mapped[str]  # code of the way it travels
    shipping_minor: Mapped[int]
    total_minor: Mapped[int]
    tax_minor: Mapped[int]  # contained in the total
    paid_minor: Mapped[int]
    currency: Mapped[str]
    disclosures: Mapped[Mapping[str, str]] = mapped_column("told", JSON)  # told before buying
    placed_at: Mapped[datetime]
    paid_at: Mapped[datetime | None]
    cut_on: Mapped[date]  # not cut before this day
    promised_on: Mapped[date] = mapped_column(index=True)  # arrives by
    forgotten_at: Mapped[datetime | None]  # its person has left, and with her what was hers in it

    total: Mapped[Money] = composite("total_minor", "currency")
    paid: Mapped[Money] = composite("paid_minor", "currency")
    lines: Mapped[list["OrderLine"]] = relationship(
        order_by="OrderLine.position", lazy="raise_on_sql", back_populates="order"
    )
    steps: Mapped[list["OrderStep"]] = relationship(
        order_by="OrderStep.id", lazy="raise_on_sql", back_populates="order"
    )

    @property
    def lines_by_cloth(self) -> list["OrderLine"]:
        """The lines as their cloths are to be locked: all in one order, or two wait for ever."""
        return sorted(self.lines, key=lambda line: (line.cloth.code, line.position))


class OrderLine(Model):
    """One garment as it was bought: design, body, finished measurements, price, rules' version."""

    __tablename__ = "order_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    position: Mapped[int]
    garment: Mapped[str]
    garment_name: Mapped[str]
    sentence: Mapped[str]
    digest: Mapped[str]  # the version of the model
    choices: Mapped[dict[str, str]] = mapped_column(JSON)
    named: Mapped[tuple[Named, ...]] = mapped_column(document(tuple[Named, ...]))
    cloth: Mapped[Cloth] = mapped_column(document(Cloth))  # its numbers as they were
    cloth_mm: Mapped[int]
    made_for: Mapped[str]  # the profile's name, or the size's
    profile_id: Mapped[str | None]  # public id of the profile, to order again
    size: Mapped[str | None]  # `men-M`, to order again
    body: Mapped[MadeFrom] = mapped_column(document(MadeFrom, upgrades={0: posture_apart}))
    finished: Mapped[tuple[Finished, ...]] = mapped_column(document(tuple[Finished, ...]))
    quote: Mapped[Quote] = mapped_column(document(Quote, upgrades={0: quote_of_0_4}))
    price_minor: Mapped[int]
    minutes: Mapped[int]  # standard minutes of making
    returnable: Mapped[bool]  # keeps the right of withdrawal
    note: Mapped[str]  # of the customer, to the workshop
    confirmed_at: Mapped[datetime]  # when she confirmed the finished measurements

    order: Mapped[Order] = relationship(back_populates="lines", lazy="raise_on_sql")


class OrderStep(Step, Model):
    """One move in the life of an order."""

    __tablename__ = "order_steps"

    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    move: Mapped[Move] = mapped_column(stored(Move))
    before: Mapped[State] = mapped_column(stored(State, "before"))
    after: Mapped[State] = mapped_column(stored(State, "after"))

    order: Mapped[Order] = relationship(back_populates="steps", lazy="raise_on_sql")
