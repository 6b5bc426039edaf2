"""A table of moves: every state with every move, and what is refused at its making."""

from dataclasses import replace
from enum import StrEnum
from itertools import product

import pytest

from shop.kernel.errors import Refused
from shop.kernel.moves import Moves, Tone


class Door(StrEnum):
    OPEN = "open"
    SHUT = "shut"
    LOCKED = "locked"
    BLOCKED = "blocked"
    WALLED = "walled"


class Do(StrEnum):
    SHUT = "shut"
    LOCK = "lock"
    UNLOCK = "unlock"
    PUSH = "push"
    BLOCK = "block"
    FREE = "free"
    WALL = "wall"


class DoorRefused(Refused):
    """The door does not do that."""


TABLE = {
    (Door.OPEN, Do.SHUT): Door.SHUT,
    (Door.OPEN, Do.BLOCK): Door.BLOCKED,
    (Door.SHUT, Do.PUSH): Door.OPEN,
    (Door.SHUT, Do.LOCK): Door.LOCKED,
    (Door.SHUT, Do.BLOCK): Door.BLOCKED,
    (Door.LOCKED, Do.LOCK): Door.LOCKED,
    (Door.LOCKED, Do.UNLOCK): Door.SHUT,
    (Door.LOCKED, Do.WALL): Door.WALLED,
}
DOOR = Moves(
    begins=Door.OPEN,
    table=TABLE,
    returns=frozenset({(Door.BLOCKED, Do.FREE)}),
    labels={each: each.title() for each in Door},
    move_labels={each: each.title() for each in Do},
    tones=dict.fromkeys(Door, Tone.PLAIN) | {Door.WALLED: Tone.SIGNAL},
    refused=lambda state, move: DoorRefused(f"A door that is {state} knows no {move}."),
)
ALL = list(product(Door, Do))


@pytest.mark.parametrize(("state", "move"), ALL)
def test_a_move_leads_where_the_table_says_or_is_refused_in_words(state, move):
    if (state, move) == (Door.BLOCKED, Do.FREE):
        assert DOOR.after(state, move, stood=Door.SHUT) is Door.SHUT
    elif expected := TABLE.get((state, move)):
        assert DOOR.after(state, move) is expected
    else:
        with pytest.raises(DoorRefused) as refusal:
            DOOR.after(state, move)
        assert str(refusal.value) == DOOR.why_not(state, move) != ""
        assert DOOR.leads(state, move) == frozenset()


@pytest.mark.parametrize(("state", "move"), ALL)
def test_what_may_be_done_is_exactly_what_is_not_refused(state, move):
    may = (state, move) in TABLE or (state, move) == (Door.BLOCKED, Do.FREE)

    assert (move in DOOR.moves_from(state)) is may
    assert (DOOR.why_not(state, move) == "") is may


def test_moves_come_in_the_order_of_the_table():
    assert DOOR.moves_from(Door.SHUT) == (Do.PUSH, Do.LOCK, Do.BLOCK)
    assert DOOR.moves_from(Door.BLOCKED) == (Do.FREE,)


@pytest.mark.parametrize("stood", [None, Door.LOCKED, Door.WALLED, Door.BLOCKED])
def test_a_thing_returns_only_to_where_it_can_have_stood(stood):
    with pytest.raises(ValueError, match="nothing comes to blocked"):
        DOOR.after(Door.BLOCKED, Do.FREE, stood=stood)


def test_a_move_that_returns_may_lead_to_all_that_led_in():
    assert DOOR.leads(Door.BLOCKED, Do.FREE) == {Door.OPEN, Door.SHUT}


def test_an_end_is_what_nothing_leads_out_of():
    assert DOOR.ends == {Door.WALLED}


@pytest.mark.parametrize("state", Door)
def test_all_but_an_end_reach_every_state(state):
    assert DOOR.reachable(state) == (set() if state is Door.WALLED else set(Door))


def test_what_only_goes_on_does_not_reach_itself():
    narrow = replace(
        DOOR,
        table={key: to for key, to in TABLE.items() if key[1] is not Do.PUSH}
        | {(Door.WALLED, Do.PUSH): Door.WALLED},
        returns=frozenset({(Door.BLOCKED, Do.FREE)}),
    )

    assert Door.OPEN in narrow.reachable(Door.OPEN)  # by being blocked and freed
    assert narrow.reachable(Door.LOCKED) >= {Door.SHUT, Door.WALLED}
    assert narrow.ends == {Door.WALLED}, "what leads only to itself leads nowhere"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"labels": dict.fromkeys(Door, "")}, "open has no label"),
        ({"labels": {Door.OPEN: "Open"}}, "shut has no label"),
        ({"move_labels": {each: "x" for each in Do if each is not Do.LOCK}}, "lock has no label"),
        ({"tones": {Door.OPEN: Tone.GOOD}}, "shut has no tone"),
        (
            {"table": {key: to for key, to in TABLE.items() if to is not Door.WALLED}},
            "wall is never made; nothing leads to walled",
        ),
        ({"returns": frozenset({(Door.OPEN, Do.SHUT)})}, "open has two shut"),
        ({"returns": frozenset({(Door.WALLED, Do.FREE), (Door.BLOCKED, Do.FREE)}),
          "table": TABLE | {(Door.LOCKED, Do.WALL): Door.LOCKED}},
         "free returns from walled, where nothing comes in"),
        ({"begins": Door.WALLED}, "nothing leads to open"),
    ],
)  # fmt: skip
def test_a_table_that_does_not_hold_together_is_not_made(change, fault):
    with pytest.raises(ValueError, match=fault):
        replace(DOOR, **change)


def test_a_table_without_colours_is_one():
    assert replace(DOOR, tones={}).tones == {}
