import json

from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from shop.stock.models import ClothRoll
from tests.builders.catalogue import a_roll, load_catalogue

CLOTH = "pin-dot-print"  # the files have no roll of it


def check(app: Flask, *words: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["stock", "check", *words])
    return result.exit_code, result.output


def test_a_sound_shelf_is_said_to_be_so(app: Flask, session: Session) -> None:
    load_catalogue(session)
    session.commit()

    assert check(app) == (0, "Every roll and trim is what moved of it.\n")
    assert check(app, "--json") == (0, "[]\n")


def test_each_figure_that_differs_is_told_and_ends_with_an_error(
    app: Flask, session: Session
) -> None:
    load_catalogue(session)
    a_roll(session, CLOTH, number="R-1", length_mm=5000)
    session.execute(
        update(ClothRoll).where(ClothRoll.number == "R-1").values(left_mm=4000, held_mm=10)
    )
    session.commit()

    code, said = check(app)

    assert code == 1
    assert said.splitlines() == [
        "pin-dot-print R-1: 4000 are there and 10 held, but its movements come to 5000 and 0.",
        "pin-dot-print R-1: 10 are held, but the garments it is kept for come to 0.",
    ]
    code, said = check(app, "--json")
    assert code == 1
    assert json.loads(said)[0] == {
        "name": "pin-dot-print R-1",
        "beside": "movements",
        "figures": {"there": 4000, "held": 10},
        "sums": {"there": 5000, "held": 0},
    }
