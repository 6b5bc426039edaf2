"""Profiles and their measurements as they lie in the database."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.infra.db import Model, stored
from shop.measurements.rules import Source, Table


class Profile(Model):
    """A body somebody keeps under a name; its values are those of its latest revisions."""

    __tablename__ = "profiles"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    table: Mapped[Table] = mapped_column("size_table", stored(Table, "size_table"))
    revision: Mapped[int]
    once: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    measurements: Mapped[list["Measurement"]] = relationship(
        order_by="Measurement.revision", lazy="raise_on_sql", passive_deletes=True
    )


class Measurement(Model):
    """One value as it was taken; never changed, only followed by another revision."""

    __tablename__ = "measurements"
    __table_args__ = (
        UniqueConstraint("profile_id", "key", "revision"),
        CheckConstraint("mm > 0", name="mm"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id", ondelete="CASCADE"))
    revision: Mapped[int]
    key: Mapped[str]
    mm: Mapped[int]
    source: Mapped[Source] = mapped_column(stored(Source))
    taken_at: Mapped[datetime]
