"""Commands about people: become known, sign in and out, join, change a password."""

import threading
from datetime import datetime
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from flask import current_app
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.accounts import queries, rules
from shop.accounts.events import PersonJoined
from shop.accounts.models import Person, SignIn
from shop.infra import events, rate
from shop.infra.access import Role
from shop.infra.log import say
from shop.kernel import ids
from shop.kernel.errors import Invalid, Refused
from shop.kernel.texts import gettext as _

_AT_ONCE: Final = threading.BoundedSemaphore(4)  # 64 MiB each: a flood of sign-ins waits its turn


class WrongPassword(Invalid):
    """Address and password do not belong together, or nobody has the address."""


class AddressTaken(Refused):
    """The address has an account already."""


def open_guest(session: Session, *, now: datetime) -> tuple[Person, str]:
    """Make a person without a name, known to one browser; return her and the browser's secret."""
    person = Person(role=Role.CUSTOMER, name="", created_at=now)
    session.add(person)
    session.flush()  # the sign-in needs her id
    return person, begin(session, person, now=now)


def begin(session: Session, person: Person, *, now: datetime) -> str:
    """Let one browser in; return the secret it keeps. Only its hash is stored."""
    token = ids.token()
    session.add(SignIn(token_hash=queries.hashed(token), person_id=person.id, begun_at=now))
    say("accounts.signed_in", person=person.id, guest=person.is_guest)
    return token


def name_guest(session: Session, person: Person, *, email: str, password: str, name: str) -> None:
    """Turn a guest into a person with an account; everything she left stays hers.

    Raises AddressTaken when the address already has one.
    """
    address = rules.tidy_email(email)
    taken = AddressTaken(_("There is an account with this address already. Sign in instead."))
    if queries.find_by_email(session, address) is not None:
        raise taken
    secret = _hash(password)
    try:
        with session.begin_nested():
            person.email, person.name, person.password_hash = address, name.strip(), secret
            session.flush()  # of two at once the second is met here
    except IntegrityError:
        raise taken from None
    say("accounts.signed_up", person=person.id)


def check(session: Session, *, email: str, password: str) -> Person | None:
    """Return the person if the password is hers. Takes as long when nobody has the address."""
    person = queries.find_by_email(session, email)
    known = person.password_hash if person else None
    is_right = _matches(known or _nobodys_hash(), password)
    if person is None or known is None or not is_right:
        return None
    if _hasher().check_needs_rehash(known):
        person.password_hash = _hash(password)
    return person


def checked(session: Session, *, email: str, password: str) -> Person:
    """Return whose address and password the request names; only what is wrong is counted.

    Raises TooMany before the password is looked at, WrongPassword after.
    """
    address, here = rules.tidy_email(email), rate.address()
    rate.check(rules.WRONG, "sign-in", address, here)
    rate.check(rules.WRONG_FROM_ONE_ADDRESS, "sign-in", here)
    person = check(session, email=address, password=password)
    if person is None:
        rate.count(rules.WRONG, "sign-in", address, here)
        rate.count(rules.WRONG_FROM_ONE_ADDRESS, "sign-in", here)
        raise WrongPassword(_("Address and password do not belong together."))
    return person


def join(session: Session, *, guest: Person, person: Person, now: datetime) -> None:
    """Give all that the guest left to the person she turned out to be.

    The guest's browsers are not let into the account: a guest's cookie proves nothing.
    """
    if guest.id == person.id or not guest.is_guest:
        return
    events.announce(session, PersonJoined(guest_id=guest.id, person_id=person.id))
    end_sign_ins(session, guest, now=now)
    say("accounts.joined", guest=guest.id, person=person.id)


def sign_out(session: Session, token: str, *, now: datetime) -> None:
    """End this browser's sign-in; a second call changes nothing."""
    session.execute(
        update(SignIn)
        .where(SignIn.token_hash == queries.hashed(token), SignIn.ended_at.is_(None))
        .values(ended_at=now)
    )


def end_sign_ins(session: Session, person: Person, *, now: datetime) -> None:
    """Let no browser in any longer that knows this person."""
    session.execute(
        update(SignIn)
        .where(SignIn.person_id == person.id, SignIn.ended_at.is_(None))
        .values(ended_at=now)
    )


def change_password(session: Session, person: Person, *, password: str, now: datetime) -> None:
    """Set a new password and end every sign-in: whoever else was in is out."""
    person.password_hash = _hash(password)
    end_sign_ins(session, person, now=now)
    say("accounts.password_changed", person=person.id)


def add_person(
    session: Session, *, email: str, password: str, name: str, role: Role, now: datetime
) -> Person:
    """Make an account outright: a colleague, or a customer of the demo."""
    person = Person(role=role, name=name, created_at=now)
    session.add(person)
    name_guest(session, person, email=email, password=password, name=name)
    return person


def _hasher() -> PasswordHasher:
    memory = current_app.extensions["settings"].argon2_memory_kib
    return PasswordHasher(memory_cost=memory, time_cost=3 if memory > 1024 else 1, parallelism=1)  # noqa: PLR2004


def _hash(password: str) -> str:
    with _AT_ONCE:
        return _hasher().hash(password)


def _matches(known: str, password: str) -> bool:
    with _AT_ONCE:
        try:
            return _hasher().verify(known, password)
        except (VerifyMismatchError, InvalidHashError):
            return False


def _nobodys_hash() -> str:
    extensions = current_app.extensions
    if "nobodys_hash" not in extensions:
        extensions["nobodys_hash"] = _hash(ids.token())
    known: str = extensions["nobodys_hash"]
    return known
