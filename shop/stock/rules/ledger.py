"""Movements: what changes the figures of a roll or a trim, and by how much.

A figure is the sum of its movements. Of cloth a movement counts millimetres, of a trim the units
of its material.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shop.kernel.texts import lazy as _


class MovementKind(StrEnum):
    RECEIVED = "received"
    RESERVED = "reserved"  # promised to a garment
    RELEASED = "released"  # promised no longer
    CUT = "cut"  # off its roll; of a trim: used up
    CORRECTED = "corrected"  # to what was measured or counted


LABELS: Final = {
    MovementKind.RECEIVED: _("Came in"),
    MovementKind.RESERVED: _("Promised"),
    MovementKind.RELEASED: _("Free again"),
    MovementKind.CUT: _("Cut"),
    MovementKind.CORRECTED: _("CorrectionRow"),
}


@dataclass(frozen=True, kw_only=True)
class Movement:
    """One line of the ledger: the change of what is there, and of what of it is held.

    `reference` is the garment's that it was for, where there is one; `reason` is for people.
    """

    kind: MovementKind
    there: int = 0
    held: int = 0
    reference: str = ""
    reason: str = ""


def received(quantity: int, *, reason: str = "") -> Movement:
    return Movement(kind=MovementKind.RECEIVED, there=quantity, reason=reason)


def reserved(quantity: int, *, reference: str) -> Movement:
    return Movement(kind=MovementKind.RESERVED, held=quantity, reference=reference)


def released(quantity: int, *, reference: str) -> Movement:
    return Movement(kind=MovementKind.RELEASED, held=-quantity, reference=reference)


def cut(quantity: int, *, reference: str) -> Movement:
    """Return what takes a held quantity away: it is neither there nor held any more."""
    return Movement(kind=MovementKind.CUT, there=-quantity, held=-quantity, reference=reference)


def corrected(difference: int, *, reason: str) -> Movement:
    return Movement(kind=MovementKind.CORRECTED, there=difference, reason=reason)
