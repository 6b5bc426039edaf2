"""What is known of a body as rows for files that people take along. Pure.

Millimetres are exact; centimetres have one digit and inches two, for people and other programs.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Final

from shop.kernel import lengths
from shop.measurements.rules.bodies import Body, Measured, Source
from shop.measurements.rules.facts import AGE, WEIGHT, WEIGHT_SAID, Facts
from shop.measurements.rules.names import name_of

NO_LENGTH: Final = {AGE: "years", WEIGHT: "g", WEIGHT_SAID: "g"}
EXACT, NEAR = "exact", "near"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One value with what others call it; empty where there is nothing to say."""

    key: str
    iso_8559_1: str = ""
    freesewing: str = ""
    freesewing_match: str = ""  # exact, near, or empty
    remark: str = ""
    amount: int
    unit: str  # of the amount: mm, g or years
    cm: str = ""
    inch: str = ""
    low_mm: int | None = None
    high_mm: int | None = None
    source: str
    insisted: bool = False
    taken_at: str  # UTC, ISO 8601


COLUMNS: Final = tuple(each.name for each in fields(Row))


def rows(body: Body, facts: Facts, taken: Mapping[str, datetime]) -> tuple[Row, ...]:
    """Return every length of the body, then every fact."""
    measured = (_measured(key, value, taken[key]) for key, value in body.items())
    told = (_fact(key, amount, taken[key]) for key, amount in facts.items())
    return (*measured, *told)


def plain(row: Row) -> dict[str, str | int | bool | None]:
    """Return the row by its columns, fit for JSON and for a table."""
    return asdict(row)


def _measured(key: str, value: Measured, at: datetime) -> Row:
    name = name_of(key)
    return Row(
        key=key,
        iso_8559_1=name.term,
        freesewing=name.freesewing,
        freesewing_match=_match(name.freesewing, is_near=name.is_near),
        remark=name.remark,
        amount=value.mm,
        unit="mm",
        cm=_cm(value.mm),
        inch=_inch(value.mm),
        low_mm=value.low,
        high_mm=value.high,
        source=value.source.value,
        insisted=value.insisted,
        taken_at=_utc(at),
    )


def _fact(key: str, amount: int, at: datetime) -> Row:
    unit = NO_LENGTH.get(key, "mm")
    cm, inch = (_cm(amount), _inch(amount)) if unit == "mm" else ("", "")
    return Row(
        key=key,
        amount=amount,
        unit=unit,
        cm=cm,
        inch=inch,
        source=Source.TAPE.value,
        taken_at=_utc(at),
    )


def _match(freesewing: str, *, is_near: bool) -> str:
    return "" if not freesewing else NEAR if is_near else EXACT


def _cm(mm: int) -> str:
    return f"{mm / 10:.1f}"


def _inch(mm: int) -> str:
    return f"{float(mm / lengths.MM_PER_INCH):.2f}"


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
