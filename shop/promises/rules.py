"""From minutes of work to a day on which the parcel arrives. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

SATURDAY: Final = 5
MINUTES_A_DAY: Final = 4 * 7 * 60  # four people at the tables, seven productive hours each
STANDARD_PARCEL_DAYS: Final = 2  # working days on the road, until she chooses a faster way
FIRST_CUT_AFTER: Final = 1  # working days in which an order can still be changed at leisure
# Public holidays of Belgium, the demo's home; a house edits this table for its own country.
FIXED_HOLIDAYS: Final = frozenset(
    {(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26)}
)


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What the shop promises: free change until the cut, ready on a day, there on a day."""

    cut_on: date  # the cloth is not cut before this day
    ready_on: date
    arrives_on: date


@dataclass(frozen=True, kw_only=True)
class Workload:
    """The work that waits today, in standard minutes: what every promise of this day stands on."""

    today: date  # in the house's own zone
    waiting_minutes: int

    def promise(self, *, lead_days: int, minutes: int, shipping_days: int) -> Promise:
        """Return what can be promised for this much work if it were ordered now."""
        return promise(
            today=self.today,
            lead_days=lead_days,
            minutes=minutes,
            waiting_minutes=self.waiting_minutes,
            shipping_days=shipping_days,
        )


def promise(
    *, today: date, lead_days: int, minutes: int, waiting_minutes: int, shipping_days: int
) -> Promise:
    """Return the earliest days that hold if nothing else is promised meanwhile.

    The garment waits behind `waiting_minutes` of work already promised, takes `lead_days` working
    days with an empty workshop, then travels `shipping_days` working days.
    """
    waiting_days = -(-(waiting_minutes + minutes) // MINUTES_A_DAY) - 1
    ready_on = working_day_after(today, lead_days + max(0, waiting_days))
    return Promise(
        cut_on=working_day_after(today, FIRST_CUT_AFTER),
        ready_on=ready_on,
        arrives_on=working_day_after(ready_on, shipping_days),
    )


def working_day_after(start: date, days: int) -> date:
    """Return the working day that lies this many working days after `start`."""
    calendar = _working_days_after(start)
    found = start
    for _ in range(days):
        found = next(calendar)
    return found


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and (day.month, day.day) not in FIXED_HOLIDAYS


def _working_days_after(start: date) -> Iterator[date]:
    day = start
    while True:
        day += timedelta(days=1)
        if is_working_day(day):
            yield day
