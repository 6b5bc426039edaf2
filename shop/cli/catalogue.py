"""The catalogue's files: checked and taken in from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
from flask.cli import with_appcontext

from shop.catalogue import service
from shop.catalogue.gateways.files import SHIPPED, Files, FilesAtFault, read_folder
from shop.catalogue.gateways.writing import write_folder
from shop.configurator import service as configurator
from shop.infra import db
from shop.kernel import clock
from shop.kernel.actors import HOUSE
from shop.stock import queries as stock_queries
from shop.stock import service as stock

Taken = TypeVar("Taken")
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group("catalogue")
def catalogue() -> None:
    """Garments and cloths, from files that a tailor can read."""


@catalogue.command("load")
@click.argument("folder", type=FOLDER, default=SHIPPED)
@with_appcontext
def load(folder: Path) -> None:
    """Offer what the files in FOLDER say (without it: those that come with the shop)."""
    files = _read(folder)
    with db.work() as session:
        loaded = _sound(lambda: configurator.load(session, files, now=clock.now()))
        rolls = stock.take_in(session, files.rolls, actor=HOUSE, now=clock.now())
        trims = stock.take_in_trims(session, files.opening_trims, actor=HOUSE, now=clock.now())
    published = ", ".join(loaded.published) or "none"
    click.echo(
        f"New versions: {published}. Cloths new or changed: {len(loaded.cloths)}."
        f" New rolls: {rolls}. New trims: {trims}."
    )


@catalogue.command("check")
@click.argument("folder", type=FOLDER, default=SHIPPED)
def check(folder: Path) -> None:
    """Say what is wrong in the files of FOLDER, and change nothing."""
    files = _read(folder)
    for warning in _sound(lambda: configurator.check(files)):
        click.echo(f"To look at: {warning}")
    click.echo(f"{len(files.garments)} garments and {len(files.cloths)} cloths, all in order.")


@catalogue.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@with_appcontext
def export(folder: Path) -> None:
    """Write what the shop offers now to FOLDER, in the files' own language."""
    with db.look() as session:
        files = service.offered(session, rolls=stock_queries.delivered(session))
    written = {each.model.garment for each in files.garments}
    others = sorted({path.stem for path in folder.glob("garments/*.yaml")} - written)
    if others:
        raise click.ClickException(
            f"In {folder} there are garments the shop does not offer: {', '.join(others)}."
            " Move them away, or choose another folder; nothing was written."
        )
    write_folder(folder, files)
    click.echo(
        f"{len(files.garments)} garments and {len(files.cloths)} cloths, written to {folder}."
    )


def _read(folder: Path) -> Files:
    return _sound(lambda: read_folder(folder))


def _sound(take: Callable[[], Taken]) -> Taken:
    """Return what is taken from files, or end the command with all that is wrong in them."""
    try:
        return take()
    except FilesAtFault as error:
        faults = len(error.faults)
        click.echo(str(error), err=True)
        raise click.ClickException(
            "1 line is wrong; nothing was changed."
            if faults == 1
            else f"{faults} lines are wrong; nothing was changed."
        ) from error


COMMANDS = (catalogue,)
