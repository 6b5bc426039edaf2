from datetime import date

import pytest
from sqlalchemy.orm import Session

from shop.catalogue.rules import OpeningRoll
from shop.kernel.errors import Invalid, NotFound, Refused
from shop.stock import queries, service
from shop.stock.rules import Hold, Reserved
from tests.builders.catalogue import LOADED_AT, a_roll, load_catalogue

SOLD_OUT = "pin-dot-print"  # the files have no roll of it


@pytest.fixture
def shelf(session: Session) -> Session:
    """A shelf with two rolls of one cloth, of five metres and of two."""
    load_catalogue(session)
    a_roll(session, SOLD_OUT, number="long", length_mm=5000, lot="A")
    a_roll(session, SOLD_OUT, number="short", length_mm=2000, lot="B")
    return session


def reserve(session: Session, mm: int, reference: str = "line-1") -> None:
    service.reserve_cloth(session, cloth=SOLD_OUT, mm=mm, reference=reference, now=LOADED_AT)
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

    for each in queries.shelf(session, garment="trousers"):
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
        service.reserve_cloth(shelf, cloth="gold", mm=1, reference="line-1", now=LOADED_AT)


def test_what_is_given_back_can_be_kept_again(shelf: Session) -> None:
    reserve(shelf, 1500)

    service.release_cloth(shelf, reference="line-1")
    service.release_cloth(shelf, reference="line-1")

    assert rolls(shelf) == {"long": (5000, 0), "short": (2000, 0)}
    assert queries.reservation_of(shelf, "line-1") is None

    reserve(shelf, 3000)

    assert rolls(shelf) == {"long": (5000, 3000), "short": (2000, 0)}


def test_what_is_cut_is_gone_once(shelf: Session) -> None:
    reserve(shelf, 1500)

    service.mark_cut(shelf, reference="line-1")
    service.mark_cut(shelf, reference="line-1")

    assert rolls(shelf) == {"long": (5000, 0), "short": (500, 0)}
    found = queries.reservation_of(shelf, "line-1")
    assert found is not None
    assert found.state is Hold.CUT


def test_what_is_cut_cannot_be_given_back(shelf: Session) -> None:
    reserve(shelf, 1500)
    service.mark_cut(shelf, reference="line-1")

    service.release_cloth(shelf, reference="line-1")

    assert rolls(shelf) == {"long": (5000, 0), "short": (500, 0)}


def test_what_was_given_back_cannot_be_cut(shelf: Session) -> None:
    reserve(shelf, 1500)
    service.release_cloth(shelf, reference="line-1")

    with pytest.raises(Refused):
        service.mark_cut(shelf, reference="line-1")

    assert rolls(shelf) == {"long": (5000, 0), "short": (2000, 0)}


def test_what_was_never_kept_cannot_be_cut_and_need_not_be_given_back(shelf: Session) -> None:
    service.release_cloth(shelf, reference="nobody")

    with pytest.raises(NotFound):
        service.mark_cut(shelf, reference="nobody")


def test_the_same_roll_delivered_twice_is_one_roll(shelf: Session) -> None:
    a_roll(shelf, SOLD_OUT, number="long", length_mm=5000, lot="A")

    assert len(queries.rolls(shelf, cloth=SOLD_OUT)) == 2
    with pytest.raises(Refused):
        a_roll(shelf, SOLD_OUT, number="long", length_mm=6000, lot="A")


def test_a_roll_has_some_length(shelf: Session) -> None:
    empty = OpeningRoll(number="x", dye_lot="A", length_mm=0, received_on=date(2026, 11, 2))

    with pytest.raises(Invalid):
        service.receive_roll(shelf, cloth=SOLD_OUT, roll=empty)


def test_a_roll_is_corrected_down_to_what_is_promised(shelf: Session) -> None:
    reserve(shelf, 1500)

    service.correct_roll(shelf, cloth=SOLD_OUT, number="short", left_mm=1500)

    assert rolls(shelf)["short"] == (1500, 1500)
    with pytest.raises(Refused, match="1500 mm of this roll are promised"):
        service.correct_roll(shelf, cloth=SOLD_OUT, number="short", left_mm=1499)
    with pytest.raises(Invalid):
        service.correct_roll(shelf, cloth=SOLD_OUT, number="short", left_mm=-1)
    assert rolls(shelf)["short"] == (1500, 1500)


def test_a_roll_that_is_not_there_cannot_be_corrected(shelf: Session) -> None:
    with pytest.raises(NotFound, match="There is no roll R-9 of this cloth"):
        service.correct_roll(shelf, cloth=SOLD_OUT, number="R-9", left_mm=1)
