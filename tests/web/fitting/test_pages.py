from datetime import timedelta

import pytest
from sqlalchemy import func, select

from shop.fitting.models import Answer
from shop.fitting.rules import FitVerdict
from shop.kernel import clock
from shop.measurements import queries as measurements
from shop.measurements import service
from shop.measurements.models import CorrectionRow
from shop.measurements.rules import Decision, Measured, Source
from shop.orders.rules import State
from shop.wardrobe.models import WardrobeGarment
from tests.builders.fitting import MAY, a_delivered_order, worn_body
from tests.builders.measurements import a_profile
from tests.builders.orders import an_order
from tests.builders.pages import fields_in
from tests.builders.people import a_customer, enter

LONG_SLEEVE = {"said-sleeve": "long", "much-sleeve": "clearly", "since-sleeve": "start"}


@pytest.fixture
def anna(client, session):
    anna = a_customer(session)
    enter(client, session, anna)
    return anna


@pytest.fixture
def profile(session, anna):
    body = worn_body(sleeve_cb=Source.ESTIMATE)
    return a_profile(session, person_id=anna.id, body=body, now=MAY - timedelta(days=30))


@pytest.fixture
def order(session, anna, profile):
    order = a_delivered_order(session, anna, profile)
    session.commit()
    return order


def url_of(order, more=""):
    return f"/orders/{order.public_id}/fit/{order.lines[0].public_id}{more}"


def tell(client, order, **fields):
    return client.post(url_of(order), data={"unit": "cm", **LONG_SLEEVE, **fields})


def answers_in(page):
    form = page[page.index('class="form fit-form"') :]
    return fields_in('<main method="post"' + form.split("</form>")[0] + "</main>")


def said(session):
    return {row.point: (row.said, row.mm) for row in session.scalars(select(Answer))}


def rows(session, *decisions):
    wanted = select(CorrectionRow).where(CorrectionRow.decision.in_(decisions or Decision))
    return session.scalars(wanted, execution_options={"populate_existing": True}).all()


def test_each_point_is_asked_in_its_own_words(client, order):
    page = client.get(url_of(order)).text

    assert page.count('class="fit-point"') == 6
    assert 'value="tight"' in page.split('id="said-chest"')[1].split("</fieldset>")[0]
    assert 'value="long"' in page.split('id="said-sleeve"')[1].split("</fieldset>")[0]
    assert "Everything fits" in page


def test_an_answer_shows_what_would_change_and_why(client, session, order):
    answer = tell(client, order)
    page = client.get(answer.location).text

    assert answer.status_code == 303
    assert said(session) == {"sleeve": (FitVerdict.LONG, 10)}
    assert "Your sleeve from mid back: 86 cm becomes 85 cm" in page
    assert "Sleeve of your next shirt: 86 cm becomes 85 cm" in page
    assert "Shirt of 3 May: sleeve 1 cm too long." in page
    assert "was estimated" in page
    assert answers_in(page)["said-sleeve"] == ["long"]
    assert answers_in(page)["much-sleeve"] == ["clearly"]


def test_a_cut_is_told_with_its_cloth_and_a_change_after_the_wash_with_its_reason(
    client, session, order
):
    answer = tell(client, order, **{"said-sleeve": "short", "since-sleeve": "wash"})
    page = client.get(answer.location).text

    assert "Sleeve of your next shirt in Blue Bengal stripe poplin: cut 1 cm larger" in page
    assert "this cloth changes more than we said" in page


def test_the_profile_shows_what_waits_for_a_word(client, order, profile):
    tell(client, order)
    page = client.get(f"/profiles/{profile.public_id}").text

    assert "What your garments taught us" in page
    assert "Sleeve of your next shirt: 86 cm becomes 85 cm" in page


def test_accepting_it_corrects_the_profile_once(client, session, order, profile):
    tell(client, order)
    [row] = rows(session)
    fields = {"correction": row.public_id, "next": url_of(order)}

    first = client.post("/corrections/accept", data=fields)
    again = client.post("/corrections/accept", data=fields)

    assert (first.status_code, again.status_code) == (303, 303)
    assert first.location == url_of(order)
    session.refresh(profile)
    view = measurements.profile_of(
        session, person_id=profile.person_id, public_id=profile.public_id
    )
    assert (view.body["sleeve_cb"].mm, view.revision) == (850, 2)
    assert "There is nothing open" in client.get(url_of(order)).text


def test_declining_it_leaves_everything_as_it_is(client, session, order, profile):
    tell(client, order)
    [row] = rows(session)

    client.post("/corrections/decline", data={"correction": row.public_id})

    assert [each.decision for each in rows(session)] == [Decision.DECLINED]
    session.refresh(profile)
    assert profile.revision == 1


def test_everything_fits_in_one_tap_and_is_taken_as_known_in_another(client, session, order):
    client.post(url_of(order, "/right"))
    page = client.get(url_of(order)).text

    assert len(said(session)) == 6
    assert "Yes, take them as known" in page
    ids = [row.public_id for row in rows(session)]
    client.post("/corrections/accept", data={"correction": ids})
    assert [each.decision for each in rows(session)] == [Decision.ACCEPTED]


def test_a_typed_length_goes_before_a_chosen_one(client, session, order):
    tell(client, order, **{"own-sleeve": "1,2"})

    assert said(session) == {"sleeve": (FitVerdict.LONG, 12)}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("long", "Write a length"), ("0", "Nothing at all?"), ("12", "more than any correction")],
)
def test_what_cannot_be_is_asked_about_and_nothing_is_lost(client, session, order, typed, sentence):
    answer = tell(
        client, order, **{"own-sleeve": typed, "said-chest": "tight", "much-chest": "much"}
    )

    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{typed}"' in answer.text
    assert said(session) == {}


def test_millimetres_for_centimetres_are_understood_when_she_says_so(client, session, order):
    tell(client, order, **{"own-sleeve": "12", "meant-sleeve": "120:12"})

    assert said(session) == {"sleeve": (FitVerdict.LONG, 12)}


def test_more_than_six_centimetres_go_to_a_person(client, session, order):
    tell(client, order, **{"own-sleeve": "12", "meant-sleeve": "120:120"})
    page = client.get(url_of(order)).text

    assert said(session) == {"sleeve": (FitVerdict.LONG, 120)}
    assert rows(session) == []
    assert "No correction explains so much" in page
    assert "mailto:" in page


def test_an_amount_is_asked_for(client, session, order):
    answer = tell(client, order, **{"much-sleeve": ""})

    assert answer.status_code == 422
    assert "How much? Choose one, or write it." in answer.text
    assert said(session) == {}


def test_nothing_chosen_is_told_at_once(client, session, order):
    answer = client.post(url_of(order), data={"unit": "cm"})

    assert answer.status_code == 422
    assert "Nothing is chosen yet." in answer.text
    assert said(session) == {}


def test_inches_are_read_and_shown(client, session, order):
    client.post("/units", data={"unit": "in"})
    answer = client.post(url_of(order), data={"unit": "in", **LONG_SLEEVE, "own-sleeve": "1/2"})

    assert said(session) == {"sleeve": (FitVerdict.LONG, 13)}
    page = client.get(answer.location).text
    assert 'value="1/2"' in page


def test_what_was_typed_keeps_its_unit_when_another_window_switches(client, order):
    client.post("/units", data={"unit": "in"})
    page = tell(client, order, **{"own-sleeve": "80"}).text

    assert answers_in(page)["unit"] == ["cm"]
    assert "<span>cm</span>" in page


@pytest.mark.parametrize("mm", [7, 17, 120])
def test_what_was_said_in_centimetres_does_not_drift_in_inches(client, session, order, mm):
    tell(client, order, **{"own-sleeve": f"{mm} mm", "meant-sleeve": f"{mm}:{mm}"})
    client.post("/units", data={"unit": "in"})

    fields = answers_in(client.get(url_of(order)).text)
    answer = client.post(url_of(order), data=fields)

    assert (fields["unit"], answer.status_code) == (["in"], 303)
    assert said(session) == {"sleeve": (FitVerdict.LONG, mm)}


def test_what_is_not_delivered_cannot_be_judged(client, session, anna):
    order = an_order(session, state=State.SHIPPED, person=anna)
    session.commit()

    assert client.get(url_of(order)).status_code == 409
    assert tell(client, order).status_code == 409
    assert "not delivered yet" in client.get(url_of(order)).text


def test_another_persons_garment_and_corrections_do_not_exist(client, app, session, order):
    tell(client, order)
    [row] = rows(session)
    other = app.test_client()
    enter(other, session, a_customer(session, "eve@example.com"))

    assert other.get(url_of(order)).status_code == 404
    assert tell(other, order).status_code == 404
    accepted = other.post("/corrections/accept", data={"correction": row.public_id})
    assert accepted.status_code == 404
    assert [each.decision for each in rows(session)] == [Decision.OPEN]


def test_it_is_kept_as_one_that_fits_once(client, session, order):
    for _n in range(2):
        client.post(url_of(order, "/keep"))

    assert session.scalar(select(func.count()).select_from(WardrobeGarment)) == 1
    assert "It hangs in your wardrobe" in client.get(url_of(order)).text


def test_a_garment_of_a_standard_size_is_heard(client, session, anna):
    order = a_delivered_order(session, anna, size="men-M")
    session.commit()
    page = client.get(tell(client, order).location).text

    assert said(session) == {"sleeve": (FitVerdict.LONG, 10)}
    assert "standard size" in page
    assert client.post(url_of(order, "/keep")).status_code == 409


def test_a_proposal_that_time_overtook_says_so(client, session, order, profile):
    tell(client, order)
    [row] = rows(session)
    service.record(
        session, profile, body={"sleeve_cb": Measured(mm=840, source=Source.TAPE)}, now=clock.now()
    )
    session.commit()

    answer = client.post(
        "/corrections/accept", data={"correction": row.public_id, "next": url_of(order)}
    )

    assert "outdated=1" in answer.location
    assert "Something had changed meanwhile" in client.get(answer.location).text
    assert rows(session) == []


def test_a_delivered_order_links_to_it(client, order):
    assert url_of(order) in client.get(f"/orders/{order.public_id}").text
    assert url_of(order) in client.get("/account").text


def test_an_order_on_its_way_does_not(client, session, anna):
    order = an_order(session, state=State.SHIPPED, person=anna)
    session.commit()

    assert url_of(order) not in client.get(f"/orders/{order.public_id}").text
