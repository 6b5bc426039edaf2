"""What one state of the configurator shows, from the shop's own files."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from sqlalchemy import event

from shop.configurator.page import picked
from shop.configurator.queries import resolved_from, sources_of
from shop.designs.rules import Configuration, Step
from shop.kernel.errors import NotFound, Refused
from shop.measurements.rules import sizes
from tests.builders.bags import a_screen, a_state, leave
from tests.builders.catalogue import load_catalogue, shipped
from tests.builders.measurements import a_profile
from tests.builders.people import a_guest


@pytest.fixture(autouse=True)
def catalogue(session):
    load_catalogue(session)


def show(session, garment="shirt", step=Step.STYLE, **choices):
    return a_screen(session, Configuration(garment=garment, choices=choices, step=step))


def follow(session, url, garment="shirt"):
    """Open what a link leads to."""
    return a_screen(session, Configuration.read(garment, dict(parse_qsl(urlsplit(url).query))))


def tile(screen, group, value):
    question = next(q for q in screen.questions if q.group.code == group)
    return next(t for t in question.tiles if t.id == f"{group}-{value}")


def take(session, screen, tile):
    """Click a tile."""
    before = resolved_from(screen.state, sources_of(session, [screen.state], person_id=None))
    return a_screen(session, picked(screen.state, before, tile.pick, {}))


def test_nothing_chosen_is_the_houses_own_choice(session):
    screen = show(session)

    assert screen.garment.notes == ()
    assert screen.garment.whole["collar"] == "spread"
    assert screen.garment.quote.total.minor > 0
    assert not screen.garment.is_orderable


def test_a_muted_tile_has_a_reason_and_a_way_that_works(session):
    screen = show(session, collar="button-down")
    muted = tile(screen, "cuff", "french")

    assert not muted.is_possible
    assert muted.reason.startswith("A button-down collar is for the day")
    assert muted.repair == "Choose it, with spread collar"
    after = take(session, screen, muted)
    assert after.garment.whole["cuff"] == "french"
    assert after.garment.whole["collar"] != "button-down"
    assert after.garment.notes == ()


def test_every_muted_tile_of_every_garment_can_be_repaired(session):
    every = tuple(each.model.garment for each in shipped().garments)
    assert every
    for garment in every:
        for step in (Step.CLOTH, Step.STYLE, Step.DETAILS, Step.FIT):
            screen = show(session, garment, step)
            for question in screen.questions:
                for each in question.tiles:
                    if each.is_possible:
                        continue
                    assert each.reason.endswith(".")
                    if each.reason.startswith("Sold out."):
                        assert each.repair == ""
                        continue
                    after = take(session, screen, each)
                    assert after.garment.whole[question.group.code] == each.pick.partition(":")[2]
                    assert after.garment.notes == ()


def test_of_several_what_the_house_takes_is_added_to(session):
    screen = show(session, "jacket", Step.DETAILS)
    assert (screen.garment.whole["inside"], tile(screen, "inside", "pen").is_chosen) == (
        "pen",
        True,
    )

    more = take(session, screen, tile(screen, "inside", "phone"))
    assert more.garment.whole["inside"] == "pen.phone"
    less = take(session, more, tile(more, "inside", "pen"))
    assert less.garment.whole["inside"] == "phone"
    none = take(session, less, tile(less, "inside", "phone"))
    assert none.garment.whole["inside"] == "none"


def test_more_than_has_room_is_muted_and_can_be_had_for_one_less(session):
    screen = show(session, "jacket", Step.DETAILS, inside="pen.phone.cards")
    loop = tile(screen, "inside", "loop")

    assert (loop.is_possible, loop.reason) == (False, "There is room for 3 at once.")
    assert loop.repair == "Choose it, without card pocket"
    after = take(session, screen, loop)
    assert "loop" in after.garment.whole["inside"].split(".")
    assert len(after.garment.whole["inside"].split(".")) == 3


def test_contradictions_in_a_link_are_told_with_a_way_back(session):
    screen = show(session, collar="button-down", cuff="french")

    assert screen.garment.whole["collar"] == "button-down"
    [note] = screen.garment.notes
    assert note.text.startswith("«French cuffs» was set aside. A button-down collar is for the day")
    assert follow(session, note.repair_url).garment.whole["cuff"] == "french"


@pytest.mark.parametrize("group", ["collar", "cloth"])
def test_a_value_we_never_had_is_told_and_the_rest_kept(session, group):
    screen = show(session, fit="slim", **{group: "gold"})

    [note] = screen.garment.notes
    assert "«gold» is not on offer here" in note.text
    assert screen.garment.whole["fit"] == "slim"


def test_a_question_we_never_asked_is_passed_over(session):
    screen = show(session, utm_source="letter", fit="slim")

    assert screen.garment.notes == ()
    assert "utm_source" not in screen.state.url()


def test_a_cloth_that_sold_out_is_told_and_the_rest_kept(session):
    leave(session, 1000)

    screen = show(session, cloth="blue-oxford", collar="cutaway", step=Step.CLOTH)

    assert [n.text for n in screen.garment.notes] == [
        "Blue Oxford has just sold out. The rest of your design is as it was."
    ]
    assert screen.garment.whole["collar"] == "cutaway"
    sold = tile(screen, "cloth", "blue-oxford")
    assert (sold.is_possible, sold.repair) == (False, "")
    assert sold.reason.startswith("Sold out.")


def test_the_houses_own_answers_take_cloth_too(session):
    """A dress is flared unless she says otherwise, and takes half a metre more for it."""
    plain = show(session, "dress", skirt="straight")
    cloth = plain.garment.cloth.code
    leave(session, plain.garment.making.cloth_mm, cloth)

    flared = show(session, "dress", cloth=cloth)

    assert flared.garment.whole["skirt"] == "flared"
    assert flared.garment.cloth.code != cloth
    assert len(flared.garment.notes) == 1
    assert show(session, "dress", cloth=cloth, skirt="straight").garment.cloth.code == cloth


def test_when_no_cloth_is_left_it_is_said(session):
    for each in shipped().cloths:
        leave(session, 0, each.cloth.code)

    with pytest.raises(Refused, match="No cloth for this garment is left"):
        show(session)


@pytest.mark.parametrize("garment", ["cape", "", "SHIRT", "shirt'--"])
def test_a_garment_we_do_not_make_is_told(session, garment):
    with pytest.raises(NotFound, match="no such garment"):
        show(session, garment)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("AV", None),
        ("ABCD", None),
        ("", "Letters: type what to stitch, or choose none above."),
        ("ABCDE", "At most 4 characters fit here."),
        ("av", "We can stitch only these characters: A-Z"),
        ("A\n", "We can stitch only these characters: A-Z"),
        ("ÄÖ", "We can stitch only these characters: A-Z"),
        ("<b>", "We can stitch only these characters: A-Z"),
    ],
)
def test_a_monogram_that_cannot_be_stitched_is_told(session, text, fault):
    screen = a_screen(session, a_state(**{"monogram": "chest", "monogram-text": text}))

    assert screen.garment.text_faults == ({"monogram-text": fault} if fault else {})
    assert screen.garment.is_orderable is (fault is None)


def test_another_persons_profile_dresses_nobody(session):
    profile, other = a_profile(session), a_guest(session)
    state = a_state(wearer=profile.public_id)

    for person_id in (other.id, None):
        assert a_screen(session, state, person_id=person_id).garment.wearer is None
    assert a_screen(session, state, person_id=profile.person_id).garment.wearer is not None


def test_a_profile_that_lacks_measures_names_them(session):
    profile = a_profile(session)
    screen = a_screen(session, a_state(wearer=profile.public_id), person_id=profile.person_id)

    assert "seat" in screen.garment.missing
    assert "chest" not in screen.garment.missing
    assert screen.garment.finished == ()
    assert not screen.garment.is_orderable


def test_every_garment_is_orderable_in_every_standard_size(session):
    every = tuple(each.model.garment for each in shipped().garments)
    assert every
    for garment in every:
        for table in ("men", "women"):
            for size in sizes(table):
                state = Configuration(garment=garment, choices={}, wearer=f"{table}-{size.code}")
                screen = a_screen(session, state)
                assert screen.garment.is_orderable
                assert all(0 < point.mm <= point.cut_mm for point in screen.garment.finished)


def test_a_click_asks_the_database_few_questions(session, engine):
    show(session)
    asked = []

    def count(connection, cursor, statement, *rest):
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", count)
    try:
        show(session, step=Step.CLOTH, cloth="blue-oxford")
    finally:
        event.remove(engine, "before_cursor_execute", count)

    assert len(asked) == 2  # what is on offer, the work that waits
