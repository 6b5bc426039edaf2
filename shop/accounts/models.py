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
    erased_at: Mapped[datetime | None]  # she has left; what has to stay still points here
    forget_again_at: Mapped[datetime | None] = mapped_column(index=True)  # when more of it may go

    @property
    def is_guest(self) -> bool:
        """Tell whether this is somebody who left something and no name."""
        return self.email is None and self.erased_at is None


class SignIn(Model):
    """One browser that knows this person; the cookie's secret is kept as a hash only."""

    __tablename__ = "sign_ins"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    begun_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise_on_sql")
