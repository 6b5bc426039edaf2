import re

import pytest
from sqlalchemy import func, select

from shop.measurements.models import Measurement, Profile, Revision
from shop.measurements.rules import CORE, Source, Way

MEN_M = "/profiles/new/size?table=men&size=M"
WOMEN_M = "/profiles/new/size?table=women&size=M"
JAN = {"name": "Jan", "once": "once", "unit": "cm"}


def count(session, table=Profile):
    session.expire_all()
    return session.scalar(select(func.count()).select_from(table))


def values(session):
    session.expire_all()
    rows = session.scalars(select(Measurement).order_by(Measurement.id))
    return {row.key: (row.amount, row.source) for row in rows}


def test_sizes_are_shown_with_their_girths(client):
    answer = client.get("/profiles/new/size?table=men")

    assert answer.text.count("/profiles/new/size?table=men&amp;size=") == 5
    assert ">94\N{EN DASH}102</td>" in answer.text  # the girth that names the size
    assert ">~ 85</td>" in answer.text  # usual with it
    assert "right for two people in three" in answer.text


def test_a_size_is_made_hers(client, session):
    address = "/profiles/new/size?table=men&size=M&keys=neck,chest"
    assert 'value="38"' in client.get(address).text

    client.post(address, data={"name": "Jan", "unit": "cm", "neck": "39", "chest": "98"})

    kept = values(session)
    assert len(kept) == 27
    assert kept["neck"] == (390, Source.TAPE)
    assert kept["chest"] == (980, Source.SIZE)


def test_a_size_sent_as_it_was_shown_in_inches_does_not_drift(client, session):
    client.post("/units", data={"unit": "in"})
    address = "/profiles/new/size?table=women&size=M"
    shown = re.findall(r'name="(\w+)" type="text" value="([\d /]+)"', client.get(address).text)
    assert len(shown) == len(CORE)

    client.post(address, data={"name": "Eva", "unit": "in", **dict(shown)})

    assert {source for _mm, source in values(session).values()} == {Source.SIZE}
    assert values(session)["waist"] == (785, Source.SIZE)


@pytest.mark.parametrize("asked", ["table=men&size=4XL", "table=x&size=M", "size=M"])
def test_a_size_nobody_makes_is_not_found(client, asked):
    assert client.get(f"/profiles/new/size?{asked}").status_code == 404
    assert client.post(f"/profiles/new/size?{asked}").status_code == 404


def test_each_field_says_what_is_usual_with_the_size(client):
    page = client.get(f"{MEN_M}&keys=neck,chest").text

    assert "Size M: 94\N{EN DASH}102 cm." in page
    assert "Size M: 35\N{EN DASH}41 cm." in page
    assert "What you leave follows" in page


def test_what_she_leaves_follows_what_she_changes(client, session):
    sent = {**JAN, "neck": "38", "chest": "102", "waist": "85"}

    client.post(f"{MEN_M}&keys=neck,chest,waist", data=sent)

    kept = values(session)
    assert kept["chest"] == (1020, Source.TAPE)
    assert kept["neck"] == (390, Source.SIZE)
    assert kept["waist"] == (890, Source.SIZE)
    assert kept["wrist"] == (170, Source.SIZE)


def test_a_size_as_it_is_keeps_its_values_and_intervals(client, session):
    client.post(f"{WOMEN_M}&keys=chest", data={**JAN, "chest": "94"})

    kept = session.scalar(select(Measurement).where(Measurement.key == "chest"))
    assert (kept.amount, kept.low, kept.high) == (940, 900, 980)
    assert values(session)["neck"] == (325, Source.SIZE)
    assert session.scalar(select(Revision)).way is Way.SIZE


def test_a_second_press_finds_the_first_profile(client, session):
    sent = {**JAN, "chest": "102"}

    both = [client.post(f"{MEN_M}&keys=chest", data=sent).location for _ in range(2)]

    assert both[0] == both[1]
    assert count(session) == 1


def test_a_slip_is_asked_about_and_nothing_kept(client, session):
    answer = client.post(f"{MEN_M}&keys=chest", data={**JAN, "chest": "40"})

    assert answer.status_code == 422
    assert 'name="chest_meant" value="400:1016"' in answer.text
    assert "Size M: 94" in answer.text
    assert count(session) == 0


def test_what_no_size_knows_is_asked_without_a_note(client, session):
    page = client.get(f"{MEN_M}&keys=chest,trouser_waist")

    assert page.status_code == 200
    assert page.text.count("Size M: ") == 1
    client.post(
        f"{MEN_M}&keys=chest,trouser_waist", data={**JAN, "chest": "98", "trouser_waist": "90"}
    )
    assert values(session)["trouser_waist"] == (900, Source.TAPE)
