"""Saved designs."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shop.infra.db import Model


class Design(Model):
    """A saved design never changes but for its name; changing it saves another one."""

    __tablename__ = "designs"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    garment: Mapped[str]
    digest: Mapped[str]  # the version of the model it was checked with
    choices: Mapped[dict[str, str]] = mapped_column(JSON)
    name: Mapped[str]
    once: Mapped[str] = mapped_column(unique=True)
    saved_at: Mapped[datetime]
    published_at: Mapped[datetime | None] = mapped_column(index=True)
