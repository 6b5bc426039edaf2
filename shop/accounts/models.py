"""People and their sign-ins as they lie in the database."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.infra.access import Role
from shop.infra.db import Model, stored


class Person(Model):
    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str | None] = mapped_column(unique=True)
    password_hash: Mapped[str | None]
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[Role] = mapped_column(stored(Role))
    created_at: Mapped[datetime]

    @property
    def is_guest(self) -> bool:
        return self.email is None


class SignIn(Model):
    """One browser that knows this person; the cookie's secret is kept as a hash only."""

    __tablename__ = "sign_ins"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    begun_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise_on_sql")
