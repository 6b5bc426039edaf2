"""Garments with their published versions, and cloths, as they lie in the database."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shop.catalogue.rules import Material, MaterialUnit
from shop.infra.db import Model, stored


class Garment(Model):
    __tablename__ = "garments"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    is_active: Mapped[bool] = mapped_column(default=True)


class GarmentVersion(Model):
    """One published model of a garment. A row is never changed: orders point at it."""

    __tablename__ = "garment_versions"
    __table_args__ = (UniqueConstraint("garment_id", "no"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    garment_id: Mapped[int] = mapped_column(ForeignKey("garments.id"))
    no: Mapped[int]
    canonical: Mapped[str]
    digest: Mapped[str] = mapped_column(index=True)
    file_digest: Mapped[str]  # of the file it came from; differs once staff changed a price
    file_prices: Mapped[dict[str, int]] = mapped_column(JSON)  # as that file had them
    published_at: Mapped[datetime]


class GarmentDraft(Model):
    """What staff are about to publish of a garment: one for all of them, behind a revision.

    The row stays when nothing is drafted any more, so no revision is ever met twice.
    """

    __tablename__ = "garment_drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    garment_id: Mapped[int] = mapped_column(ForeignKey("garments.id"), unique=True)
    canonical: Mapped[str | None]  # None where nothing is drafted
    based_on: Mapped[str]  # digest of the version it started from
    revision: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))


class ClothRow(Model):
    """A cloth with all its numbers. `digest` is that of the canonical cloth these columns make."""

    __tablename__ = "cloths"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    is_active: Mapped[bool] = mapped_column(default=True)
    digest: Mapped[str]
    name: Mapped[str]
    family: Mapped[str]
    mill: Mapped[str]
    article: Mapped[str]
    weave: Mapped[str]
    pattern: Mapped[str]
    colour: Mapped[str]
    ground: Mapped[str]
    accent: Mapped[str]
    repeat_mm: Mapped[int]
    weight_gsm: Mapped[int]
    width_mm: Mapped[int]
    composition: Mapped[list[list[str | int]]] = mapped_column(JSON)
    stretch_percent: Mapped[int]
    shrink_length_per_mille: Mapped[int]
    shrink_width_per_mille: Mapped[int]
    season: Mapped[str]
    care: Mapped[list[str]] = mapped_column(JSON)
    price_per_metre_minor: Mapped[int]
    file_price_minor: Mapped[int]  # as the file had it: a price of the staff stays until it changes
    garments: Mapped[list[str]] = mapped_column(JSON)
    story: Mapped[str]


class MaterialRow(Model):
    """A material that garments take beside their cloth, as the file has it."""

    __tablename__ = "materials"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    is_active: Mapped[bool] = mapped_column(default=True)
    name: Mapped[str]
    unit: Mapped[MaterialUnit] = mapped_column(stored(MaterialUnit))
    opening: Mapped[int]  # so many units lay in the house at the start

    @property
    def material(self) -> Material:
        return Material(code=self.code, name=self.name, unit=self.unit)
