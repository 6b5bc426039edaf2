"""Every state with every move."""

from itertools import product

import pytest

from shop.kernel import documents
from shop.kernel.money import Money
from shop.orders import rules
from shop.orders.rules import Address, Move, MoveRefused, State

LEADS_TO = {
    "placed": {"pay": "paid", "cancel": "cancelled", "expire": "expired"},
    "expired": {"pay": "paid"},
    "paid": {"cut": "making", "cancel": "cancelled"},
    "making": {"ship": "shipped"},
    "shipped": {"deliver": "delivered"},
}
ALL = list(product(State, Move))


@pytest.mark.parametrize(("state", "move"), ALL)
def test_a_move_leads_where_the_table_says_or_is_refused(state, move):
    expected = LEADS_TO.get(state.value, {}).get(move.value)

    if expected is None:
        with pytest.raises(MoveRefused) as refusal:
            rules.MOVES.after(state, move)
        assert str(refusal.value).endswith(".")
    else:
        assert rules.MOVES.after(state, move) is State(expected)
    assert (move in rules.MOVES.moves_from(state)) is (expected is not None)


@pytest.mark.parametrize("state", [State.MAKING, State.SHIPPED, State.DELIVERED])
def test_what_is_cut_is_not_cancelled(state):
    with pytest.raises(MoveRefused, match="cut already"):
        rules.MOVES.after(state, Move.CANCEL)


@pytest.mark.parametrize("state", [State.CANCELLED, State.EXPIRED])
def test_what_is_closed_has_nothing_to_cancel(state):
    with pytest.raises(MoveRefused, match="closed already"):
        rules.MOVES.after(state, Move.CANCEL)


def test_a_refusal_names_the_state_in_words():
    with pytest.raises(MoveRefused, match="«Being made»"):
        rules.MOVES.after(State.MAKING, Move.PAY)


@pytest.mark.parametrize("state", State)
def test_only_what_was_paid_and_is_uncut_goes_back(state):
    paid = Money(12_950, "EUR")

    found = rules.refund_on_cancel(state, paid)

    assert found == (paid if state is State.PAID else Money(0, "EUR"))


def test_every_state_and_move_has_words():
    assert set(rules.LABELS) == set(State)
    assert set(rules.MOVE_LABELS) == set(Move)
    assert all(str(label) for label in (*rules.LABELS.values(), *rules.MOVE_LABELS.values()))


def test_an_address_survives_being_kept():
    address = Address(
        name="A", street="B 1", extra="", postcode="1000", city="C", country="BE", phone=""
    )

    assert documents.build(Address, documents.plain(address)) == address
