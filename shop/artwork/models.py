"""Artworks and the decisions about them; their pixels lie in the store."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.artwork import rules
from shop.artwork.rules import Move, State
from shop.infra.db import Model, stored
from shop.infra.steps import Step


class Artwork(Model):
    """A picture somebody sent, and what was decided about it."""

    __tablename__ = "artworks"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    once: Mapped[str] = mapped_column(unique=True)
    sha256: Mapped[str] = mapped_column(index=True)  # of the picture as kept: its key in the store
    width_px: Mapped[int]
    height_px: Mapped[int]
    state: Mapped[State] = mapped_column(stored(State), index=True)
    created_at: Mapped[datetime]

    steps: Mapped[list["ArtworkStep"]] = relationship(
        order_by="ArtworkStep.id",
        lazy="raise_on_sql",
        back_populates="artwork",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    @property
    def decision(self) -> "ArtworkStep | None":
        """What was decided last; None while it waits."""
        return self.steps[-1] if self.steps else None

    @property
    def reason(self) -> str:
        """Why it was refused, for the customer to read; empty where it was not."""
        return self.decision.reason if self.decision else ""

    @property
    def dpi(self) -> int:
        return rules.dpi(self.width_px, self.height_px)

    @property
    def warning(self) -> str:
        """The sentence for a picture that prints coarse; empty for a fine one."""
        return rules.coarse(self.width_px, self.height_px)


class ArtworkStep(Step, Model):
    """One decision about an artwork; it goes with the artwork."""

    __tablename__ = "artwork_steps"

    artwork_id: Mapped[int] = mapped_column(
        ForeignKey("artworks.id", ondelete="CASCADE"), index=True
    )
    move: Mapped[Move] = mapped_column(stored(Move))
    before: Mapped[State] = mapped_column(stored(State, "before"))
    after: Mapped[State] = mapped_column(stored(State, "after"))

    artwork: Mapped[Artwork] = relationship(back_populates="steps", lazy="raise_on_sql")
