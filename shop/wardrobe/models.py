"""Garments that fit, as they lie in the database."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shop.infra.db import Model


class WardrobeGarment(Model):
    """A garment that fits: its finished measures in mm by point, of the wearer of one profile."""

    __tablename__ = "wardrobe_garments"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    profile_id: Mapped[int] = mapped_column(
        ForeignKey("profiles.id", ondelete="CASCADE"), index=True
    )
    garment: Mapped[str]  # the code of its kind: shirt, trousers …
    fit: Mapped[str]  # as she says it sits, one of the garment's fits
    name: Mapped[str]
    points: Mapped[dict[str, int]] = mapped_column(JSON)
    followed: Mapped[bool]  # the next of its kind takes these measures
    line: Mapped[str | None]  # public id of the order's line, when we made it
    once: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
