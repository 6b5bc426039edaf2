"""A design with a picture of the customer's own: who sees it, and what keeps it from being made."""

from dataclasses import replace

import pytest

from shop.artwork.rules import GROUP
from shop.artwork.rules import State as ArtworkState
from shop.catalogue.rules import Group, GroupKind, Section
from shop.designs import service as designs
from shop.designs.rules import Configuration, Step
from tests.builders.artwork import an_artwork
from tests.builders.bags import a_screen
from tests.builders.catalogue import load_catalogue, shipped
from tests.builders.orders import NOW
from tests.builders.people import a_customer

PRINTED = Group(
    code=GROUP,
    name="Artwork",
    section=Section.DETAILS,
    kind=GroupKind.TEXT,
    max_length=20,
    allowed="a-z0-9",
)


@pytest.fixture(autouse=True)
def printed_shirt(session):
    """The house's shirt, asked one question more."""
    files = shipped()
    garments = tuple(
        replace(each, model=replace(each.model, groups=(*each.model.groups, PRINTED)))
        if each.model.garment == "shirt"
        else each
        for each in files.garments
    )
    load_catalogue(session, replace(files, garments=garments))


@pytest.fixture
def anna(session):
    return a_customer(session)


def show(session, person=None, **choices):
    state = Configuration(garment="shirt", choices=choices, step=Step.DETAILS, wearer="men-M")
    return a_screen(session, state, person_id=person.id if person else None)


def test_a_garment_without_a_picture_is_a_garment_too(session):
    screen = show(session)

    assert screen.garment.whole[GROUP] == ""
    assert screen.garment.printed is None
    assert screen.garment.is_orderable
    assert GROUP not in [row.group.code for row in screen.garment.described]


def test_her_own_picture_is_in_the_design_in_words(session, anna):
    artwork = an_artwork(session, anna)

    screen = show(session, anna, artwork=artwork.public_id)

    assert screen.garment.whole[GROUP] == artwork.public_id
    assert screen.garment.printed.artwork is artwork
    assert screen.garment.printed.is_own
    assert screen.garment.is_orderable
    assert {row.value.name for row in screen.garment.described if row.group.code == GROUP} == {
        "your own picture"
    }


@pytest.mark.parametrize("named", ["nothing-such", None])
def test_a_picture_that_is_not_hers_is_as_if_not_given(session, anna, named):
    artwork = an_artwork(session, anna)

    screen = show(
        session, a_customer(session, "berta@example.com"), artwork=named or artwork.public_id
    )

    assert screen.garment.whole[GROUP] == ""
    assert GROUP not in screen.state.choices
    assert screen.garment.printed is None


def test_a_picture_of_a_published_design_is_for_everybody(session, anna):
    artwork = an_artwork(session, anna)
    whole = show(session, anna, artwork=artwork.public_id).garment.whole
    design = designs.save(
        session,
        person_id=anna.id,
        garment="shirt",
        digest="x",
        choices=whole,
        name="Mine",
        once="1",
        now=NOW,
    )
    assert show(session, artwork=artwork.public_id).garment.printed is None

    designs.publish(design, now=NOW)

    screen = show(session, artwork=artwork.public_id)
    assert screen.garment.whole[GROUP] == artwork.public_id
    assert not screen.garment.printed.is_own


def test_a_refused_picture_keeps_the_design_from_being_ordered(session, anna):
    artwork = an_artwork(session, anna, state=ArtworkState.REFUSED, reason="It is a logo.")

    screen = show(session, anna, artwork=artwork.public_id)

    assert screen.garment.text_faults == {GROUP: "This artwork cannot be printed: It is a logo."}
    assert not screen.garment.is_orderable
