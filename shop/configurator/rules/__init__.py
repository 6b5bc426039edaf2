"""The engine: from a garment's model and the present choices to what is possible, and why.

`possible`, `complete`, `why`, `repair` and `reconcile` are pure functions of their arguments; equal
models are recognised by digest and cloths, so answers are remembered.
"""

from shop.configurator.rules.engine import complete, is_possible, possible
from shop.configurator.rules.reasons import (
    Change,
    Dropped,
    Repair,
    Why,
    reconcile,
    repair,
    why,
)

__all__ = [
    "Change",
    "Dropped",
    "Repair",
    "Why",
    "complete",
    "is_possible",
    "possible",
    "reconcile",
    "repair",
    "why",
]
