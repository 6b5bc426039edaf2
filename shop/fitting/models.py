"""What was said of delivered garments, as it lies in the database."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shop.fitting.rules import FitVerdict, Since
from shop.infra.db import Model, stored


class Answer(Model):
    """What is said of one point of a garment; the last word counts."""

    __tablename__ = "fit_answers"
    __table_args__ = (UniqueConstraint("line", "point"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    line: Mapped[str] = mapped_column(index=True)  # public id of the order's line
    profile_id: Mapped[int | None] = mapped_column(
        ForeignKey("profiles.id", ondelete="CASCADE"), index=True
    )
    point: Mapped[str]  # the point's code; empty for the whole garment
    said: Mapped[FitVerdict] = mapped_column(stored(FitVerdict, "said"))
    since: Mapped[Since] = mapped_column(stored(Since))
    mm: Mapped[int | None]  # as far as she knows how much
    at: Mapped[datetime]
