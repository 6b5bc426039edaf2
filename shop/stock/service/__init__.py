"""Commands of the shelf: what comes in, is kept for garments, cut, given back, corrected."""

from shop.stock.service.cloth import ClothSoldOut, mark_cut, release_cloth, reserve_cloth
from shop.stock.service.rolls import correct_roll, receive_roll, take_in
from shop.stock.service.trims import (
    correct_trim,
    receive_trim,
    release_trims,
    reserve_trims,
    take_in_trims,
    use_trims,
)

__all__ = [
    "ClothSoldOut",
    "correct_roll",
    "correct_trim",
    "mark_cut",
    "receive_roll",
    "receive_trim",
    "release_cloth",
    "release_trims",
    "reserve_cloth",
    "reserve_trims",
    "take_in",
    "take_in_trims",
    "use_trims",
]
