"""Artworks as they lie in the database; their pixels lie in the store."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shop.artwork import rules
from shop.artwork.rules import State
from shop.infra.db import Model, stored


class Artwork(Model):
    """A picture somebody sent, and what was decided about it last."""

    __tablename__ = "artworks"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    once: Mapped[str] = mapped_column(unique=True)
    sha256: Mapped[str] = mapped_column(index=True)  # of the picture as kept: its key in the store
    width_px: Mapped[int]
    height_px: Mapped[int]
    state: Mapped[State] = mapped_column(stored(State), index=True)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str]  # why it was refused, for the customer to read
    created_at: Mapped[datetime]

    @property
    def dpi(self) -> int:
        return rules.dpi(self.width_px, self.height_px)

    @property
    def warning(self) -> str:
        """The sentence for a picture that prints coarse; empty for a fine one."""
        return rules.coarse(self.width_px, self.height_px)
