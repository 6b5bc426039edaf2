"""Bodies and profiles for tests; say only what the test is about."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from shop.accounts import service as accounts
from shop.accounts.models import Person
from shop.kernel import ids
from shop.measurements import service
from shop.measurements.models import Profile
from shop.measurements.rules import Body, Facts, Measured, SizeTable, Source

MEASURED_AT = datetime(2026, 11, 2, 8, tzinfo=UTC)
SHIRT_BODY = {  # all that a shirt is made from
    "neck": 390, "chest": 1015, "waist": 880, "seat": 1020, "shoulder_width": 410,
    "shoulder_length": 155, "across_back": 390, "sleeve_cb": 860, "arm_length": 610, "biceps": 340,
    "forearm": 285, "wrist": 175, "back_length": 470, "front_length": 410, "height": 1810,
}  # fmt: skip


def a_wearer(session: Session) -> Person:
    """Return a person who can own profiles; she has no account."""
    return accounts.open_guest(session, now=MEASURED_AT)[0]


def a_body(source: Source = Source.TAPE, **lengths_mm: int) -> Body:
    """Return a body with these measures; without any, a neck, a chest and a waist."""
    given = lengths_mm or {"neck": 380, "chest": 980, "waist": 850}
    return {key: Measured(mm=mm, source=source) for key, mm in given.items()}


def a_profile(
    session: Session,
    *,
    person_id: int | None = None,
    name: str = "Anna",
    table: SizeTable = SizeTable.NONE,
    body: Body | None = None,
    facts: Facts | None = None,
    now: datetime = MEASURED_AT,
) -> Profile:
    """Return a profile, its owner's if she is named, else of somebody new."""
    return service.create(
        session,
        person_id=person_id or a_wearer(session).id,
        name=name,
        table=table,
        body=a_body() if body is None else body,
        facts=facts or {},
        once=ids.token(),
        now=now,
    )
