"""Cloth on rolls: when a piece is held, and from which roll it is taken."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar


class Hold(StrEnum):
    HELD = "held"  # promised to a garment; still on the roll
    CUT = "cut"
    RELEASED = "released"  # free again


class Roll(Protocol):
    @property
    def free_mm(self) -> int: ...


AnyRoll = TypeVar("AnyRoll", bound=Roll)


@dataclass(frozen=True, kw_only=True)
class Reserved:
    """The piece of cloth of one garment, as the workshop must find it."""

    cloth: str
    roll: str
    dye_lot: str
    mm: int
    state: Hold


def best_roll(rolls: Iterable[AnyRoll], mm: int) -> AnyRoll | None:
    """Return the shortest roll that suffices, so that long ones stay for long garments."""
    return min(
        (roll for roll in rolls if roll.free_mm >= mm), key=lambda roll: roll.free_mm, default=None
    )
