"""Garments and cloths for tests: small ones made here, and those that come with the shop."""

import shutil
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from shop.catalogue import service
from shop.catalogue.gateways.files import SHIPPED, Files, read_folder
from shop.catalogue.rules import (
    Choices,
    Cloth,
    GarmentModel,
    Group,
    GroupKind,
    OpeningRoll,
    Section,
    Value,
)
from shop.kernel.actors import HOUSE
from shop.stock import service as stock
from shop.stock.models import ClothRoll

LOADED_AT = datetime(2026, 11, 2, 8, tzinfo=UTC)


@cache
def shipped() -> Files:
    """Return the shop's own files, read once for all tests."""
    return read_folder()


def shipped_model(code: str) -> GarmentModel:
    return next(each.model for each in shipped().garments if each.model.garment == code)


def shipped_cloth(code: str) -> Cloth:
    return next(each.cloth for each in shipped().cloths if each.cloth.code == code)


def load_catalogue(
    session: Session, files: Files | None = None, *, now: datetime = LOADED_AT
) -> None:
    """Fill the tables with the shop's own garments and cloths, or those of the files."""
    files = files or shipped()
    service.load(session, files, now=now)
    stock.take_in(session, files.rolls, actor=HOUSE, now=now)
    session.flush()


def a_folder(place: Path, **changes: dict[str, str]) -> Path:
    """Copy the shop's files to a folder; replace words in them: `shirt={"old": "new"}`."""
    folder = place / "files"
    shutil.copytree(SHIPPED, folder)
    for name, words in changes.items():
        path = next(folder.rglob(f"{name}.yaml"))
        text = path.read_text()
        for old, new in words.items():
            assert text.count(old) >= 1, f"{old!r} is not in {name}.yaml"
            text = text.replace(old, new, 1)
        path.write_text(text)
    return folder


def line_of(folder: Path, name: str, words: str) -> int:
    """Return the number of the first line with these words."""
    lines = next(folder.rglob(f"{name}.yaml")).read_text().splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def a_group(code: str, *values: Value, **facts: Any) -> Group:
    return Group(
        code=code, name=code, section=facts.pop("section", Section.STYLE), values=values, **facts
    )


def values(*codes: str, **prices: int) -> tuple[Value, ...]:
    return tuple(
        Value(code=code, name=code, phrase=code, price_minor=prices.get(code, 0), rank=rank)
        for rank, code in enumerate(codes)
    )


def a_model(*groups: Group, **facts: Any) -> GarmentModel:
    """Return a model with a cloth and these groups; by default 1500 mm at 1500, making 100.00."""
    cloth = Group(code="cloth", name="Cloth", section=Section.CLOTH, kind=GroupKind.CLOTH)
    usual = {
        "garment": "shirt",
        "name": "Shirt",
        "summary": "A shirt.",
        "for_whom": "everyone",
        "base_price_minor": 10_000,
        "cloth_mm": 1500,
        "cloth_width_mm": 1500,
        "lead_days": 10,
    }
    return GarmentModel(groups=(cloth, *groups), **{**usual, **facts})


def a_cloth(code: str = "plain-white", **facts: Any) -> Cloth:
    """Return a plain cotton of 120 g/m², 1500 mm wide, at 20.00 a metre."""
    usual = {
        "name": "Plain white",
        "family": "poplin",
        "mill": "A mill",
        "article": "A 1",
        "weave": "plain weave",
        "pattern": "plain",
        "colour": "white",
        "ground": "#eceff1",
        "accent": "#dddddd",
        "repeat_mm": 0,
        "weight_gsm": 120,
        "width_mm": 1500,
        "composition": (("cotton", 100),),
        "stretch_percent": 0,
        "shrink_length_per_mille": 15,
        "shrink_width_per_mille": 10,
        "season": "all-year",
        "price_per_metre_minor": 2000,
        "care": ("wash-40", "no-bleach", "line", "iron-150", "no-dry-clean"),
        "garments": frozenset({"shirt"}),
        "story": "White.",
    }
    return Cloth(code=code, **{**usual, **facts})


def a_roll(
    session: Session, cloth: str, *, number: str = "R-1", length_mm: int = 5000, lot: str = "L1"
) -> ClothRoll:
    roll = OpeningRoll(
        number=number, dye_lot=lot, length_mm=length_mm, received_on=date(2026, 11, 2)
    )
    row = stock.receive_roll(session, cloth=cloth, roll=roll, actor=HOUSE, now=LOADED_AT)
    session.flush()
    return row


def choices(words: str) -> Choices:
    """Return the choices in `collar=band cuff=french`."""
    return dict(word.split("=", 1) for word in words.split())
