"""How a piece moves through the workshop. Pure functions and tables."""

from shop.production.rules.days import cut_by, is_late, not_before
from shop.production.rules.revisions import (
    CAUSES,
    WHATS,
    Cause,
    Change,
    What,
    check_revisable,
    difference,
    digest,
)
from shop.production.rules.spec import Spec
from shop.production.rules.stages import (
    LABELS,
    MOVE_LABELS,
    MOVES,
    ON_THE_TABLES,
    OVER,
    MoveRefused,
    Stage,
    after,
    can_be_held,
    moved_meanwhile,
    moves_from,
)

__all__ = [
    "CAUSES", "LABELS", "MOVES", "MOVE_LABELS", "ON_THE_TABLES", "OVER", "WHATS", "Cause", "Change",
    "MoveRefused", "Spec", "Stage", "What", "after", "can_be_held", "check_revisable", "cut_by",
    "difference", "digest", "is_late", "moved_meanwhile", "moves_from", "not_before",
]  # fmt: skip
