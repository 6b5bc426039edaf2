"""Every stage against every stage, and the days of a piece."""

from datetime import date
from itertools import product

import pytest

from shop.production.rules import (
    LABELS,
    MOVE_LABELS,
    MOVES,
    Move,
    MoveRefused,
    Stage,
    can_be_held,
    cut_by,
    is_late,
    leads_to,
    scans_from,
    towards,
)

ALLOWED = {
    ("queued", "cut"), ("cut", "sewn"), ("sewn", "finished"), ("finished", "checked"),
    ("finished", "rework"), ("rework", "finished"), ("checked", "packed"), ("checked", "rework"),
    ("packed", "shipped"),
}  # fmt: skip


@pytest.mark.parametrize(("stage", "wanted"), list(product(Stage, Stage)))
def test_a_piece_moves_only_along_the_table(stage: Stage, wanted: Stage) -> None:
    if (stage, wanted) in ALLOWED:
        assert MOVES.after(stage, towards(stage, wanted)) is wanted
    else:
        with pytest.raises(MoveRefused) as refused:
            towards(stage, wanted)
        assert str(refused.value).endswith(".")


def test_the_buttons_of_a_stage_are_its_scans() -> None:
    assert {(s, leads_to(move)) for s in Stage for move in scans_from(s)} == ALLOWED
    assert set(LABELS) == set(Stage)
    assert set(MOVE_LABELS) == set(Move)


@pytest.mark.parametrize("stage", [Stage.SHIPPED, Stage.DROPPED])
def test_a_piece_that_is_gone_is_neither_held_nor_dropped(stage: Stage) -> None:
    for move in (Move.HOLD, Move.DROP):
        with pytest.raises(MoveRefused):
            MOVES.after(stage, move)


def test_a_released_piece_goes_on_where_it_stood() -> None:
    assert MOVES.after(Stage.HELD, Move.RELEASE, stood=Stage.SEWN) is Stage.SEWN


def test_only_a_piece_still_in_the_house_is_held() -> None:
    gone = {stage for stage in Stage if not can_be_held(stage)}
    assert gone == {Stage.SHIPPED, Stage.DROPPED, Stage.HELD}


def test_the_last_day_for_the_cut_is_counted_back_over_working_days() -> None:
    promised = date(2026, 12, 15)
    assert cut_by(not_before=date(2026, 11, 20), promised_on=promised, lead_days=10) == date(
        2026, 11, 27
    )
    assert cut_by(not_before=date(2026, 12, 1), promised_on=promised, lead_days=10) == date(
        2026, 12, 1
    )


@pytest.mark.parametrize(
    ("stage", "today", "late"),
    [
        (Stage.QUEUED, date(2026, 11, 27), False),
        (Stage.QUEUED, date(2026, 11, 28), True),
        (Stage.SEWN, date(2026, 11, 28), False),
        (Stage.SEWN, date(2026, 12, 15), False),
        (Stage.SEWN, date(2026, 12, 16), True),
        (Stage.SHIPPED, date(2026, 12, 16), False),
        (Stage.DROPPED, date(2026, 12, 16), False),
    ],
)
def test_a_piece_is_late_when_its_promise_is_in_danger(
    stage: Stage, today: date, *, late: bool
) -> None:
    due = {"cut_by": date(2026, 11, 27), "promised_on": date(2026, 12, 15)}
    assert is_late(stage, **due, today=today) is late
