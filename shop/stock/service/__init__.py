"""Commands of the shelf: cloth kept for garments, cut and given back; rolls that come in."""

from shop.stock.service.cloth import ClothSoldOut, mark_cut, release_cloth, reserve_cloth
from shop.stock.service.rolls import correct_roll, receive_roll, take_in

__all__ = [
    "ClothSoldOut",
    "correct_roll",
    "mark_cut",
    "receive_roll",
    "release_cloth",
    "reserve_cloth",
    "take_in",
]
