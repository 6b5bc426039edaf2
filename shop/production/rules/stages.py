"""The stages of a piece and how one follows from another."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shop.catalogue.rules import MakingStage
from shop.kernel.errors import Refused
from shop.kernel.moves import Moves, Tone
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


class Move(StrEnum):
    CUT = "cut"
    SEW = "sew"
    FINISH = "finish"
    CHECK = "check"  # all points pass
    FAIL = "fail"
    PACK = "pack"
    SHIP = "ship"
    HOLD = "hold"
    RELEASE = "release"  # it goes on where it stood
    DROP = "drop"  # the order is cancelled


_TABLE: Final[Mapping[tuple[Stage, Move], Stage]] = {
    (Stage.QUEUED, Move.CUT): Stage.CUT,
    (Stage.CUT, Move.SEW): Stage.SEWN,
    (Stage.SEWN, Move.FINISH): Stage.FINISHED,
    (Stage.FINISHED, Move.CHECK): Stage.CHECKED,
    (Stage.FINISHED, Move.FAIL): Stage.REWORK,
    (Stage.REWORK, Move.FINISH): Stage.FINISHED,
    (Stage.CHECKED, Move.PACK): Stage.PACKED,
    (Stage.CHECKED, Move.FAIL): Stage.REWORK,
    (Stage.PACKED, Move.SHIP): Stage.SHIPPED,
    (Stage.QUEUED, Move.HOLD): Stage.HELD,
    (Stage.CUT, Move.HOLD): Stage.HELD,
    (Stage.SEWN, Move.HOLD): Stage.HELD,
    (Stage.FINISHED, Move.HOLD): Stage.HELD,
    (Stage.REWORK, Move.HOLD): Stage.HELD,
    (Stage.CHECKED, Move.HOLD): Stage.HELD,
    (Stage.PACKED, Move.HOLD): Stage.HELD,
    (Stage.QUEUED, Move.DROP): Stage.DROPPED,
    (Stage.HELD, Move.DROP): Stage.DROPPED,
}
ASIDE: Final = frozenset({Move.HOLD, Move.RELEASE, Move.DROP})  # no scan of a station

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

MOVE_LABELS: Final[Mapping[Move, str]] = {
    Move.CUT: lazy("The cloth is cut"),
    Move.SEW: lazy("It is sewn"),
    Move.FINISH: lazy("It is finished"),
    Move.CHECK: lazy("All points pass"),
    Move.FAIL: lazy("A point failed"),
    Move.PACK: lazy("It is packed"),
    Move.SHIP: lazy("It left the house"),
    Move.HOLD: lazy("Put on hold"),
    Move.RELEASE: lazy("Go on with it"),
    Move.DROP: lazy("The order was cancelled"),
}

TONES: Final[Mapping[Stage, Tone]] = {
    **dict.fromkeys(Stage, Tone.PLAIN),
    Stage.REWORK: Tone.SIGNAL,
    Stage.HELD: Tone.SIGNAL,
}

_SCANS: Final[Mapping[Move, Stage]] = {
    move: stage for (_begin, move), stage in _TABLE.items() if move not in ASIDE
}


class MoveRefused(Refused):
    """The piece does not stand where this move begins."""


def scans_from(stage: Stage) -> tuple[Move, ...]:
    """Return what a station may scan next, in the order of the table."""
    return tuple(move for move in MOVES.moves_from(stage) if move not in ASIDE)


def leads_to(move: Move) -> Stage:
    """Return the stage that a station's move leads to, from wherever it may begin."""
    return _SCANS[move]


def towards(stage: Stage, wanted: Stage) -> Move:
    """Return the move that was scanned; raise MoveRefused where `wanted` does not follow."""
    for move in scans_from(stage):
        if _SCANS[move] is wanted:
            return move
    raise MoveRefused(_why_not(stage, wanted))


def can_be_held(stage: Stage) -> bool:
    """Tell whether the piece is still here to be set aside."""
    return not MOVES.why_not(stage, Move.HOLD)


def moved_meanwhile(stage: Stage, *, by: str) -> str:
    """Return the sentence for somebody whose page is older than what it shows."""
    if by:
        return _(
            "This piece was moved to «%(stage)s» by %(name)s meanwhile. Look at it again.",
            stage=LABELS[stage],
            name=by,
        )
    return _(
        "This piece was moved to «%(stage)s» meanwhile. Look at it again.", stage=LABELS[stage]
    )


def _why_not(stage: Stage, wanted: Stage) -> str:
    if stage is Stage.HELD:
        return _("This piece is on hold. Release it first.")
    if not (scans := scans_from(stage)):
        return _("This piece is «%(stage)s»: nothing more is done to it.", stage=LABELS[stage])
    return _(
        "This piece is «%(stage)s», so the next scan is «%(next)s», not «%(wanted)s».",
        stage=LABELS[stage],
        next=LABELS[_SCANS[scans[0]]],
        wanted=LABELS[wanted],
    )


def _refused(stage: Stage, move: Move) -> MoveRefused:
    if move is Move.HOLD:
        return MoveRefused(_("This piece is not in the house any more."))
    if move in ASIDE:
        return MoveRefused(
            _("This piece is «%(stage)s», so that cannot be done now.", stage=LABELS[stage])
        )
    return MoveRefused(_why_not(stage, _SCANS[move]))


MOVES: Final[Moves[Stage, Move]] = Moves(
    begins=Stage.QUEUED,
    table=_TABLE,
    returns=frozenset({(Stage.HELD, Move.RELEASE)}),
    labels=LABELS,
    move_labels=MOVE_LABELS,
    tones=TONES,
    refused=_refused,
)
# For every stage the letter that says so, or why none does.
LETTERS: Final[Mapping[Stage, str]] = dict.fromkeys(
    Stage, "the customer hears of her order, not of each piece"
)
