"""How an artwork is decided upon."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shop.kernel.errors import Refused
from shop.kernel.moves import Moves, Tone
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
_TABLE: Final[Mapping[tuple[State, Move], State]] = {
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


MOVE_LABELS: Final[Mapping[Move, str]] = {
    Move.APPROVE: lazy("Approve it"),
    Move.REFUSE: lazy("Refuse it"),
}

TONES: Final[Mapping[State, Tone]] = {
    State.UPLOADED: Tone.PLAIN,
    State.APPROVED: Tone.GOOD,
    State.REFUSED: Tone.SIGNAL,
}


class MoveRefused(Refused):
    """The artwork is not in a state in which this can be decided."""


def _refused(state: State, move: Move) -> MoveRefused:
    return MoveRefused(_("This artwork is «%(state)s» already.", state=LABELS[state]))


MOVES: Final[Moves[State, Move]] = Moves(
    begins=State.UPLOADED,
    table=_TABLE,
    labels=LABELS,
    move_labels=MOVE_LABELS,
    tones=TONES,
    refused=_refused,
)


# For every state the letter that says so, or why none does.
LETTERS: Final[Mapping[State, str]] = {
    State.UPLOADED: "she has it before her eyes",
    State.APPROVED: "there is nothing for her to do",
    State.REFUSED: "her artwork's page and every design with it say why",
}


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
