from datetime import UTC, datetime, timedelta

import pytest

from shop.kernel.lengths import Unit
from shop.measurements.rules import Measured, SizeTable, Source, Weighed, reminders
from shop.measurements.rules.reminders import has_changed, weight_then
from tests.builders.measurements import a_body

NOW = datetime(2026, 11, 23, tzinfo=UTC)
YEAR = timedelta(days=365)
DAY = timedelta(days=1)


def due(body, ago=DAY, weighed=(), **more):
    """What is due of a body that was measured so long ago, with weights told so long ago, in kg."""
    told = [Weighed(g=round(kg * 1000), at=NOW - when) for kg, when in weighed]
    asked = {"facts": {}, "table": SizeTable.WOMEN, "now": NOW} | more
    return reminders(body, taken=dict.fromkeys(body, NOW - ago), weighed=told, **asked)


def scale(g, at=NOW):
    return Weighed(g=g, at=at)


def said(g, at=NOW):
    return Weighed(g=g, at=at, is_said=True)


def test_fresh_measurements_are_fine():
    assert due(a_body(), ago=YEAR) == ()


def test_girths_grow_old_after_a_year():
    (reminder,) = due(a_body(neck=380, waist=850, sleeve_cb=810, height=1720), ago=YEAR + DAY)

    assert reminder.keys == ("neck", "waist")
    assert reminder.sentence.startswith("More than a year ago: neck, waist.")


def test_girths_that_nobody_estimates_grow_old_too():
    (reminder,) = due(a_body(trouser_waist=900, upper_arm=300), ago=YEAR + DAY)

    assert reminder.keys == ("trouser_waist", "upper_arm")


@pytest.mark.parametrize("source", [Source.ESTIMATE, Source.SIZE])
def test_what_was_never_measured_never_grows_old(source):
    assert due(a_body(source, neck=380), ago=3 * YEAR) == ()


@pytest.mark.parametrize(
    ("then", "now", "changed"),
    [(60_000, 62_300, False), (60_000, 62_400, True), (90_000, 92_900, False),
     (90_000, 93_000, True), (90_000, 87_000, True), (60_000, 57_600, True)],
)  # fmt: skip
def test_three_kilos_or_four_per_cent_is_a_change(then, now, changed):
    assert has_changed(scale(then), scale(now)) is changed
    assert has_changed(said(then), said(now)) is changed


@pytest.mark.parametrize(
    ("told", "shown", "changed"),
    [(62_000, 65_500, False), (80_000, 85_900, False), (80_000, 86_000, True),
     (62_000, 67_000, True)],
)  # fmt: skip
def test_the_scale_may_show_more_than_was_said(told, shown, changed):
    assert has_changed(said(told), scale(shown)) is changed


def test_what_the_scale_shows_the_day_after_is_no_change():
    weighed = [said(62_000, NOW - DAY), scale(65_500)]

    found = reminders(
        a_body(waist=780),
        taken={"waist": NOW - DAY},
        weighed=weighed,
        facts={},
        table=SizeTable.WOMEN,
        now=NOW,
    )

    assert found == ()


def test_a_changed_weight_says_what_probably_changed_first():
    body = a_body(chest=940, waist=780, seat=1000, neck=340, height=1700)

    (reminder,) = due(body, ago=9 * DAY, weighed=[(64, 9 * DAY), (67, DAY)])

    assert reminder.keys == ("waist", "chest", "seat")
    assert "about 3 cm more at the waist, 2 cm more at the chest" in reminder.sentence
    assert "67" not in reminder.sentence


def test_less_weight_is_less_girth_and_inches_are_told_to_who_reads_inches():
    (reminder,) = due(
        a_body(waist=780), ago=9 * DAY, unit=Unit.INCH, weighed=[(64, 9 * DAY), (58, DAY)]
    )

    assert "in less at the waist" in reminder.sentence


def test_what_was_measured_after_the_change_is_fine():
    assert due(a_body(waist=780), ago=DAY, weighed=[(64, 9 * DAY), (70, DAY)]) == ()


def test_a_weight_told_after_measuring_counts_as_that_of_the_day():
    assert due(a_body(waist=780), ago=9 * DAY, weighed=[(64, 2 * DAY)]) == ()


def test_estimates_follow_no_weight():
    body = {"waist": Measured(mm=780, source=Source.ESTIMATE)}

    assert due(body, ago=9 * DAY, weighed=[(64, 9 * DAY), (70, DAY)]) == ()


def test_a_girth_is_told_of_once():
    keys = [
        each.keys
        for each in due(
            a_body(waist=780, neck=380), ago=2 * YEAR, weighed=[(64, 2 * YEAR), (70, DAY)]
        )
    ]

    assert keys == [("waist",), ("neck",)]


def test_the_weight_of_a_day_is_the_last_one_told_by_then():
    weighed = [Weighed(g=1, at=NOW - 2 * DAY), Weighed(g=2, at=NOW)]

    assert [weight_then(weighed, NOW - n * DAY).g for n in (3, 2, 1, 0)] == [1, 1, 1, 2]
    assert weight_then([], NOW) is None
