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
    Move,
    MoveRefused,
    Stage,
    can_be_held,
    leads_to,
    moved_meanwhile,
    scans_from,
    towards,
)

__all__ = [
    "CAUSES", "LABELS", "MOVES", "MOVE_LABELS", "ON_THE_TABLES", "OVER", "WHATS", "Cause", "Change",
    "Move", "MoveRefused", "Spec", "Stage", "What", "can_be_held", "check_revisable", "cut_by",
    "difference", "digest", "is_late", "leads_to", "moved_meanwhile", "not_before", "scans_from",
    "towards",
]  # fmt: skip
