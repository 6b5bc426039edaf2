"""The days of a piece: not cut before, cut by, late."""

from datetime import date, timedelta
from typing import Final

from shop.kernel.texts import gettext as _
from shop.production.rules.stages import ON_THE_TABLES, MoveRefused, Stage
from shop.promises.rules import is_working_day

ON_THE_ROAD: Final = 3  # working days of the slowest parcel; a faster one leaves room
CUT_WITHIN: Final = 1  # the first of a garment's lead days is the one for changes


def cut_by(*, not_before: date, promised_on: date, lead_days: int) -> date:
    """Return the last day for the cut that still keeps the promise, counted back from it."""
    day = promised_on
    for _each in range(ON_THE_ROAD + lead_days - CUT_WITHIN):
        day = _working_day_before(day)
    return max(day, not_before)


def not_before(cut_on: date, *, today: date) -> None:
    """Raise MoveRefused while the customer may still change her mind, as she was promised."""
    if today < cut_on:
        raise MoveRefused(
            _(
                "Until %(day)s this order may still be changed or cancelled. Cut it then.",
                day=f"{cut_on:%d.%m.%Y}",
            )
        )


def is_late(stage: Stage, *, cut_by: date, promised_on: date, today: date) -> bool:
    """Tell whether the promise is broken, or will be because the cut is overdue."""
    if stage not in ON_THE_TABLES:
        return False
    return today > promised_on or (stage is Stage.QUEUED and today > cut_by)


def _working_day_before(day: date) -> date:
    day -= timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
