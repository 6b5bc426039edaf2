"""The facts of the configurator's page, for whichever view answers with it."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from shop.configurator.page.review import review
from shop.configurator.page.screen import Screen
from shop.designs import queries as saved
from shop.designs.models import Design
from shop.designs.rules import Step
from shop.kernel.lengths import Unit
from shop.measurements import queries as measurements
from shop.measurements.rules import Reminder, Size, SizeTable, sizes

TEMPLATE: Final = "configurator/show.html"
FRAGMENTS: Final = ("configurator",)


def shown(
    session: Session, screen: Screen, *, person_id: int | None, unit: Unit, now: datetime
) -> dict[str, Any]:
    """Return all that the page says by name, but for its forms; lengths in the reader's unit."""
    is_choosing_body = screen.state.step in {Step.FIT, Step.REVIEW}
    is_known = person_id is not None
    return {
        "screen": screen,
        "state": screen.state,
        "Step": Step,
        "reminders": _reminders(screen, unit=unit, now=now) if is_choosing_body else (),
        "review": review(session, screen.garment, unit=unit),
        "own_origin": _own_origin(session, screen, person_id=person_id),
        "profiles": measurements.profiles_of(session, person_id)
        if is_known and is_choosing_body
        else [],
        "tables": _tables() if screen.state.step is Step.FIT else [],
    }


def _own_origin(session: Session, screen: Screen, *, person_id: int | None) -> Design | None:
    origin = saved.find(session, screen.state.parent)
    return origin if origin and person_id and origin.person_id == person_id else None


def _reminders(screen: Screen, *, unit: Unit, now: datetime) -> tuple[Reminder, ...]:
    """Return what of the wearer should be measured again before it is cut from."""
    worn_by = screen.garment.wearer
    if worn_by is None or worn_by.profile is None:
        return ()
    return measurements.reminders_of(worn_by.profile, now=now, unit=unit)


def _tables() -> list[tuple[SizeTable, tuple[Size, ...]]]:
    return [(table, sizes(table)) for table in (SizeTable.WOMEN, SizeTable.MEN)]
