"""What every subject that keeps something of people offers, in a file `people.py` of its own.

`shop.register` names them all; nobody else asks them for everything about somebody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

from sqlalchemy.orm import Session

from shop.infra.db import Model
from shop.kernel.documents import plain

Exported: TypeAlias = dict[str, Any]
Fates: TypeAlias = Mapping[str, "Fate"]  # by `table.column`


class Fate(StrEnum):
    """What becomes of a column when its person leaves."""

    ERASED = "erased"  # at once: its row goes, or it is blanked
    AFTER_ORDER = "after-order"  # the same, as soon as the order it belongs to is at its end
    BOOKS = "books"  # as soon as the law no longer asks for the books
    STAYS = "stays"  # for good: it says nothing of her once the rest is gone


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """Somebody who goes, and what the garments that are being made for her still need."""

    person_id: int
    now: datetime
    needed: frozenset[str] = frozenset()  # public ids of orders under way, and of their pictures


class Holder(Protocol):
    """A subject, as far as it keeps something of people. Nothing here talks to the outside."""

    @property
    def FATES(self) -> Fates:  # noqa: N802  # a constant of the module
        """Every column of every table that hangs on a person, with what becomes of it."""

    @property
    def GOES(self) -> str:  # noqa: N802  # a constant of the module
        """What of hers goes when she leaves, as she reads it; empty where there is nothing."""

    def export(self, session: Session, person_id: int) -> Exported:
        """Return all that is kept of the person, fit for JSON, under names no other holder uses.

        What would let somebody in stays out: fingerprints of passwords, secrets of forms.
        """

    def hand_over(self, session: Session, *, guest_id: int, person_id: int) -> None:
        """Give what the guest left to the person she turned out to be."""

    def forget(self, session: Session, leaving: Leaving) -> None:
        """Delete or blank what may go; a second call finds what could not go the first time."""


def fates(
    table: str, *, erased: str = "", after_order: str = "", books: str = "", stays: str = ""
) -> Fates:
    """Return what becomes of the columns of a table, each named in one of the four strings."""
    named = {
        Fate.ERASED: erased,
        Fate.AFTER_ORDER: after_order,
        Fate.BOOKS: books,
        Fate.STAYS: stays,
    }
    return {f"{table}.{each}": fate for fate, names in named.items() for each in names.split()}


def columns(row: Model, names: str) -> Exported:
    """Return these attributes of a row under their own names, fit for JSON."""
    return {name: plain(getattr(row, name)) for name in names.split()}
