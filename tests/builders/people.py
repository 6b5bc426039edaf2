"""People of all kinds, and browsers that know them."""

from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.accounts import service
from shop.accounts.models import Person, SignIn
from shop.infra.access import Role
from tests.builders.orders import NOW

PASSWORD = "seven blue buttons"
HTMX = {"HX-Request": "true"}


def a_guest(session: Session) -> Person:
    """Return somebody who left something and no name."""
    return service.open_guest(session, now=NOW)[0]


def a_customer(
    session: Session, email: str = "anna@example.com", *, role: Role = Role.CUSTOMER
) -> Person:
    """Return somebody with an account and `PASSWORD`."""
    return service.add_person(
        session, email=email, password=PASSWORD, name="Anna", role=role, now=NOW
    )


def enter(client: FlaskClient, session: Session, person: Person) -> None:
    """Let the test's browser in as this person."""
    token = service.begin(session, person, now=NOW)
    session.commit()
    with client.session_transaction() as cookie:
        cookie["key"] = token


def sign_in(client: FlaskClient, email: str = "anna@example.com", **more: str) -> Any:
    return client.post("/sign-in", data={"email": email, "password": PASSWORD, **more})


def open_sign_ins(session: Session, person: Person) -> int:
    """Return how many browsers know this person."""
    found = session.scalars(
        select(SignIn).where(SignIn.person_id == person.id, SignIn.ended_at.is_(None))
    )
    return len(found.all())
