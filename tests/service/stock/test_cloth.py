from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from shop.catalogue.rules import OpeningRoll
from shop.kernel.actors import CARRIER, CLOCK, HOUSE
from shop.kernel.errors import Invalid, NotFound, Refused
from shop.stock import queries, service
from shop.stock.models import ClothRoll, MovementRow
from shop.stock.queries import Beside, Difference, Figures
from shop.stock.rules import Hold, Reserved
from tests.builders.catalogue import a_roll, load_catalogue
from tests.builders.stock import BY, measured

SOLD_OUT = "pin-dot-print"  # the files have no roll of it
LATER = BY["now"] + timedelta(days=3)


@pytest.fixture
def shelf(session: Session) -> Session:
    """A shelf with two rolls of one cloth, of five metres and of two."""
    load_catalogue(session)
    a_roll(session, SOLD_OUT, number="long", length_mm=5000, lot="A")
    a_roll(session, SOLD_OUT, number="short", length_mm=2000, lot="B")
    return session


def reserve(session: Session, mm: int, reference: str = "line-1") -> None:
    service.reserve_cloth(session, cloth=SOLD_OUT, mm=mm, reference=reference, **BY)
    session.flush()


def rolls(session: Session) -> dict[str, tuple[int, int]]:
    found = queries.rolls(session, cloth=SOLD_OUT)
    return {roll.number: (roll.left_mm, roll.held_mm) for roll in found}


def longest(session: Session) -> int:
    return queries.on_shelf(session, SOLD_OUT).longest_mm


def test_a_sold_out_cloth_is_on_show_without_length(session: Session) -> None:
    load_catalogue(session)

    shown = {each.cloth.code: each.longest_mm for each in queries.shelf(session, garment="shirt")}

    assert shown[SOLD_OUT] == 0
    assert shown["white-poplin"] == 58_000


def test_only_cloths_for_the_garment_are_listed(session: Session) -> None:
    load_catalogue(session)

    every = tuple(queries.shelf(session, garment="trousers"))
    assert every
    for each in every:
        assert "trousers" in each.cloth.garments


def test_cloth_is_kept_on_the_shortest_roll_that_suffices(shelf: Session) -> None:
    reserve(shelf, 1500)

    assert rolls(shelf) == {"long": (5000, 0), "short": (2000, 1500)}
    assert queries.reservation_of(shelf, "line-1") == Reserved(
        cloth=SOLD_OUT, roll="short", dye_lot="B", mm=1500, state=Hold.HELD
    )


def test_the_same_reference_again_changes_nothing(shelf: Session) -> None:
    reserve(shelf, 1500)

    reserve(shelf, 1500)

    assert rolls(shelf) == {"long": (5000, 0), "short": (2000, 1500)}


def test_a_garment_is_never_cut_from_two_rolls(shelf: Session) -> None:
    reserve(shelf, 4000)  # leaves 1000 and 2000

    with pytest.raises(service.ClothSoldOut, match="Pin dot print has just sold out"):
        reserve(shelf, 2500, "line-2")

    assert rolls(shelf) == {"long": (5000, 4000), "short": (2000, 0)}
    assert longest(shelf) == 2000
    assert queries.reservation_of(shelf, "line-2") is None


def test_an_unknown_cloth_is_not_kept(shelf: Session) -> None:
    with pytest.raises(NotFound):
        service.reserve_cloth(shelf, cloth="gold", mm=1, reference="line-1", **BY)


def test_what_is_given_back_can_be_kept_again(shelf: Session) -> None:
    reserve(shelf, 1500)

    service.release_cloth(shelf, reference="line-1", **BY)
    service.release_cloth(shelf, reference="line-1", **BY)

    assert rolls(shelf) == {"long": (5000, 0), "short": (2000, 0)}
    assert queries.reservation_of(shelf, "line-1") is None

    reserve(shelf, 3000)

    assert rolls(shelf) == {"long": (5000, 3000), "short": (2000, 0)}


def test_what_is_cut_is_gone_once(shelf: Session) -> None:
    reserve(shelf, 1500)

    service.mark_cut(shelf, reference="line-1", **BY)
    service.mark_cut(shelf, reference="line-1", **BY)

    assert rolls(shelf) == {"long": (5000, 0), "short": (500, 0)}
    found = queries.reservation_of(shelf, "line-1")
    assert found is not None
    assert found.state is Hold.CUT


def test_what_is_cut_cannot_be_given_back(shelf: Session) -> None:
    reserve(shelf, 1500)
    service.mark_cut(shelf, reference="line-1", **BY)

    service.release_cloth(shelf, reference="line-1", **BY)

    assert rolls(shelf) == {"long": (5000, 0), "short": (500, 0)}


def test_what_was_given_back_cannot_be_cut(shelf: Session) -> None:
    reserve(shelf, 1500)
    service.release_cloth(shelf, reference="line-1", **BY)

    with pytest.raises(Refused):
        service.mark_cut(shelf, reference="line-1", **BY)

    assert rolls(shelf) == {"long": (5000, 0), "short": (2000, 0)}


def test_what_was_never_kept_cannot_be_cut_and_need_not_be_given_back(shelf: Session) -> None:
    service.release_cloth(shelf, reference="nobody", **BY)

    with pytest.raises(NotFound):
        service.mark_cut(shelf, reference="nobody", **BY)


def test_the_same_roll_delivered_twice_is_one_roll(shelf: Session) -> None:
    a_roll(shelf, SOLD_OUT, number="long", length_mm=5000, lot="A")

    assert len(queries.rolls(shelf, cloth=SOLD_OUT)) == 2
    with pytest.raises(Refused):
        a_roll(shelf, SOLD_OUT, number="long", length_mm=6000, lot="A")


def test_a_roll_has_some_length(shelf: Session) -> None:
    empty = OpeningRoll(number="x", dye_lot="A", length_mm=0, received_on=date(2026, 11, 2))

    with pytest.raises(Invalid):
        service.receive_roll(shelf, cloth=SOLD_OUT, roll=empty, **BY)


def test_a_roll_is_corrected_down_to_what_is_promised(shelf: Session) -> None:
    reserve(shelf, 1500)

    measured(shelf, SOLD_OUT, "short", 1500)

    assert rolls(shelf)["short"] == (1500, 1500)
    with pytest.raises(Refused, match="1500 mm of this roll are promised"):
        measured(shelf, SOLD_OUT, "short", 1499)
    with pytest.raises(Invalid):
        measured(shelf, SOLD_OUT, "short", -1)
    assert rolls(shelf)["short"] == (1500, 1500)


def test_a_roll_that_is_not_there_cannot_be_corrected(shelf: Session) -> None:
    with pytest.raises(NotFound, match="There is no roll R-9 of this cloth"):
        correct(shelf, 1, number="R-9")


def test_a_correction_before_other_figures_is_refused(shelf: Session) -> None:
    measured(shelf, SOLD_OUT, "short", 1800)

    with pytest.raises(Refused, match="it should hold 1800 mm now"):
        correct(shelf, 1700, seen_mm=2000)

    assert rolls(shelf)["short"] == (1800, 0)


def test_a_correction_says_why_unless_nothing_changes(shelf: Session) -> None:
    with pytest.raises(Invalid, match="Say why"):
        correct(shelf, 1700, reason="")

    correct(shelf, 2000, reason="")

    assert rolls(shelf)["short"] == (2000, 0)
    assert len(moved(shelf)) == 1


def correct(session: Session, left_mm: int, **different: Any) -> None:
    facts = {"cloth": SOLD_OUT, "number": "short", "seen_mm": 2000, "reason": "A flaw."} | BY
    service.correct_roll(session, left_mm=left_mm, **(facts | different))
    session.flush()


def moved(session: Session) -> list[MovementRow]:
    """Return what moved of the short roll, oldest first."""
    roll = queries.roll_of(session, cloth=SOLD_OUT, number="short")
    return [*reversed(queries.movements_of_roll(session, roll).rows)]


def test_the_ledger_tells_what_happened_to_a_roll_and_who_did_it(shelf: Session) -> None:
    reserve(shelf, 1500)
    service.release_cloth(shelf, reference="line-1", actor=CLOCK, now=LATER)
    reserve(shelf, 1500, "line-2")
    service.mark_cut(shelf, reference="line-2", actor=CARRIER, now=LATER)
    correct(shelf, 450, seen_mm=500)

    told = [(row.kind.value, row.there, row.held, row.reference) for row in moved(shelf)]

    assert told == [
        ("received", 2000, 0, ""),
        ("reserved", 0, 1500, "line-1"),
        ("released", 0, -1500, "line-1"),
        ("reserved", 0, 1500, "line-2"),
        ("cut", -1500, -1500, "line-2"),
        ("corrected", -50, 0, ""),
    ]
    assert [row.actor for row in moved(shelf)][2:5] == [CLOCK, HOUSE, CARRIER]
    assert [row.at for row in moved(shelf)][4:] == [LATER, BY["now"]]
    assert [row.reason for row in moved(shelf)] == ["", "", "", "", "", "A flaw."]
    assert queries.differences(shelf) == []


def test_the_ledger_is_read_a_page_at_a_time(shelf: Session) -> None:
    roll = queries.roll_of(shelf, cloth=SOLD_OUT, number="short")
    for left in range(1, 5):
        measured(shelf, SOLD_OUT, "short", left)

    first = queries.movements_of_roll(shelf, roll, size=2)
    second = queries.movements_of_roll(shelf, roll, before=first.before, size=2)
    third = queries.movements_of_roll(shelf, roll, before=second.before, size=2)

    pages = [[row.there for row in page.rows] for page in (first, second, third)]
    assert pages == [[1, 1], [1, -1999], [2000]]
    assert third.before is None


def test_a_figure_that_no_movement_made_is_found(shelf: Session) -> None:
    reserve(shelf, 1500)
    shelf.execute(
        update(ClothRoll).where(ClothRoll.number == "short").values(left_mm=1990, held_mm=1400)
    )

    assert queries.differences(shelf) == [
        Difference(
            name="pin-dot-print short",
            beside=beside,
            figures=Figures(there=1990, held=1400),
            sums=Figures(there=there, held=1500),
        )
        for beside, there in ((Beside.MOVEMENTS, 2000), (Beside.RESERVATIONS, 1990))
    ]
