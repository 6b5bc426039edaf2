"""Work orders and their steps as they lie in the database."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym

from shop.infra.db import Model, document, stored
from shop.infra.steps import Acted, Step
from shop.orders.models import Order, OrderLine
from shop.production.rules import Cause, Move, Spec, Stage


class WorkOrder(Model):
    """One piece to be made. What it is stands, frozen, on its order line."""

    __tablename__ = "work_orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)  # on paper: W-2026-00042-1
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    order_line_id: Mapped[int] = mapped_column(ForeignKey("order_lines.id"), unique=True)
    garment: Mapped[str]
    stage: Mapped[Stage] = mapped_column(stored(Stage), index=True)
    state: Mapped[Stage] = synonym("stage")  # as whatever moves by a table calls it
    resumes_at: Mapped[Stage | None] = mapped_column(stored(Stage, "resumes_at"))  # while on hold
    held_reason: Mapped[str] = mapped_column(default="")
    promised_on: Mapped[date] = mapped_column(index=True)
    cut_on: Mapped[date]  # not before this day
    cut_by: Mapped[date]  # later than this the promise is in danger
    minutes: Mapped[int]
    revision: Mapped[int] = mapped_column(default=1)  # the spec that is valid

    order: Mapped[Order] = relationship(lazy="raise_on_sql")
    line: Mapped[OrderLine] = relationship(lazy="raise_on_sql")
    steps: Mapped[list["WorkStep"]] = relationship(
        order_by="WorkStep.id", lazy="raise_on_sql", back_populates="work"
    )
    revisions: Mapped[list["SpecRevision"]] = relationship(
        order_by="SpecRevision.no", lazy="raise_on_sql"
    )


class WorkStep(Step, Model):
    """One move of a piece."""

    __tablename__ = "work_steps"

    work_id: Mapped[int] = mapped_column(ForeignKey("work_orders.id"), index=True)
    move: Mapped[Move] = mapped_column(stored(Move))
    before: Mapped[Stage] = mapped_column(stored(Stage, "before"))
    after: Mapped[Stage] = mapped_column(stored(Stage, "after"))

    work: Mapped[WorkOrder] = relationship(back_populates="steps", lazy="raise_on_sql")


class SpecRevision(Acted, Model):
    """What is to be made, as it was decided; a change is a further revision.

    Never changed, never deleted; when its wearer leaves, what was of her is blanked.
    """

    __tablename__ = "spec_revisions"
    __table_args__ = (UniqueConstraint("work_id", "no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work_orders.id"))
    no: Mapped[int]  # 1, 2 …
    document: Mapped[Spec] = mapped_column(document(Spec))
    hash: Mapped[str]  # rules.digest of the document
    cause: Mapped[Cause] = mapped_column(stored(Cause))
    born_at: Mapped[datetime]
