from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.promises import rules
from shop.promises.rules import MINUTES_A_DAY, promise, working_day_after

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
days = st.dates(date(2026, 1, 1), date(2032, 12, 31))


def promised(today=MONDAY, **facts):
    usual = {"lead_days": 2, "minutes": 100, "waiting_minutes": 0, "shipping_days": 1}
    return promise(today=today, **{**usual, **facts})


@pytest.mark.parametrize(
    ("start", "days", "found"),
    [
        (MONDAY, 0, MONDAY),
        (MONDAY, 1, date(2026, 11, 24)),
        (MONDAY, 5, date(2026, 11, 30)),
        (FRIDAY, 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # from a Saturday
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # Christmas, Boxing Day, Sunday
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # New Year on a Friday
        (date(2026, 4, 30), 1, date(2026, 5, 4)),  # the first of May on a Friday
        (date(2026, 11, 10), 1, date(2026, 11, 12)),
    ],
)
def test_working_days_by_the_calendar(start, days, found):
    assert working_day_after(start, days) == found


@pytest.mark.parametrize("holiday", sorted(rules.FIXED_HOLIDAYS))
def test_nobody_works_on_a_holiday(holiday):
    month, day = holiday

    assert not any(rules.is_working_day(date(year, month, day)) for year in range(2026, 2033))


@given(days, st.integers(1, 60))
def test_a_working_day_lies_exactly_that_many_working_days_ahead(start, count):
    found = working_day_after(start, count)
    between = [start + timedelta(days=n) for n in range(1, (found - start).days + 1)]

    assert rules.is_working_day(found)
    assert sum(rules.is_working_day(day) for day in between) == count


def test_an_empty_workshop_takes_its_lead_days():
    assert promised() == rules.Promise(
        cut_on=date(2026, 11, 24), ready_on=date(2026, 11, 25), arrives_on=date(2026, 11, 26)
    )


@pytest.mark.parametrize(
    ("waiting", "minutes", "ready"),
    [
        (0, 0, 25),
        (0, MINUTES_A_DAY, 25),
        (0, MINUTES_A_DAY + 1, 26),
        (MINUTES_A_DAY - 100, 100, 25),
        (MINUTES_A_DAY - 99, 100, 26),
        (2 * MINUTES_A_DAY, 100, 27),
    ],
)
def test_waiting_work_fills_days_from_the_first_on(waiting, minutes, ready):
    found = promised(waiting_minutes=waiting, minutes=minutes)

    assert found.ready_on == date(2026, 11, ready)


def test_the_parcel_does_not_travel_at_the_weekend():
    assert promised(lead_days=4, shipping_days=2).arrives_on == date(2026, 12, 1)


@given(days, st.integers(1, 20), st.integers(0, 5000), st.integers(0, 50_000), st.integers(1, 3))
def test_more_waiting_work_is_never_sooner(today, lead, minutes, waiting, shipping):
    facts = {"lead_days": lead, "minutes": minutes, "shipping_days": shipping}
    now = promised(today, waiting_minutes=waiting, **facts)
    later = promised(today, waiting_minutes=waiting + 1, **facts)

    assert today < now.cut_on <= now.ready_on < now.arrives_on
    assert now.arrives_on <= later.arrives_on
