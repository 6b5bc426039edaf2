"""Lines of bags."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from shop.designs.rules import Finished
from shop.infra.db import Model, document


class BagLine(Model):
    __tablename__ = "bag_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    once: Mapped[str] = mapped_column(unique=True)
    garment: Mapped[str]
    choices: Mapped[dict[str, str]] = mapped_column(JSON)
    wearer: Mapped[str]  # a profile's public id, or a standard size
    finished: Mapped[tuple[Finished, ...]] = mapped_column(document(tuple[Finished, ...]))
    price_minor: Mapped[int]  # as seen when it was put in
    note: Mapped[str]
    confirmed_at: Mapped[datetime]
    taken_by: Mapped[str | None] = mapped_column(index=True)  # the order's public id
