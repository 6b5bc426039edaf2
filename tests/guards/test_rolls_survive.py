"""Rolls from before there was a ledger are the sum of the movements they were given."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from shop.infra import schema
from shop.infra.db import UtcDateTime, make_engine
from shop.stock import queries
from shop.stock.queries import Beside
from tests.builders.rows import filler

MONDAY = datetime(2026, 11, 2, 8, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 6, 14, tzinfo=UTC)
CAME = date(2026, 10, 1)
CARRIED = "Carried over from before there was a ledger."
# number, length, left, held; and of its garments: reference, mm, state
ROLLS = {
    "whole": (5000, 5000, 0, []),
    "known": (5000, 3500, 1200, [("cut-1", 1500, "cut"), ("held-1", 1200, "held")]),
    "given-back": (5000, 5000, 0, [("back-1", 1400, "released")]),
    "overwritten": (5000, 2990, 700, [("cut-2", 1500, "cut"), ("held-2", 600, "held")]),
}
MOVED = (
    "SELECT number, kind, there, held, actor, reason, at FROM stock_movements"
    " JOIN cloth_rolls ON cloth_rolls.id = roll_id"
    " ORDER BY stock_movements.id"
)


@pytest.fixture
def old(empty_database_url):
    """A database of 0.4 with rolls and what was known of them."""
    engine = make_engine(empty_database_url)
    schema.migrate(engine, "0005")
    with engine.begin() as connection:
        add = filler(connection)
        for person in (7, 8):
            add("people", id=person, name="", role="customer")
        add("cloths", id=1, code="poplin")
        add("orders", id=1, public_id="o", number="T", once="o", person_id=7, state="paid")
        for roll, (number, (length, left, held, garments)) in enumerate(ROLLS.items(), 1):
            add(
                "cloth_rolls",
                id=roll,
                cloth_id=1,
                number=number,
                length_mm=length,
                left_mm=left,
                held_mm=held,
                received_on=CAME,
            )
            for reference, mm, state in garments:
                add(
                    "cloth_reservations",
                    reference=reference,
                    roll_id=roll,
                    mm=mm,
                    state=state,
                    reserved_at=TUESDAY,
                )
        add("order_lines", id=1, public_id="cut-1", order_id=1, confirmed_at=MONDAY)
        add(
            "work_orders", id=1, public_id="w", number="W", order_id=1, order_line_id=1, stage="cut"
        )
        add("work_steps", work_id=1, before="queued", after="cut", person_id=8, at=FRIDAY)
    yield engine
    engine.dispose()


def test_every_roll_of_old_is_the_sum_of_its_movements(old):
    schema.migrate(old)

    with Session(old) as session:
        found = queries.rolls(session, cloth="poplin")
        figures = {roll.number: (roll.length_mm, roll.left_mm, roll.held_mm) for roll in found}
        wrong = [each.beside for each in queries.differences(session)]
    assert figures == {number: facts[:3] for number, facts in ROLLS.items()}
    assert wrong == [Beside.RESERVATIONS]  # the roll that held more than for its garments


def test_what_is_known_of_a_roll_is_told_with_who_and_when(old):
    schema.migrate(old, "0008")

    with old.connect() as connection:
        rows = connection.execute(text(MOVED).columns(at=UtcDateTime)).all()
    told = {number: [tuple(row[1:]) for row in rows if row.number == number] for number in ROLLS}
    came = ("received", 5000, 0, "house", "", datetime(2026, 10, 1, 8, tzinfo=UTC))
    assert told["whole"] == told["given-back"] == [came]
    assert told["known"] == [
        came,
        ("reserved", 0, 1500, "customer:7", "", TUESDAY),
        ("cut", -1500, -1500, "staff:8", "", FRIDAY),
        ("reserved", 0, 1200, "house", "", TUESDAY),
    ]
    assert told["overwritten"][-1][:5] == ("corrected", -510, 100, "house", CARRIED)


def test_going_back_leaves_the_rolls_as_they_were(old):
    schema.migrate(old, "0008")
    schema.migrate(old, "0007")

    with old.connect() as connection:
        rows = connection.execute(
            text("SELECT number, length_mm, left_mm, held_mm FROM cloth_rolls ORDER BY id")
        ).all()
    assert {number: tuple(figures) for number, *figures in rows} == {
        number: facts[:3] for number, facts in ROLLS.items()
    }
