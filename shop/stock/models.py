"""Rolls of cloth and what is reserved of them, as they lie in the database."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.catalogue.models import ClothRow
from shop.infra.db import Model, stored
from shop.stock.rules import Hold


class ClothRoll(Model):
    """One roll of one dye lot; of `left_mm`, `held_mm` is promised to garments not yet cut."""

    __tablename__ = "cloth_rolls"
    __table_args__ = (
        UniqueConstraint("cloth_id", "number"),
        CheckConstraint("held_mm >= 0 AND held_mm <= left_mm", name="held_is_there"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cloth_id: Mapped[int] = mapped_column(ForeignKey("cloths.id"))
    number: Mapped[str]
    dye_lot: Mapped[str]
    length_mm: Mapped[int]
    left_mm: Mapped[int]
    held_mm: Mapped[int] = mapped_column(default=0)
    received_on: Mapped[date]

    cloth: Mapped[ClothRow] = relationship(lazy="raise_on_sql")

    @property
    def free_mm(self) -> int:
        return self.left_mm - self.held_mm


class ClothReservation(Model):
    """Cloth on one roll that is promised to one garment, known by the garment's reference."""

    __tablename__ = "cloth_reservations"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    roll_id: Mapped[int] = mapped_column(ForeignKey("cloth_rolls.id"), index=True)
    mm: Mapped[int]
    state: Mapped[Hold] = mapped_column(stored(Hold))
    reserved_at: Mapped[datetime]

    roll: Mapped[ClothRoll] = relationship(lazy="raise_on_sql")
