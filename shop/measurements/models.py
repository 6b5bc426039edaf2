"""Profiles, their measurements, walks with the tape and corrections as they lie in the database."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.infra.db import Model, document, stored
from shop.measurements.rules import (
    Closeness,
    Decision,
    Layer,
    Shoulders,
    SizeTable,
    Source,
    Stance,
    Way,
    Whose,
)
from shop.measurements.rules.reasons import Reason


class Profile(Model):
    """A body somebody keeps under a name; its values are those of its latest revisions."""

    __tablename__ = "profiles"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    whose: Mapped[Whose] = mapped_column(stored(Whose))
    table: Mapped[SizeTable] = mapped_column("size_table", stored(SizeTable, "size_table"))
    closeness: Mapped[Closeness] = mapped_column(stored(Closeness))
    shoulders: Mapped[Shoulders] = mapped_column(stored(Shoulders))
    stance: Mapped[Stance] = mapped_column(stored(Stance))
    revision: Mapped[int]
    once: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    reminds: Mapped[bool]  # whether she wants a letter when it is time to measure again
    reminded_at: Mapped[datetime | None]

    revisions: Mapped[list["Revision"]] = relationship(
        order_by="Revision.no", lazy="raise_on_sql", passive_deletes=True
    )
    measurements: Mapped[list["Measurement"]] = relationship(
        order_by="Measurement.revision", lazy="raise_on_sql", passive_deletes=True
    )


class Revision(Model):
    """One change of a profile: when, and how it came to be."""

    __tablename__ = "profile_revisions"
    __table_args__ = (UniqueConstraint("profile_id", "no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id", ondelete="CASCADE"))
    no: Mapped[int]
    way: Mapped[Way] = mapped_column(stored(Way))
    at: Mapped[datetime]


class Measurement(Model):
    """One value, or one fact, as it was told; never changed, only followed by another revision."""

    __tablename__ = "measurements"
    __table_args__ = (
        UniqueConstraint("profile_id", "key", "revision"),
        CheckConstraint("amount > 0", name="amount"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id", ondelete="CASCADE"))
    revision: Mapped[int]
    key: Mapped[str]  # of a measure or of a fact
    amount: Mapped[int | None]  # mm, g or years; NULL: not known any more
    low: Mapped[int | None]  # where nine in ten such people lie, for what was not measured
    high: Mapped[int | None]
    source: Mapped[Source] = mapped_column(stored(Source))
    insisted: Mapped[bool]  # it looked wrong, and she said it is right
    taken_at: Mapped[datetime]


class Walk(Model):
    """A walk with the tape that is not at its end: what is asked, and what was left out."""

    __tablename__ = "tape_walks"

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(
        ForeignKey("profiles.id", ondelete="CASCADE"), unique=True
    )
    keys: Mapped[list[str]] = mapped_column(JSON)
    skipped: Mapped[list[str]] = mapped_column(JSON)
    first: Mapped[dict[str, list[int]]] = mapped_column(JSON)  # readings that wait for others
    revision: Mapped[int | None]  # the one this walk writes
    carried: Mapped[dict[str, Any]] = mapped_column(JSON)  # where it leads when it is done
    begun_at: Mapped[datetime]


class CorrectionRow(Model):
    """A correction that a garment taught us, and what its wearer said of it."""

    __tablename__ = "corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    profile_id: Mapped[int] = mapped_column(
        ForeignKey("profiles.id", ondelete="CASCADE"), index=True
    )
    layer: Mapped[Layer] = mapped_column(stored(Layer))
    garment: Mapped[str]  # its code; empty for the body
    point: Mapped[str]  # the point's code; for the body the key of the measure
    cloth: Mapped[str]  # its code in the layer of the cut, else empty
    mm: Mapped[int]
    reason: Mapped[Reason] = mapped_column(document(Reason))
    decision: Mapped[Decision] = mapped_column(stored(Decision))
    proposed_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
