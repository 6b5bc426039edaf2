"""What every subject that keeps something of people offers, in a file `people.py` of its own.

`shop.register` names them all; nobody else asks them for everything about somebody.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol, TypeAlias

from sqlalchemy.orm import Session

from shop.infra.db import Model

Exported: TypeAlias = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """Somebody who goes, and what the garments that are being made for her still need."""

    person_id: int
    now: datetime
    needed: frozenset[str] = frozenset()  # public ids of orders under way, and of their pictures


class Holder(Protocol):
    """A subject, as far as it keeps something of people. Nothing here talks to the outside."""

    def export(self, session: Session, person_id: int) -> Exported:
        """Return all that is kept of the person, fit for JSON, under names no other holder uses.

        What would let somebody in stays out: fingerprints of passwords, secrets of forms.
        """

    def hand_over(self, session: Session, *, guest_id: int, person_id: int) -> None:
        """Give what the guest left to the person she turned out to be."""

    def forget(self, session: Session, leaving: Leaving) -> None:
        """Delete or blank what may go; a second call finds what could not go the first time."""


def columns(row: Model, names: str) -> Exported:
    """Return these attributes of a row under their own names, fit for JSON."""
    return {name: plain(getattr(row, name)) for name in names.split()}


def plain(value: Any) -> Any:
    """Return a moment, a day or an enum as text; everything else as it is."""
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
