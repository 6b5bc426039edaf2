"""How an artwork is decided upon."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy


class State(StrEnum):
    UPLOADED = "uploaded"
    APPROVED = "approved"
    REFUSED = "refused"


class Move(StrEnum):
    APPROVE = "approve"
    REFUSE = "refuse"


# a colleague may think again in either direction; the cut of the cloth asks anew
MOVES: Final[Mapping[tuple[State, Move], State]] = {
    (State.UPLOADED, Move.APPROVE): State.APPROVED,
    (State.UPLOADED, Move.REFUSE): State.REFUSED,
    (State.APPROVED, Move.REFUSE): State.REFUSED,
    (State.REFUSED, Move.APPROVE): State.APPROVED,
}

LABELS: Final[Mapping[State, str]] = {
    State.UPLOADED: lazy("Waiting for approval"),
    State.APPROVED: lazy("Approved"),
    State.REFUSED: lazy("Refused"),
}


class MoveRefused(Refused):
    """The artwork is not in a state in which this can be decided."""


def after(state: State, move: Move) -> State:
    """Return the state after the move; raise MoveRefused where it does not follow."""
    if (state, move) not in MOVES:
        raise MoveRefused(_("This artwork is «%(state)s» already.", state=LABELS[state]))
    return MOVES[state, move]


def moves_from(state: State) -> tuple[Move, ...]:
    return tuple(move for (before, move) in MOVES if before is state)


def why_not_printed(state: State | None) -> str:
    """Return why the cloth for this artwork is not cut; nothing when it may be.

    `None` stands for an artwork that its owner has erased.
    """
    sentences = {
        None: _("The artwork of this piece was erased by its owner. Ask her before it is cut."),
        State.UPLOADED: _("The artwork of this piece waits for approval. Look at it first."),
        State.REFUSED: _("The artwork of this piece was refused. Ask the customer for another."),
    }
    return sentences.get(state, "")
