"""The time. Always UTC, always aware."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    return datetime.now(UTC)


def day_in(zone: str, moment: datetime) -> date:
    """Return the calendar day of the moment in this time zone."""
    return moment.astimezone(ZoneInfo(zone)).date()
