"""The way to the hosted page."""

import pytest
from sqlalchemy import func, select

from shop.infra import jobs
from shop.kernel import clock
from shop.payments import service
from shop.payments.models import PaymentStep
from shop.payments.rules import PaymentState
from tests.builders.orders import a_person
from tests.builders.payments import a_payment, deliver, now_is
from tests.builders.production import enter


@pytest.fixture
def hers(session, client, counter):
    person = a_person(session)
    enter(client, session, person)
    return a_payment(session, person_id=person.id)


def test_the_owner_is_sent_to_the_page(session, client, counter, hers):
    answer = client.get(f"/payments/{hers.public_id}/go")

    assert answer.status_code == 303
    assert answer.location.startswith(f"{counter.url}/pay/cs_test_")
    assert now_is(session, hers).hosted_url == answer.location
    assert (hers.email, hers.state) == ("", PaymentState.OPEN)


def test_a_reload_leads_to_the_same_page(client, counter, hers):
    answers = [client.get(f"/payments/{hers.public_id}/go") for _twice in range(2)]

    assert answers[0].location == answers[1].location


def test_a_page_that_was_made_but_not_remembered_is_made_once(session, client, counter, hers):
    page = counter.stripe.make_page(service.page_wanted(hers, now=clock.now()))

    answer = client.get(f"/payments/{hers.public_id}/go")

    assert answer.location == page.url


def test_a_strangers_payment_does_not_exist(session, app, client, counter, hers):
    stranger = app.test_client()
    enter(stranger, session, a_person(session))

    for browser in (stranger, app.test_client()):
        assert browser.get(f"/payments/{hers.public_id}/go").status_code == 404
    assert now_is(session, hers).provider_session_id is None


def test_when_stripe_is_silent_nothing_is_lost(session, client, hers, silence, counter):
    with silence():
        answer = client.get(f"/payments/{hers.public_id}/go")

    assert answer.status_code == 503
    assert "Nothing is lost and nothing was charged" in answer.text
    assert now_is(session, hers).state is PaymentState.OPEN
    assert hers.email == "anneleen@example.com"

    assert client.get(f"/payments/{hers.public_id}/go").status_code == 303


def test_what_was_withdrawn_is_not_to_be_paid(session, client, counter, hers):
    service.give_up(session, reference=hers.reference, now=clock.now())
    session.commit()

    answer = client.get(f"/payments/{hers.public_id}/go")

    assert answer.status_code == 409
    assert "No longer asked for" in answer.text


def test_from_our_page_to_the_counter_and_back(session, client, counter, hers, seen):
    hosted = client.get(f"/payments/{hers.public_id}/go").location
    card = counter.app.test_client()
    shown = card.get(hosted)

    returned = card.post(f"{hosted.removeprefix(counter.url)}/pay")

    assert "Test counter – no real money moves" in shown.text
    assert "€129.50" in shown.text
    assert "Shirt in bengal blue" in shown.text
    assert returned.location == "http://localhost/orders/x/thanks"
    assert now_is(session, hers).state is PaymentState.OPEN  # the return proves nothing
    deliver(client, counter.box.wait_for(1)[0])
    jobs.work_off()
    assert now_is(session, hers).state is PaymentState.PAID
    assert session.scalar(select(func.count()).select_from(PaymentStep)) == 1
