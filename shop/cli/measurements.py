"""The model of the body: fitted, and put to the test on people it has not seen."""

import json
import re
from pathlib import Path
from typing import Any, Final

import click

from shop.anthropometry.rules import FILE, fitted, written
from shop.cli.body_people import read_people, split, write_people

READABLE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
WRITABLE: Final = click.Path(dir_okay=False, path_type=Path)


@click.group("measurements")
def measurements() -> None:
    """Fit and test what the shop knows about bodies, learned from people who were measured."""


@measurements.command("fit")
@click.argument("data", type=READABLE)
@click.option(
    "--hold-out",
    type=click.FloatRange(0, 90),
    default=20.0,
    show_default=True,
    help="Per cent of the people to leave out.",
)
@click.option("--seed", type=int, default=5, show_default=True, help="Draws who is left out.")
@click.option("--held-out", type=WRITABLE, help="Write the people left out to this CSV.")
@click.option("--to", type=WRITABLE, default=FILE, help="Write the model here, not to the shop's.")
def fit(data: Path, hold_out: float, seed: int, held_out: Path | None, to: Path) -> None:
    """Fit the model to the people in DATA, a CSV with the columns of ANSUR II in cm and kg."""
    people = read_people(data)
    used, rest = split(people, share=hold_out / 100, seed=seed)
    words = f"{100 - hold_out:g} % of {len(people)} people, drawn by sex with seed {seed}"
    model = fitted(used.rows, split=words)
    text = written(model)
    to.write_text(text, encoding="utf-8")
    if held_out:
        write_people(rest, held_out)
    for sex, each in model.of.items():
        click.echo(f"{sex}: {each.people} used of {len(used.rows[sex])}, tail {each.tail:g}")
    click.echo(f"{len(rest)} people left out. {to}: {len(text.encode()) / 1000:.1f} kB.")


@measurements.command("evaluate")
@click.argument("file", type=READABLE)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--seed", type=int, default=5, show_default=True, help="Draws labels and slips.")
def evaluate(file: Path, as_json: bool, seed: int) -> None:  # noqa: FBT001  # a flag
    """Put the shipped model to the test on the people in FILE, and print how it did."""
    from shop.cli import body_report

    report = body_report.report(read_people(file), seed=seed)
    if as_json:
        click.echo(json.dumps(_for_programs(report), indent=2))
        return
    click.echo("\n".join(body_report.lines(report)))


def _for_programs(value: Any) -> Any:
    """Name things in one word, and round to four decimals: the rest differs between machines."""
    if isinstance(value, dict):
        return {_in_one_word(key): _for_programs(each) for key, each in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def _in_one_word(key: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", key.lower()).strip("_")


COMMANDS = (measurements,)
