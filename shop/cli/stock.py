"""Whether the shelf is what its ledger says, from the command line."""

import json
from dataclasses import asdict

import click
from flask.cli import with_appcontext

from shop.infra import db
from shop.stock import queries
from shop.stock.queries import Beside, Difference


@click.group("stock")
def stock() -> None:
    """Look after rolls of cloth and trims."""


@stock.command("check")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@with_appcontext
def check(as_json: bool) -> None:  # noqa: FBT001  # a flag
    """Compare every roll and trim with its movements; end with an error where they differ."""
    with db.look() as session:
        found = queries.differences(session)
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], indent=2))
    else:
        click.echo("\n".join(map(_sentence, found)) or "Every roll and trim is what moved of it.")
    if found:
        raise SystemExit(1)


def _sentence(each: Difference) -> str:
    figures, sums = each.figures, each.sums
    if each.beside is Beside.RESERVATIONS:
        return (
            f"{each.name}: {figures.held} are held, but the garments it is kept for"
            f" come to {sums.held}."
        )
    return (
        f"{each.name}: {figures.there} are there and {figures.held} held, but its movements"
        f" come to {sums.there} and {sums.held}."
    )


COMMANDS = (stock,)
