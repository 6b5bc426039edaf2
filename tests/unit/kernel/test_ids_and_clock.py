from datetime import UTC, date, datetime, timedelta

from shop.kernel import clock, ids


def test_a_name_can_be_read_aloud():
    names = {ids.public_id() for _ in range(500)}

    assert len(names) == 500
    assert all(len(name) == 14 for name in names)
    assert not set("".join(names)) & set("01oil")


def test_a_secret_is_long_and_fit_for_an_address():
    assert len(ids.token()) == 43
    assert ids.token() != ids.token()


def test_now_is_aware():
    assert clock.now().utcoffset() == timedelta(0)


def test_a_day_is_that_of_the_shop():
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)

    assert clock.day_in("Europe/Brussels", late) == date(2027, 1, 1)
    assert clock.day_in("UTC", late) == date(2026, 12, 31)
