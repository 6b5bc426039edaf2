"""The pictures: looked at all together, made in advance, thrown away."""

from pathlib import Path
from typing import Final

import click
from flask.cli import with_appcontext

from shop.catalogue import queries as catalogue
from shop.infra import db
from shop.preview import queries, service
from shop.preview.draw import View
from shop.preview.draw.reader import garments

MEGABYTE: Final = 2**20


@click.group("pictures")
def group() -> None:
    """Look at the pictures of garments, draw them in advance, throw old ones away."""


@group.command("prune")
@click.option("--keep-mb", type=click.IntRange(min=0), help="Instead of SHOP_PICTURE_DISK_MB.")
@with_appcontext
def prune(keep_mb: int | None) -> None:
    """Throw the oldest kept pictures away; they are drawn anew when somebody asks."""
    removed, left = service.prune(keep_mb=keep_mb)
    click.echo(f"{removed} thrown away, {left / MEGABYTE:.1f} MB kept.")


@group.command("warm")
@with_appcontext
def warm() -> None:
    """Draw every garment in every cloth for it, as it is first shown, before anybody asks."""
    with db.look() as session:
        cloths = catalogue.cloths(session)
    wanted = [
        queries.wanted(garment, {}, queries.look_of(cloth), view=view, width=720, kind="jpg")
        for garment in sorted(garments())
        for view in View
        for cloth in cloths
        if garment in cloth.garments
    ]
    with click.progressbar(wanted, label="pictures") as each_wanted:
        for each in each_wanted:
            service.picture(each)


@group.command("sheet")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("sheets"),
    show_default=True,
    help="A folder for all sheets, or a .png or .jpg for one.",
)
@click.option("--garment", help="Only this one.")
@click.option("--width", default=360, show_default=True, help="Of each picture, in pixels.")
def sheet(out: Path, garment: str | None, width: int) -> None:
    """Lay everything out to be looked at: each garment, option and fit, both views, some cloths."""
    from shop.cli import contact_sheet  # numpy only where one draws

    if garment and garment not in garments():
        raise click.BadParameter(f"Drawn are {', '.join(sorted(garments()))}.")
    names = [garment] if garment else sorted(garments())
    if out.suffix:
        rows = contact_sheet.options(names[0]) if garment else contact_sheet.overview(names)
        contact_sheet.save(rows, out, width=width)
        return
    out.mkdir(parents=True, exist_ok=True)
    contact_sheet.save(contact_sheet.overview(names), out / "all.jpg", width=width)
    for name in names:
        contact_sheet.save(contact_sheet.options(name), out / f"{name}.jpg", width=width)


COMMANDS = (group,)
