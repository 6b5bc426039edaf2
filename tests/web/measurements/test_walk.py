import re

import pytest
from sqlalchemy import select

from shop.measurements import queries, rules, service
from shop.measurements.models import Measurement, Profile, Revision, Walk
from shop.measurements.rules import Source, Way
from tests.builders.measurements import MEASURED_AT

WHO = {"name": "Anna", "whose": "me", "table": "women", "age": "34", "weight": "65 kg"}
NEW = "/profiles/new/walk?keys=height,neck,wrist"


def begun(client, address=NEW, **changes):
    answer = client.post(address, data=WHO | changes)
    return re.search(r"/profiles/(\w+)/walk", answer.location)[1]


def at(profile, key):
    return f"/profiles/{profile}/walk/{key}"


def answered(client, profile, **typed):
    for key, words in typed.items():
        answer = client.post(at(profile, key), data={key: words, "unit": "cm"})
    return answer


def values(session, profile):
    statement = select(Measurement).join(Profile, Profile.id == Measurement.profile_id)
    rows = session.scalars(
        statement.where(Profile.public_id == profile).order_by(Measurement.revision)
    )
    return {row.key: (row.amount, row.revision) for row in rows}


def test_a_walk_begins_with_its_first_measure(client, session):
    profile = begun(client)

    onward = client.get(f"/profiles/{profile}/walk/next")

    assert onward.location == at(profile, "height")
    page = client.get(onward.location).text
    assert "1 of 3" in page
    assert "/tape/height.svg" in page
    assert values(session, profile) == {"age": (34, 1), "weight": (65_000, 1)}


def test_a_height_that_is_not_measured_may_be_told(client, session):
    asked, not_asked = "/profiles/new/walk?keys=chest", NEW

    assert 'name="height"' in client.get(asked).text
    assert 'name="height"' not in client.get(not_asked).text
    profile = begun(client, asked, height="5 ft 6")
    assert values(session, profile)["height_said"] == (1676, 1)


def test_a_bare_weight_is_in_pounds_for_who_measures_in_inches(client, session):
    client.post("/units", data={"unit": "in"})

    assert values(session, begun(client, weight="140"))["weight"] == (63_503, 1)


def test_every_value_is_kept_at_once_in_one_revision(client, session):
    profile = begun(client)

    answer = answered(client, profile, height="168", wrist="15.5")

    assert answer.location == at(profile, "neck")
    assert values(session, profile)["height"] == (1680, 2)
    assert values(session, profile)["wrist"] == (155, 2)
    ways = session.scalars(select(Revision.way).order_by(Revision.no)).all()
    assert ways == [Way.TAPE, Way.TAPE]


def test_closing_the_browser_loses_nothing(client, session):
    profile = begun(client)
    answered(client, profile, height="168")

    assert client.get(f"/profiles/{profile}/walk").location == f"/profiles/{profile}/walk/next"
    assert client.get(f"/profiles/{profile}/walk/next").location == at(profile, "neck")


def test_what_matters_most_is_read_twice_and_the_mean_kept(client, session):
    profile = begun(client)

    first = answered(client, profile, neck="33")
    again = client.get(at(profile, "neck")).text
    answered(client, profile, neck="33.6")

    assert first.location == at(profile, "neck")
    assert "Once more, please" in again
    assert 'value="33"' not in again
    assert values(session, profile)["neck"] == (333, 2)


def test_a_double_click_is_no_second_reading(client, session):
    profile = begun(client)
    sent = {"neck": "33", "unit": "cm", "read_before": "0"}

    first, second = (client.post(at(profile, "neck"), data=sent) for _click in range(2))

    assert (first.location, second.location) == (at(profile, "neck"), at(profile, "neck"))
    assert "neck" not in values(session, profile)
    client.post(at(profile, "neck"), data=sent | {"read_before": "1"})
    assert values(session, profile)["neck"] == (330, 2)


def test_a_double_click_on_the_second_reading_asks_for_no_third(client, session):
    profile = begun(client)
    answered(client, profile, neck="32")
    sent = {"neck": "33", "unit": "cm", "read_before": "1"}

    first, second = (client.post(at(profile, "neck"), data=sent) for _click in range(2))

    assert (first.location, second.location) == (at(profile, "wrist"), at(profile, "wrist"))
    assert values(session, profile)["neck"] == (325, 2)
    assert session.scalars(select(Walk)).one().first == {}


def test_a_settled_measure_is_read_anew_from_a_page_gone_back_to(client, session):
    profile = begun(client)
    answered(client, profile, neck="32")
    answered(client, profile, neck="33")

    back = client.post(at(profile, "neck"), data={"neck": "36", "unit": "cm", "read_before": "1"})

    assert back.location == at(profile, "neck")
    assert session.scalars(select(Walk)).one().first == {"neck": [360]}


@pytest.mark.parametrize("nonsense", ["²", "-1", "1" * 5000])
def test_nonsense_instead_of_a_count_is_no_reading(client, session, nonsense):
    profile = begun(client)

    answer = client.post(at(profile, "neck"), data={"neck": "33", "read_before": nonsense})

    assert answer.location == at(profile, "neck")
    assert "neck" not in values(session, profile)


def test_readings_that_differ_are_followed_by_a_third(client, session):
    profile = begun(client)
    answered(client, profile, neck="32")
    answered(client, profile, neck="35")

    assert "You read 32 cm and 35 cm." in client.get(at(profile, "neck")).text
    assert "neck" not in values(session, profile)
    answered(client, profile, neck="34.5")
    assert values(session, profile)["neck"] == (345, 2)


def test_one_reading_is_enough_for_who_says_so(client, session):
    profile = begun(client)
    answered(client, profile, neck="33")

    client.post(f"{at(profile, 'neck')}/skip")

    assert values(session, profile)["neck"] == (330, 2)


def test_a_measure_may_be_left_out(client, session):
    profile = begun(client)
    answered(client, profile, height="168")
    client.post(f"{at(profile, 'neck')}/skip")

    end = answered(client, profile, wrist="15.5")

    assert end.location == f"/profiles/{profile}/walk/end"
    page = client.get(end.location).text
    assert "Left out" in page
    assert "2 measurements taken." in page


def test_inches_among_centimetres_are_asked_about_and_put_right(client, session):
    profile = begun(client)

    asked = client.post(at(profile, "neck"), data={"neck": "13", "unit": "cm"})
    assert asked.status_code == 422
    assert "Did you mean 13 inches (33 cm)?" in asked.text
    answer = {"neck": "13", "unit": "cm", "neck_meant": "130:330"}
    client.post(at(profile, "neck"), data=answer)
    client.post(at(profile, "neck"), data={"neck": "33", "unit": "cm"})

    assert values(session, profile)["neck"] == (330, 2)


def test_what_she_insists_on_is_kept_with_a_mark(client, session):
    profile = begun(client)
    client.post(at(profile, "neck"), data={"neck": "13", "unit": "cm", "neck_meant": "130:130"})

    kept = session.scalar(select(Measurement).where(Measurement.key == "neck"))
    assert (kept.amount, kept.insisted) == (130, True)


def test_a_swap_puts_the_screen_before_right_too(client, session):
    profile = begun(client, "/profiles/new/walk?keys=chest,waist,seat")
    answered(client, profile, chest="82")
    answered(client, profile, chest="82")
    asked = client.post(at(profile, "waist"), data={"waist": "98", "unit": "cm"})

    answer = re.search(r'value="(980:820:chest:980)"', asked.text)[1]
    client.post(at(profile, "waist"), data={"waist": "98", "unit": "cm", "waist_meant": answer})

    assert (values(session, profile)["chest"][0], values(session, profile)["waist"][0]) == (
        980,
        820,
    )


def test_the_live_check_asks_and_keeps_nothing(client, session):
    profile = begun(client)

    part = client.post(
        f"{at(profile, 'neck')}/check",
        data={"neck": "13", "unit": "cm"},
        headers={"HX-Request": "true", "HX-Target": "walk-check"},
    )

    assert part.status_code == 200
    assert "<html" not in part.text
    assert "Did you mean 13 inches" in part.text
    assert "neck" not in values(session, profile)


def test_going_back_replaces_the_value(client, session):
    profile = begun(client)
    answered(client, profile, height="168")
    answered(client, profile, height="169")

    assert values(session, profile)["height"] == (1690, 2)


def test_measuring_again_is_read_twice_too(client, session):
    profile = begun(client)
    answered(client, profile, neck="33")
    answered(client, profile, neck="33")

    answered(client, profile, neck="34")
    again = client.get(at(profile, "neck")).text
    answered(client, profile, neck="34")

    assert "Once more, please" in again
    assert 'value="33"' not in again
    assert values(session, profile)["neck"] == (340, 2)


def test_a_change_meanwhile_is_not_hidden(client, session):
    profile = begun(client)
    answered(client, profile, height="168")
    client.post(f"/profiles/{profile}/edit?keys=wrist", data={"wrist": "16", "unit": "cm"})

    assert client.get(f"/profiles/{profile}/walk/next").location == at(profile, "neck")
    answered(client, profile, wrist="15")
    assert values(session, profile)["wrist"] == (150, 4)
    assert client.get(f"/profiles/{profile}/walk/next").location == at(profile, "neck")


def test_the_end_leads_where_she_came_from_and_closes_the_walk(client, session):
    profile = begun(client, f"{NEW}&next=/garments/shirt/design")
    answered(client, profile, height="168")

    end = client.get(f"/profiles/{profile}/walk/end").text
    action = re.search(r'action="(/profiles/\w+/walk/end[^"]*)"', end)[1].replace("&amp;", "&")
    gone = client.post(action)

    assert gone.location == f"/garments/shirt/design?profile={profile}"
    assert session.scalar(select(Walk)) is None
    assert client.get(at(profile, "neck")).location == f"/profiles/{profile}/walk/next"
    assert client.get(f"/profiles/{profile}/walk/next").location == f"/profiles/{profile}"


def test_what_is_read_after_the_end_is_not_lost(client, session):
    profile = begun(client)
    answered(client, profile, height="168", wrist="15")
    client.post(f"/profiles/{profile}/walk/end")

    answer = answered(client, profile, wrist="16")

    assert answer.location == f"/profiles/{profile}/walk/end"
    assert values(session, profile)["wrist"][0] == 160
    end = client.get(answer.location).text
    assert "16 cm" in end


def test_after_the_end_nothing_unknown_begins_a_walk(client, session):
    profile = begun(client)
    client.post(f"/profiles/{profile}/walk/end")

    answer = client.post(at(profile, "nothing"), data={"nothing": "16"})

    assert answer.location == f"/profiles/{profile}/walk/next"
    assert session.scalar(select(Walk)) is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [({"whose": "child"}, "children grow faster than we sew"),
     ({"age": "17"}, "We make for adults only"),
     ({"height": "1.68 cm"}, "That is no height of an adult"),
     ({"age": "old"}, "That is not an age"),
     ({"age": "3" * 5000}, "That is not an age"),
     ({"weight": "6"}, "That is no weight of an adult")],
)  # fmt: skip
def test_what_cannot_be_is_told_beside_its_field_and_makes_nothing(
    client, session, changes, sentence
):
    answer = client.post("/profiles/new/walk?keys=chest", data=WHO | changes)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert session.scalar(select(Profile)) is None


def test_anothers_walk_does_not_exist(client, session):
    profile = begun(client)
    other = client.application.test_client()

    assert other.get(at(profile, "neck")).status_code == 404
    assert other.post(at(profile, "neck"), data={"neck": "33"}).status_code == 404


def test_estimates_follow_what_is_measured(client, session):
    profile = begun(client, "/profiles/new/walk?keys=height,wrist")
    row = session.scalar(select(Profile).where(Profile.public_id == profile))
    view = queries.profile_of(session, person_id=row.person_id, public_id=profile)
    guessed = rules.completed({}, view.facts, table=view.table, keys=("neck",))
    service.record(session, row, body=guessed, way=Way.ESTIMATE, now=MEASURED_AT)
    session.commit()

    answered(client, profile, height="181")

    after = queries.profile_of(session, person_id=row.person_id, public_id=profile).body["neck"]
    assert after.source is Source.ESTIMATE
    assert after.mm != guessed["neck"].mm
