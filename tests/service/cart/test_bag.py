import pytest
from sqlalchemy import JSON, column, table, update

from shop.cart import queries, service
from shop.kernel.documents import plain
from shop.kernel.errors import Invalid
from shop.measurements import queries as measurements
from shop.measurements import service as bodies
from shop.measurements.rules import Source
from tests.builders.bags import MONDAY, a_garment, a_state, in_bag, leave, ordered, the_bag
from tests.builders.catalogue import load_catalogue
from tests.builders.measurements import SHIRT_BODY, a_body, a_profile
from tests.builders.people import a_guest
from tests.builders.wardrobe import a_kept_garment


@pytest.fixture
def guest(session):
    load_catalogue(session)
    return a_guest(session)


@pytest.fixture
def profile(session, guest):
    return a_profile(session, person_id=guest.id, body=a_body(**SHIRT_BODY))


def lines(session, person):
    return the_bag(session, person).lines


def test_a_line_is_put_in_and_looked_up_anew(session, guest):
    row = in_bag(session, guest, note="For Sunday.")

    [line] = lines(session, guest)

    assert line.row is row
    assert line.is_ready
    assert line.faults == ()
    assert line.price.minor == row.price_minor
    assert line.row.note == "For Sunday."
    assert queries.count(session, guest.id) == 1


def test_nobodys_bag_is_empty(session, guest):
    assert queries.bag(session, None, currency="EUR", now=MONDAY).lines == ()
    assert queries.count(session, guest.id) == 0


def test_the_same_once_is_one_line(session, guest):
    assert in_bag(session, guest, once="x") is in_bag(session, guest, once="x")
    assert len(lines(session, guest)) == 1


def test_anothers_once_is_a_line_of_ones_own(session, guest):
    other = a_guest(session)

    mine, hers = in_bag(session, guest, once="x"), in_bag(session, other, once="x")

    assert mine.public_id != hers.public_id
    assert len(lines(session, guest)) == len(lines(session, other)) == 1


@pytest.mark.parametrize("wearer", ["", "nobody", "men-XXXXL", "x-M", "-"])
def test_nothing_is_put_in_for_nobody(session, guest, wearer):
    with pytest.raises(Invalid, match="for somebody"):
        in_bag(session, guest, a_state(wearer=wearer))

    assert lines(session, guest) == ()


def test_a_line_is_changed_in_place(session, guest):
    row = in_bag(session, guest)
    before = row.price_minor

    made = a_garment(session, a_state(cuff="french", wearer="men-L"), person_id=guest.id)
    service.change(row, made, note="Cuffs!", now=MONDAY)

    [line] = lines(session, guest)
    assert line.is_ready
    assert (row.choices["cuff"], row.wearer, row.note) == ("french", "men-L", "Cuffs!")
    assert row.price_minor == before + 1200 + 125  # and 50 mm more of Oxford


def test_a_line_is_taken_out(session, guest):
    service.remove(session, in_bag(session, guest))

    assert lines(session, guest) == ()


def test_an_ordered_line_stays_with_its_order(session, guest):
    row = in_bag(session, guest)
    ordered(session, guest)

    service.remove(session, row)
    session.flush()

    assert queries.find_line(session, person_id=guest.id, public_id=row.public_id) is row


def test_anothers_line_is_not_found(session, guest):
    row = in_bag(session, guest)

    other = a_guest(session).id

    assert queries.find_line(session, person_id=other, public_id=row.public_id) is None
    assert queries.find_line(session, person_id=None, public_id=row.public_id) is None


def test_a_line_whose_cloth_sold_out_says_so_and_waits(session, guest):
    in_bag(session, guest)
    leave(session, 1000)

    [line] = lines(session, guest)

    assert not line.is_ready
    assert line.faults == ("Blue Oxford has just sold out. The rest of your design is as it was.",)
    assert not the_bag(session, guest).is_ready


def test_a_profile_measured_again_wants_a_new_confirmation(session, guest, profile):
    in_bag(session, guest, a_state(wearer=profile.public_id))
    assert lines(session, guest)[0].is_ready

    bodies.record(session, profile, body=a_body(chest=1100), now=MONDAY)
    session.flush()

    assert lines(session, guest)[0].faults == (
        "The measurements have changed since. Please confirm them again.",
    )


def test_a_profile_that_was_erased_is_asked_for_anew(session, guest, profile):
    in_bag(session, guest, a_state(wearer=profile.public_id))

    bodies.erase(session, profile)

    assert measurements.profiles_of(session, guest.id) == []
    assert lines(session, guest)[0].faults == (
        "The measurements for this garment were erased. Choose others.",
    )


def test_a_garment_no_longer_made_is_told_and_not_counted(session, guest):
    row = in_bag(session, guest)
    in_bag(session, guest)
    row.garment = "cape"
    session.flush()

    bag = the_bag(session, guest)

    assert bag.lines[0].garment is None
    assert bag.lines[0].faults == ("We make no such garment, or not any more.",)
    assert bag.total == bag.lines[1].price
    assert not bag.is_ready


@pytest.mark.parametrize("change", [lambda c: c.pop("hem"), lambda c: c.update(cape="red")])
def test_a_garment_that_asks_other_questions_now_wants_another_look(session, guest, change):
    row = in_bag(session, guest)
    before = dict(row.choices)
    change(before)
    row.choices = before
    session.flush()

    [line] = lines(session, guest)
    assert line.faults == ("What there is to choose has changed. Please look at it once more.",)

    service.change(row, line.garment, note="", now=MONDAY)
    assert lines(session, guest)[0].is_ready


def test_giving_back_twice_gives_back_once(session, guest):
    in_bag(session, guest)
    order = ordered(session, guest)

    service.give_back(session, order=order.public_id)
    session.flush()
    service.give_back(session, order=order.public_id)
    session.flush()

    assert len(lines(session, guest)) == 1


def test_taking_again_leaves_other_lines(session, guest):
    in_bag(session, guest)
    order = ordered(session, guest)
    service.give_back(session, order=order.public_id)
    other = in_bag(session, guest)

    service.take_again(session, order=order.public_id)

    assert [line.row for line in lines(session, guest)] == [other]


def test_a_line_put_in_before_there_were_parts_stays_confirmed(session, guest):
    row = in_bag(session, guest)
    new = ("ease_parts", "cut_parts", "low", "high", "insisted", "like", "confirmed")
    kept = [{k: v for k, v in plain(each).items() if k not in new} for each in row.finished]
    as_json = update(table("bag_lines", column("finished", JSON))).values(finished=kept)
    session.execute(as_json)
    session.expire_all()

    assert lines(session, guest)[0].is_ready


def test_an_estimate_is_confirmed_at_its_value(session, guest, profile):
    bodies.record(session, profile, body=a_body(Source.ESTIMATE, neck=390), now=MONDAY)
    row = in_bag(session, guest, a_state(wearer=profile.public_id))
    assert [each.code for each in row.finished if each.confirmed] == ["collar"]
    assert lines(session, guest)[0].is_ready

    bodies.record(session, profile, body=a_body(neck=390), now=MONDAY)
    assert lines(session, guest)[0].is_ready

    bodies.record(session, profile, body=a_body(Source.ESTIMATE, chest=1015), now=MONDAY)
    assert lines(session, guest)[0].faults == (
        "The measurements have changed since. Please confirm them again.",
    )


def test_a_garment_followed_since_wants_a_new_confirmation(session, guest, profile):
    in_bag(session, guest, a_state(wearer=profile.public_id))

    a_kept_garment(session, profile=profile, followed=True, points={"chest": 1070})

    assert not lines(session, guest)[0].is_ready
