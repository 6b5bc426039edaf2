"""What was bought, as it was frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shop.catalogue.rules import Choices, Cloth, GarmentModel
from shop.designs.rules import Finished
from shop.orders.rules import serial
from shop.stock.rules import Reserved


@dataclass(frozen=True, kw_only=True)
class Piece:
    """The parts of an order line that concern the workshop, and the cloth kept for it."""

    model: GarmentModel
    choices: Choices
    cloth: Cloth
    cloth_mm: int
    finished: tuple[Finished, ...]
    reserved: Reserved | None
    note: str
    posture: Mapping[str, str] = field(default_factory=dict)  # what is unusual: seen, not measured


def piece_number(year: int, order: int, position: int) -> str:
    """Return the number of a piece on paper: `W-2026-00042-1`."""
    return f"W-{serial(year, order)}-{position}"
