"""What things cost, measured where it runs: `flask bench NAME [--json]`."""

import json
import logging
import platform
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Final

import click
from flask import Flask
from flask.cli import ScriptInfo, pass_script_info, with_appcontext
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, select

from shop.accounts import service as accounts
from shop.accounts.models import Person
from shop.accounts.rules import COOKIE_KEY
from shop.infra import db
from shop.infra.access import Role
from shop.infra.log import log
from shop.kernel import clock
from shop.measurements.models import Profile
from shop.orders.models import Order
from shop.production.models import WorkOrder

ROUNDS: Final = 40
WIDE: Final = 52  # characters of the first column
SHIRT: Final = "/garments/shirt/design?cloth=white-poplin&collar=cutaway"


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One page: median CPU milliseconds, database queries, bytes of the answer."""

    page: str
    cpu_ms: float
    queries: int
    size: int


@click.group("bench")
def bench() -> None:
    """Print what things cost."""


@bench.command("pages")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@pass_script_info
@with_appcontext
def pages(info: ScriptInfo, as_json: bool) -> None:  # noqa: FBT001  # a flag of the command line
    """CPU per request, queries and bytes of the main pages, on the shop's own database."""
    app = info.load_app()
    log.setLevel(logging.WARNING)
    wanted = _pages()
    with ThreadPoolExecutor(1) as apart:  # away from this command's context, as when served
        costs = list(apart.map(lambda page: _cost(app, *page), wanted))
    machine = f"{platform.machine()}, Python {platform.python_version()}, {_database(app)}"
    if as_json:
        found = {"machine": machine, "rounds": ROUNDS, "pages": [asdict(each) for each in costs]}
        click.echo(json.dumps(found, indent=2))
        return
    click.echo(f"{'page':{WIDE}} {'CPU ms':>7} {'queries':>8} {'bytes':>8}")
    for each in costs:
        click.echo(f"{each.page:{WIDE}} {each.cpu_ms:7.1f} {each.queries:8} {each.size:8}")
    click.echo(f"median of {ROUNDS} on {machine}")


def _pages() -> list[tuple[Role | None, str]]:
    with db.look() as session:
        of_anna = Person.email == "anna@example.com"
        order = session.scalars(
            select(Order.public_id).join(Person, Person.id == Order.person_id)
            .where(of_anna).limit(1)
        ).first()  # fmt: skip
        profile = session.scalars(
            select(Profile.public_id).join(Person, Person.id == Profile.person_id)
            .where(of_anna).limit(1)
        ).first()  # fmt: skip
        work = session.scalars(select(WorkOrder.public_id).limit(1)).first()
    if order is None or work is None or profile is None:
        raise click.ClickException("The shop is empty. Fill it first: flask demo")
    return [
        (None, "/"),
        (None, "/garments"),
        (None, "/garments/shirt"),
        (None, "/cloths"),
        (None, "/gallery"),
        (None, SHIRT),
        (None, f"{SHIRT}&step=style"),
        (None, f"{SHIRT}&step=review&for=men-M"),
        (None, "/profiles/new/quick"),
        (Role.CUSTOMER, f"/profiles/{profile}"),
        (Role.CUSTOMER, f"/profiles/{profile}/history"),
        (Role.CUSTOMER, f"{SHIRT}&step=review&for={profile}"),
        (Role.CUSTOMER, "/account"),
        (Role.CUSTOMER, f"/orders/{order}"),
        (Role.WORKSHOP, "/staff/work"),
        (Role.WORKSHOP, f"/staff/work/{work}"),
    ]


def _cost(app: Flask, role: Role | None, path: str) -> Cost:
    client = app.test_client()
    if role:
        _sign_in(app, client, role)
    answer = client.get(path)
    if answer.status_code != HTTPStatus.OK:
        raise click.ClickException(f"{path} answered {answer.status_code}")
    times = [_cpu_ms(client, path) for _round in range(ROUNDS)]
    return Cost(
        page=path if len(path) <= WIDE else f"{path[: WIDE - 1]}…",
        cpu_ms=round(statistics.median(times), 2),
        queries=_queries(app.extensions["engine"], client, path),
        size=len(answer.data),
    )


def _cpu_ms(client: FlaskClient, path: str) -> float:
    before = time.process_time()
    client.get(path)
    return (time.process_time() - before) * 1000


def _queries(engine: Engine, client: FlaskClient, path: str) -> int:
    asked: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    client.get(path)
    event.remove(engine, "before_cursor_execute", count)
    return len(asked)


def _sign_in(app: Flask, client: FlaskClient, role: Role) -> None:
    wanted = select(Person).where(Person.role == role, Person.email.is_not(None))
    with app.app_context(), db.work() as session:
        person = session.scalars(wanted.order_by(Person.id).limit(1)).one()
        token = accounts.begin(session, person, now=clock.now())
    with client.session_transaction() as cookie:
        cookie[COOKIE_KEY] = token


def _database(app: Flask) -> str:
    return str(app.extensions["engine"].dialect.name)


COMMANDS = (bench,)
