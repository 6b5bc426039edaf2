"""What may be sent, how fine it prints, and how it is decided upon. Pure."""

from shop.artwork.rules.print_limits import (
    FEWEST_DPI,
    GROUP,
    MOST_BYTES,
    PRINT_HEIGHT_MM,
    PRINT_WIDTH_MM,
    REASON_MAX,
    coarse,
    dpi,
)
from shop.artwork.rules.reading import Picture, Unreadable, read
from shop.artwork.rules.states import (
    LABELS,
    MOVES,
    Move,
    MoveRefused,
    State,
    why_not_printed,
)

__all__ = [
    "FEWEST_DPI", "GROUP", "LABELS", "MOST_BYTES", "MOVES", "PRINT_HEIGHT_MM", "PRINT_WIDTH_MM",
    "REASON_MAX", "Move", "MoveRefused", "Picture", "State", "Unreadable", "coarse",
    "dpi", "read", "why_not_printed",
]  # fmt: skip
