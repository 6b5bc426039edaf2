"""How an artwork is decided upon: every state with every move."""

import pytest

from shop.artwork.rules import (
    LABELS,
    MOVES,
    Move,
    MoveRefused,
    State,
    why_not_printed,
)

TABLE = {
    (State.UPLOADED, Move.APPROVE): State.APPROVED,
    (State.UPLOADED, Move.REFUSE): State.REFUSED,
    (State.APPROVED, Move.APPROVE): None,
    (State.APPROVED, Move.REFUSE): State.REFUSED,
    (State.REFUSED, Move.APPROVE): State.APPROVED,
    (State.REFUSED, Move.REFUSE): None,
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("move", Move)
def test_every_state_with_every_move(state, move):
    wanted = TABLE[state, move]
    assert (move in MOVES.moves_from(state)) is (wanted is not None)
    if wanted is None:
        with pytest.raises(MoveRefused, match="already"):
            MOVES.after(state, move)
    else:
        assert MOVES.after(state, move) is wanted


def test_only_an_approved_artwork_is_printed():
    assert why_not_printed(State.APPROVED) == ""
    assert "waits for approval" in why_not_printed(State.UPLOADED)
    assert "was refused" in why_not_printed(State.REFUSED)
    assert "was erased" in why_not_printed(None)


def test_every_state_has_its_word():
    assert set(LABELS) == set(State)
