"""What lies on the shelf, from which roll a garment is cut, how a cloth is found. Pure."""

from shop.stock.rules.rolls import Hold, Reserved, best_roll
from shop.stock.rules.shelf import ClothOnShelf

__all__ = ["ClothOnShelf", "Hold", "Reserved", "best_roll"]
