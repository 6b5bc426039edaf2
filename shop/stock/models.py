"""Rolls, reservations, trims and the ledger of what moved, as they lie in the database.

The figures of a roll and of a trim are the sums of its movements; `service.ledger` alone writes
either.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.catalogue.models import ClothRow
from shop.infra.db import Model, stored
from shop.infra.steps import Acted
from shop.stock.rules import Hold, MovementKind


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


class Trim(Model):
    """A material that is counted by its code, in its own unit.

    More may be promised to garments than is there: then it is short, and has to be bought.
    """

    __tablename__ = "trims"
    __table_args__ = (CheckConstraint("held >= 0", name="held_is_counted"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    on_hand: Mapped[int] = mapped_column(default=0)
    held: Mapped[int] = mapped_column(default=0)

    @property
    def free(self) -> int:
        """What no garment was promised; below nothing where it is short."""
        return self.on_hand - self.held


class MovementRow(Acted, Model):
    """One movement of a roll or of a trim; never changed, never deleted."""

    __tablename__ = "stock_movements"
    __table_args__ = (
        CheckConstraint("(roll_id IS NULL) <> (trim_id IS NULL)", name="of_one_thing"),
        Index("ix_stock_movements_roll", "roll_id", "id"),
        Index("ix_stock_movements_trim", "trim_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    roll_id: Mapped[int | None] = mapped_column(ForeignKey("cloth_rolls.id"))
    trim_id: Mapped[int | None] = mapped_column(ForeignKey("trims.id"))
    kind: Mapped[MovementKind] = mapped_column(stored(MovementKind))
    there: Mapped[int]  # change of what is there
    held: Mapped[int]  # change of what of it is promised
    reference: Mapped[str] = mapped_column(index=True)  # of the garment, or empty
    reason: Mapped[str]
    at: Mapped[datetime]

    roll: Mapped[ClothRoll | None] = relationship(lazy="raise_on_sql")
    trim: Mapped[Trim | None] = relationship(lazy="raise_on_sql")
