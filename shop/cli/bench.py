"""What things cost, measured where it runs: `flask bench NAME [--json]`."""

import json
import platform
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from typing import Final

import click
from flask import Flask
from flask.cli import ScriptInfo, pass_script_info, with_appcontext

from shop.cli import page_costs, yardstick
from shop.cli.page_costs import WORKERS, Measured
from shop.cli.page_visits import visits
from shop.infra.log import quiet

ROUNDS: Final = 30
WIDE: Final = 52  # characters of the first column


@click.group("bench")
def bench() -> None:
    """Print what things cost."""


@bench.command("pages")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--rounds", default=ROUNDS, show_default=True, help="How often each page is asked.")
@pass_script_info
@with_appcontext
def pages(info: ScriptInfo, rounds: int, as_json: bool) -> None:  # noqa: FBT001  # a flag of the command line
    """CPU per request of the main pages, as served, on the shop's own database.

    Each stands beside a bare Flask and Jinja page with three questions to the same database.
    """
    app = info.load_app()
    with (
        quiet(),
        ThreadPoolExecutor(1) as apart,
    ):  # away from this command's context, as when served
        found = apart.submit(_measured, app, rounds).result()
    speed = yardstick.milliseconds()
    machine = f"{platform.machine()}, Python {platform.python_version()}, {_database(app)}"
    if as_json:
        facts = {"machine": machine, "yardstick_ms": speed, "workers": WORKERS, "rounds": rounds}
        click.echo(json.dumps(facts | asdict(found), indent=2))
        return
    _print(found)
    click.echo(f"median of {WORKERS} x {rounds} on {machine}")
    click.echo(yardstick.line(speed))


def _measured(app: Flask, rounds: int) -> Measured:
    with visits(app) as wanted:
        return page_costs.measured(app, wanted, rounds=rounds)


def _print(found: Measured) -> None:
    click.echo(
        f"{'page':{WIDE}} {'visitor':9} {'times':>6} {'CPU ms':>7} {'queries':>8} {'bytes':>8}"
    )
    bare = "a bare page with three questions"
    click.echo(f"{bare:{WIDE}} {'nobody':9} {1:6.2f} {found.bare_ms:7.2f} {3:8}")
    for each in found.pages:
        page = each.page if len(each.page) <= WIDE else f"{each.page[: WIDE - 1]}…"
        figures = f"{each.times:6.2f} {each.cpu_ms:7.2f} {each.queries:8} {each.size:8}"
        click.echo(f"{page:{WIDE}} {each.visitor:9} {figures}")


def _database(app: Flask) -> str:
    return str(app.extensions["engine"].dialect.name)


COMMANDS = (bench,)
