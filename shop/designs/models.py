"""Saved designs and their versions."""

from datetime import datetime
from typing import Final

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shop.infra.db import Model

FIRST: Final = 1  # versions are counted from here
NAMELESS: Final = "—"  # the origin's name, once the person who gave it has left


class Design(Model):
    """A saved design as it is now. What it was before is kept in its versions."""

    __tablename__ = "designs"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    garment: Mapped[str]
    digest: Mapped[str]  # the version of the model it was checked with
    choices: Mapped[dict[str, str]] = mapped_column(JSON)
    name: Mapped[str]
    no: Mapped[int]  # of the newest version, whose choices stand here too
    once: Mapped[str] = mapped_column(unique=True)
    saved_at: Mapped[datetime]
    published_at: Mapped[datetime | None] = mapped_column(index=True)
    published_no: Mapped[int | None]  # the version that the gallery shows
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("designs.id", ondelete="SET NULL"), index=True
    )
    parent_name: Mapped[str]  # as it was called then: it outlives the design it was made from


class DesignVersion(Model):
    """What a design was at one time; never changed."""

    __tablename__ = "design_versions"
    __table_args__ = (UniqueConstraint("design_id", "no"), UniqueConstraint("design_id", "once"))

    id: Mapped[int] = mapped_column(primary_key=True)
    design_id: Mapped[int] = mapped_column(ForeignKey("designs.id", ondelete="CASCADE"))
    no: Mapped[int]
    digest: Mapped[str]
    choices: Mapped[dict[str, str]] = mapped_column(JSON)
    once: Mapped[str]
    saved_at: Mapped[datetime]
