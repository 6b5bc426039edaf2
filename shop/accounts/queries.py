"""Reads about people. Addresses and names leave this module only for the pages that show them."""

import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.accounts import rules
from shop.accounts.models import Person, SignIn
from shop.infra.access import Role


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def find_by_token(session: Session, token: str, *, now: datetime) -> Person | None:
    """Return whose browser holds this secret, if the sign-in has not ended or grown old."""
    return session.scalar(
        select(Person)
        .join(SignIn, SignIn.person_id == Person.id)
        .where(
            SignIn.token_hash == hashed(token),
            SignIn.ended_at.is_(None),
            SignIn.begun_at > now - rules.SIGN_IN_LASTS,
        )
    )


def find_by_email(session: Session, email: str) -> Person | None:
    return session.scalar(select(Person).where(Person.email == rules.tidy_email(email)))


def person(session: Session, person_id: int, *, lock: bool = False) -> Person:
    """Return a person; locked, nobody else changes her row, though rows may hang on it."""
    if not lock:
        return session.get_one(Person, person_id)
    return session.get_one(
        Person, person_id, with_for_update={"key_share": True}, populate_existing=True
    )


def to_forget_again(session: Session, *, now: datetime, limit: int) -> list[int]:
    """Return people who left and of whom more may go by now, by number."""
    due = select(Person.id).where(Person.forget_again_at <= now)
    return list(session.scalars(due.order_by(Person.forget_again_at, Person.id).limit(limit)))


def staff(session: Session) -> list[Person]:
    """Return all colleagues, by role and address."""
    return list(
        session.scalars(
            select(Person).where(Person.role != Role.CUSTOMER).order_by(Person.role, Person.email)
        )
    )
