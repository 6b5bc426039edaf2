"""What lies on the shelf, how its figures move, from which roll a garment is cut. Pure."""

from shop.stock.rules.ledger import LABELS, Movement, MovementKind
from shop.stock.rules.rolls import Hold, Reserved, best_roll
from shop.stock.rules.shelf import ClothOnShelf

__all__ = ["LABELS", "ClothOnShelf", "Hold", "Movement", "MovementKind", "Reserved", "best_roll"]
