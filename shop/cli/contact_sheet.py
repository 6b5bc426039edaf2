"""The contact sheet: every garment, option and fit in a few cloths, to be looked at by people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click
from PIL import Image, ImageDraw, ImageFont

from shop.catalogue.gateways.files import read_folder
from shop.catalogue.rules import Cloth
from shop.infra.assets import font_file
from shop.preview import draw
from shop.preview.draw import ClothLook, View
from shop.preview.draw.reader import garment_spec
from shop.preview.queries import look_of

FIT: Final = "fit"
GAP: Final = 12
LABEL: Final = 26
PAPER: Final = "#FAF8F4"
INK: Final = "#1C1B19"
FEW: Final = 4  # cloths of a sheet, as different as there are


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One picture of a sheet with the words below it."""

    garment: str
    choices: tuple[tuple[str, str], ...]
    look: ClothLook
    view: View
    label: str


Row = tuple[Cell, ...]


def overview(names: Sequence[str]) -> list[Row]:
    """Return a row for each garment: a few cloths, from both sides."""
    return [
        tuple(
            Cell(
                garment=name,
                choices=(),
                look=look_of(cloth),
                view=view,
                label=f"{name}, {cloth.name}, {view}",
            )
            for cloth in few_cloths(name)
            for view in View
        )
        for name in names
    ]


def options(garment: str) -> list[Row]:
    """Return a row for each value of each option: every fit, from both sides, cloth by cloth."""
    groups = garment_spec(garment).groups
    cloths = few_cloths(garment)
    wanted = [
        (group, value) for group, values in groups.items() for value in values if group != FIT
    ]
    return [
        tuple(_cells(garment, group, value, cloths[number % len(cloths)]))
        for number, (group, value) in enumerate(wanted)
    ]


def _cells(garment: str, group: str, value: str, cloth: Cloth) -> Iterator[Cell]:
    for fit in garment_spec(garment).groups.get(FIT, ("",)):
        for view in View:
            yield Cell(
                garment=garment,
                choices=((group, value), (FIT, fit)),
                look=look_of(cloth),
                view=view,
                label=f"{group} {value}, {fit}, {view}",
            )


def few_cloths(garment: str) -> list[Cloth]:
    """Return the garment's first cloth of each pattern, then others, a few in all."""
    ours = [each.cloth for each in read_folder().cloths if garment in each.cloth.garments]
    ours = ours or [each.cloth for each in read_folder().cloths]
    first = {cloth.pattern: cloth for cloth in reversed(ours)}
    return [*first.values(), *(cloth for cloth in ours if cloth not in first.values())][:FEW]


def save(rows: list[Row], path: Path, *, width: int) -> None:
    wide, tall = width + GAP, width * 4 // 3 + LABEL + GAP
    columns = max(len(row) for row in rows)
    out = Image.new("RGB", (columns * wide + GAP, len(rows) * tall + GAP), PAPER)
    pen, font = ImageDraw.Draw(out), _font(width)
    with click.progressbar(list(_placed(rows)), label=path.name) as cells:
        for row, column, cell in cells:
            at = GAP + column * wide, GAP + row * tall
            out.paste(_drawn(cell, width), at)
            pen.text((at[0], at[1] + width * 4 // 3 + 4), cell.label, font=font, fill=INK)
    out.save(path, quality=88)
    click.echo(f"{path}: {sum(len(row) for row in rows)} pictures")


def _placed(rows: list[Row]) -> Iterator[tuple[int, int, Cell]]:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            yield row, column, cell


def _drawn(cell: Cell, width: int) -> Image.Image:
    return draw.picture(cell.garment, dict(cell.choices), cell.look, view=cell.view, size=width)


def _font(width: int) -> ImageFont.FreeTypeFont:
    path = font_file("font_source_sans_pro", "SourceSansPro-Regular.ttf")
    return ImageFont.truetype(str(path), max(9, min(17, width // 22)))
