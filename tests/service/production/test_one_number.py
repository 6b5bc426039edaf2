"""One garment, one number of minutes: configured, ordered, promised, queued and on the sheet."""

from random import Random

import pytest
from sqlalchemy import select

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue import queries as catalogue
from shop.catalogue.rules import GroupKind, with_cloths
from shop.configurator.rules import surprise
from shop.production import queries
from shop.promises.models import PromisedWork
from shop.stock import queries as stock
from tests.builders.bags import a_garment, a_state, in_bag, ordered, pay
from tests.builders.catalogue import load_catalogue, shipped
from tests.builders.people import a_guest

GARMENTS = [each.model.garment for each in shipped().garments]
WEARERS = {"dress": "women-M", "skirt": "women-M"}
DRAWS = 5  # random designs of each garment


@pytest.fixture(autouse=True)
def catalogue_of_the_house(session):
    load_catalogue(session)


def numbers(session, *states):
    """Return for each design the five numbers, ordered together and paid."""
    guest = a_guest(session)
    configured = [a_garment(session, state).making.minutes for state in states]
    for state in states:
        in_bag(session, guest, state)
    order = ordered(session, guest)
    pay(session, order)
    promised = dict(session.execute(select(PromisedWork.reference, PromisedWork.minutes)).all())
    works = [queries.work(session, each.public_id) for each in queries.works_of(session, order.id)]
    return [
        (
            before,
            line.minutes,
            promised[line.public_id],
            work.minutes,
            sum(task.minutes for task in queries.spec_of(session, work).tasks),
        )
        for before, line, work in zip(configured, order.lines, works, strict=True)
    ]


def lettered(model, design):
    """Return the design with letters where it is stitched with some; chance makes none up."""
    texts = {each.code for each in model.groups if each.kind is GroupKind.TEXT} - {ARTWORK}
    return {code: "A" if code in texts else value for code, value in design.items()}


@pytest.mark.parametrize("garment", GARMENTS)
def test_for_random_designs(session, garment):
    shelf = stock.shelf(session, garment=garment)
    model = with_cloths(catalogue.model_of(session, garment), (each.cloth for each in shelf))
    rng = Random(garment)
    drawn = [lettered(model, surprise(model, {}, draw=rng)) for _ in range(DRAWS)]
    wearer = WEARERS.get(garment, "men-M")
    states = [
        a_state(garment=garment, wearer=wearer, **{"collar": "", "fit": "", **each})
        for each in drawn
    ]

    found = numbers(session, *states)

    assert len(found) == DRAWS
    assert {len(set(each)) for each in found} == {1}, found


@pytest.mark.parametrize(
    ("state", "minutes"),
    [
        (a_state(collar="button-down", fit=""), 194),
        (a_state(collar="band", fit=""), 184),
        (a_state(collar="", placket="plain", fit=""), 187),
    ],
)
def test_for_what_once_differed(session, state, minutes):
    assert numbers(session, state) == [(minutes,) * 5]


def test_a_turn_up_takes_its_minutes_everywhere(session):
    plain = a_state(garment="trousers", cloth="navy-cotton-twill", collar="", fit="")
    turned = a_state(
        garment="trousers", cloth="navy-cotton-twill", collar="", fit="", hem="turn-up"
    )

    [without, with_it] = numbers(session, plain, turned)

    assert len(set(without)) == len(set(with_it)) == 1
    assert with_it[0] > without[0]
