"""The stages of a piece and how one follows from another."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shop.catalogue.rules import MakingStage
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy


class Stage(StrEnum):
    """What was last done to a piece; the order is that of the workshop."""

    QUEUED = "queued"
    CUT = MakingStage.CUT.value
    SEWN = MakingStage.SEWN.value
    FINISHED = MakingStage.FINISHED.value  # pressed, buttoned: ready to be measured
    CHECKED = "checked"
    PACKED = "packed"
    SHIPPED = "shipped"
    REWORK = "rework"  # failed a point of the check
    HELD = "held"
    DROPPED = "dropped"  # the order was cancelled before the cut


MOVES: Final[Mapping[Stage, tuple[Stage, ...]]] = {
    Stage.QUEUED: (Stage.CUT,),
    Stage.CUT: (Stage.SEWN,),
    Stage.SEWN: (Stage.FINISHED,),
    Stage.FINISHED: (Stage.CHECKED, Stage.REWORK),
    Stage.REWORK: (Stage.FINISHED,),
    Stage.CHECKED: (Stage.PACKED, Stage.REWORK),
    Stage.PACKED: (Stage.SHIPPED,),
    Stage.SHIPPED: (),
    Stage.HELD: (),  # goes on where it stood, by being released
    Stage.DROPPED: (),
}

OVER: Final = (Stage.SHIPPED, Stage.DROPPED)
ON_THE_TABLES: Final = tuple(stage for stage in Stage if stage not in OVER)

LABELS: Final[Mapping[Stage, str]] = {
    Stage.QUEUED: lazy("Queued"),
    Stage.CUT: lazy("Cut"),
    Stage.SEWN: lazy("Sewn"),
    Stage.FINISHED: lazy("Finished"),
    Stage.CHECKED: lazy("Checked"),
    Stage.PACKED: lazy("Packed"),
    Stage.SHIPPED: lazy("Shipped"),
    Stage.REWORK: lazy("Rework"),
    Stage.HELD: lazy("On hold"),
    Stage.DROPPED: lazy("Cancelled"),
}

MOVE_LABELS: Final[Mapping[Stage, str]] = {
    Stage.CUT: lazy("The cloth is cut"),
    Stage.SEWN: lazy("It is sewn"),
    Stage.FINISHED: lazy("It is finished"),
    Stage.CHECKED: lazy("All points pass"),
    Stage.PACKED: lazy("It is packed"),
    Stage.SHIPPED: lazy("It left the house"),
    Stage.REWORK: lazy("A point failed"),
}


class MoveRefused(Refused):
    """The piece does not stand where this move begins."""


def after(stage: Stage, wanted: Stage) -> Stage:
    """Return the stage after moving to `wanted`; raise MoveRefused where it does not follow.

    Moving to where the piece is already is quiet: a code is often scanned twice.
    """
    if wanted is stage or wanted in MOVES[stage]:
        return wanted
    raise MoveRefused(_why_not(stage, wanted))


def moves_from(stage: Stage) -> tuple[Stage, ...]:
    return MOVES[stage]


def can_be_held(stage: Stage) -> bool:
    """Tell whether the piece is still here to be set aside."""
    return bool(MOVES[stage])


def moved_meanwhile(stage: Stage, *, by: str) -> str:
    """Return the sentence for somebody whose page is older than what it shows."""
    if by:
        return _(
            "This piece was moved to «%(stage)s» by %(name)s meanwhile. Look at it again.",
            stage=LABELS[stage], name=by,
        )  # fmt: skip
    return _("This piece was moved to «%(stage)s» meanwhile. Look at it again.",
             stage=LABELS[stage])  # fmt: skip


def _why_not(stage: Stage, wanted: Stage) -> str:
    if stage is Stage.HELD:
        return _("This piece is on hold. Release it first.")
    if not MOVES[stage]:
        return _("This piece is «%(stage)s»: nothing more is done to it.", stage=LABELS[stage])
    return _(
        "This piece is «%(stage)s», so the next scan is «%(next)s», not «%(wanted)s».",
        stage=LABELS[stage], next=LABELS[MOVES[stage][0]], wanted=LABELS[wanted],
    )  # fmt: skip
