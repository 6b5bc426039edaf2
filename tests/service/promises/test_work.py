from datetime import UTC, date, datetime

from shop.promises import queries, service
from shop.promises.rules import MINUTES_A_DAY

SUNDAY_NIGHT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # Monday in Brussels


def test_work_counts_until_it_is_let_go(session):
    service.take_on(session, reference="a", minutes=100)
    service.take_on(session, reference="b", minutes=40)
    service.take_on(session, reference="a", minutes=100)
    assert queries.waiting_minutes(session) == 140

    service.let_go(session, reference="a")
    service.let_go(session, reference="a")
    service.let_go(session, reference="never promised")

    assert queries.waiting_minutes(session) == 40


def test_work_that_was_let_go_counts_anew_when_it_is_taken_on_again(session):
    service.take_on(session, reference="a", minutes=100)
    service.let_go(session, reference="a")

    service.take_on(session, reference="a", minutes=100)

    assert queries.waiting_minutes(session) == 100


def test_a_promise_counts_days_where_the_shop_is(session):
    service.take_on(session, reference="a", minutes=MINUTES_A_DAY)

    promised = queries.workload(session, now=SUNDAY_NIGHT).promise(
        lead_days=1, minutes=1, shipping_days=1
    )

    assert promised.cut_on == date(2026, 11, 24)
    assert promised.ready_on == date(2026, 11, 25)
    assert promised.arrives_on == date(2026, 11, 26)
