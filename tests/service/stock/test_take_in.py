from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.catalogue.gateways.files import read_folder
from shop.catalogue.rules import OpeningRoll
from shop.stock import queries, service
from shop.stock.models import ClothRoll
from tests.builders.catalogue import a_folder, load_catalogue, shipped
from tests.builders.stock import BY, measured


def rolls_with(place: Path, **words: str) -> dict[str, tuple[OpeningRoll, ...]]:
    return dict(read_folder(a_folder(place, cloths=words)).rolls)


def count(session: Session) -> int:
    return session.scalar(select(func.count(ClothRoll.id))) or 0


def test_the_rolls_of_the_files_lie_on_the_shelf_once(session: Session) -> None:
    load_catalogue(session)

    assert count(session) == sum(len(each.rolls) for each in shipped().cloths)
    assert service.take_in(session, shipped().rolls, **BY) == 0
    assert count(session) == sum(len(each.rolls) for each in shipped().cloths)


def test_a_roll_that_is_there_is_never_touched(session: Session, tmp_path: Path) -> None:
    load_catalogue(session)
    measured(session, "sky-poplin", "VA-2208", 1234)

    longer = rolls_with(tmp_path, **{"length_mm: 46200": "length_mm: 99000"})

    assert service.take_in(session, longer, **BY) == 0
    assert queries.on_shelf(session, "sky-poplin").longest_mm == 1234


def test_a_new_roll_in_the_file_is_put_on_the_shelf(session: Session, tmp_path: Path) -> None:
    load_catalogue(session)
    before = count(session)

    more = rolls_with(tmp_path, **{"number: VA-2208": "number: VA-9999"})

    assert service.take_in(session, more, **BY) == 1
    assert count(session) == before + 1


def test_what_was_delivered_is_told_as_the_files_have_it(session: Session) -> None:
    load_catalogue(session)
    measured(session, "sky-poplin", "VA-2208", 1234)

    delivered = queries.delivered(session)

    told = {code: tuple(rolls) for code, rolls in delivered.items()}
    assert told == {code: rolls for code, rolls in shipped().rolls.items() if rolls}
