"""Which pages are measured and who looks at them: strangers, guests, people of the demo.

Whoever is needed is let in for the time of the bench, by the shop's own commands, and forgotten
afterwards: the shop's rows are as they were.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http import HTTPStatus
from typing import Final

import click
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from shop.accounts import queries as people
from shop.accounts import service as accounts
from shop.accounts.models import Person, SignIn
from shop.accounts.rules import COOKIE_KEY
from shop.cart.models import BagLine
from shop.infra import db
from shop.infra.access import Role
from shop.kernel import clock
from shop.measurements.models import Profile
from shop.orders.models import Order
from shop.production.models import WorkOrder

COOKIE: Final = "shop"
SHIRT: Final = "/garments/shirt/design?cloth=white-poplin&collar=cutaway"
CLICK: Final = "/garments/shirt/design/pick?cloth=white-poplin&collar=cutaway&step=style"
HTMX: Final = {"HX-Request": "true", "HX-Target": "questions"}
BOUGHT: Final = (
    ("shirt", "cloth=white-poplin&collar=cutaway&for=men-M"),
    ("trousers", "cloth=navy-cotton-twill&for=men-M"),
    ("shirt", "cloth=blue-oxford&collar=button-down&for=men-L"),
    ("dress", "cloth=natural-linen&sleeve=short&for=women-M"),
)
CSRF: Final = re.compile(r'name="csrf_token" value="([^"]*)"')


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One page as one kind of visitor asks for it, again and again."""

    visitor: str  # nobody: a browser without any cookie
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    name: str = ""

    @property
    def is_known(self) -> bool:
        return "Cookie" in self.headers


@contextmanager
def visits(app: Flask) -> Iterator[list[Visit]]:
    """Give the visits to measure; whoever was let in for them is forgotten at the end."""
    let_in: list[str] = []
    try:
        yield [*_of_strangers(app), *_of_people(app, let_in), *_with_bags(app, let_in)]
    finally:
        with app.app_context(), db.work() as session:
            _forget(session, let_in)


def _of_strangers(app: Flask) -> Iterator[Visit]:
    client = app.test_client()
    client.get("/")
    again = _cookie(client)
    windows = ("/", "/garments", "/garments/shirt", "/cloths", "/gallery")
    for path in windows:
        yield Visit(visitor="nobody", path=path)
    for path in (*windows, SHIRT, f"{SHIRT}&step=style", f"{SHIRT}&step=review&for=men-M"):
        yield Visit(visitor="guest", path=path, headers=again)
    yield Visit(
        visitor="guest",
        path=f"{CLICK}&pick=collar%3Aband",
        headers=again | HTMX,
        name="a click: collar, band",
    )
    yield Visit(visitor="guest", path="/profiles/new/quick", headers=again)


def _of_people(app: Flask, let_in: list[str]) -> list[Visit]:
    with app.app_context(), db.look() as session:
        order = _of_anna(session, Order.public_id, Order.person_id)
        profile = _of_anna(session, Profile.public_id, Profile.person_id)
        work = session.scalars(select(WorkOrder.public_id).limit(1)).first()
    if order is None or work is None or profile is None:
        raise click.ClickException("The shop is empty. Fill it first: flask demo")
    customer = (
        "/",
        "/garments",
        f"/profiles/{profile}",
        f"/profiles/{profile}/history",
        f"{SHIRT}&step=review&for={profile}",
        "/account",
        f"/orders/{order}",
    )
    wanted = {Role.CUSTOMER: customer, Role.WORKSHOP: ("/staff/work", f"/staff/work/{work}")}
    return [
        Visit(visitor=role, path=path, headers=headers)
        for role, paths in wanted.items()
        for headers in (_signed_in(app, role, let_in),)
        for path in paths
    ]


def _with_bags(app: Flask, let_in: list[str]) -> Iterator[Visit]:
    for lines in (1, 8):
        headers = _with_bag(app, lines, let_in)
        for path in ("/bag", "/checkout"):
            yield Visit(
                visitor="guest",
                path=path,
                headers=headers,
                name=f"{path}, {lines} {'line' if lines == 1 else 'lines'}",
            )


def _of_anna(
    session: Session, wanted: InstrumentedAttribute[str], owner: InstrumentedAttribute[int]
) -> str | None:
    hers = select(wanted).join(Person, Person.id == owner)
    return session.scalars(hers.where(Person.email == "anna@example.com").limit(1)).first()


def _signed_in(app: Flask, role: Role, let_in: list[str]) -> dict[str, str]:
    client = app.test_client()
    wanted = select(Person).where(Person.role == role, Person.email.is_not(None))
    with app.app_context(), db.work() as session:
        person = session.scalars(wanted.order_by(Person.id).limit(1)).one()
        let_in.append(accounts.begin(session, person, now=clock.now()))
    with client.session_transaction() as cookie:
        cookie[COOKIE_KEY] = let_in[-1]
    client.get("/")  # which adds what a page's forms need
    return _cookie(client)


def _with_bag(app: Flask, lines: int, let_in: list[str]) -> dict[str, str]:
    """Fill a guest's bag as a browser would: each line looked at, confirmed and sent."""
    client = app.test_client()
    for n in range(lines):
        garment, design = BOUGHT[n % len(BOUGHT)]
        _put(client, garment, design)
        if n == 0:
            with client.session_transaction() as cookie:
                let_in.append(cookie[COOKIE_KEY])
    return _cookie(client)


def _put(client: FlaskClient, garment: str, design: str) -> None:
    page = client.get(f"/garments/{garment}/design?{design}&step=review").text
    sent = {
        "csrf_token": _found(CSRF, page),
        "confirmed": "y",
        "looked": [unescape(each) for each in re.findall(r'name="looked" value="([^"]*)"', page)],
    }
    answer = client.post(f"/bag/put/{garment}?{design}&step=review", data=sent)
    if answer.status_code != HTTPStatus.SEE_OTHER or answer.location != "/bag":
        raise click.ClickException(f"A {garment} did not go into the bag: {answer.status}")


def _found(pattern: re.Pattern[str], page: str) -> str:
    match = pattern.search(page)
    return unescape(match[1]) if match else ""


def _cookie(client: FlaskClient) -> dict[str, str]:
    found = client.get_cookie(COOKIE)
    return {"Cookie": f"{COOKIE}={found.value}"} if found else {}


def _forget(session: Session, let_in: list[str]) -> None:
    """End the sign-ins that were begun; a guest who was made goes with her bag."""
    for token in let_in:
        person = people.find_by_token(session, token, now=clock.now())
        session.execute(delete(SignIn).where(SignIn.token_hash == people.hashed(token)))
        if person is not None and person.is_guest:
            session.execute(delete(BagLine).where(BagLine.person_id == person.id))
            session.execute(delete(Person).where(Person.id == person.id))
