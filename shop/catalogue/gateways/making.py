"""Reading how a garment is made: points of measure with their ease, operations."""

import re
from typing import Final

from shop.catalogue.gateways.conditions import Questions, read_condition, read_conditions
from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.gateways.faults import hint
from shop.catalogue.rules import Condition, Ease, MakingStage, MeasurePoint, Operation
from shop.measurements.rules import KEYS

EASE: Final = re.compile(r"(?P<sign>[+-]?)\s*(?P<number>\d+(?:\.\d)?)\s*(?P<unit>%|mm)?\s*")
POINT_KEYS: Final = "flat share ease tolerance cut along adjust when"


def read_points(
    entry: Entry, questions: Questions, fits: tuple[str, ...]
) -> tuple[MeasurePoint, ...]:
    """Return the points of measure, each with an ease for every fit."""
    return tuple(_point(key, value, questions, fits) for key, value in entry.pairs())


def _point(key: Entry, entry: Entry, questions: Questions, fits: tuple[str, ...]) -> MeasurePoint:
    record = entry.record("name how of source", POINT_KEYS)
    plus, minus = _tolerance(record)
    return MeasurePoint(
        code=key.code(),
        name=record["name"].text(),
        how=record["how"].text(),
        of=record["of"].one_of(KEYS, "body measurement"),
        share_per_mille=record["share"].per_mille() if "share" in record else 1000,
        ease=_eases(record["ease"], fits) if "ease" in record else {fit: Ease() for fit in fits},
        adjustments=_adjustments(record["adjust"], questions) if "adjust" in record else (),
        asked_when=_when(record, questions),
        plus_mm=plus,
        minus_mm=minus,
        cut_mm=record["cut"].whole(1, 50) if "cut" in record else 0,
        along=record["along"].one_of(("length", "width"), "way of the cloth")
        if "along" in record
        else "length",
        source=record["source"].text(),
        flat=record["flat"].text() if "flat" in record else "",
    )


def _tolerance(record: Record) -> tuple[int, int]:
    """Return plus and minus; one number stands for both."""
    if "tolerance" not in record:
        return 6, 6
    entry = record["tolerance"]
    if entry.is_mapping:
        both = entry.record("plus minus")
        return both["plus"].whole(1, 50), both["minus"].whole(1, 50)
    return (mm := entry.whole(1, 50)), mm


def _eases(entry: Entry, fits: tuple[str, ...]) -> dict[str, Ease]:
    """Return the ease of every fit; a single one stands for all fits."""
    if not entry.is_mapping:
        return dict.fromkeys(fits, _ease(entry))
    found = {}
    for key, value in entry.pairs():
        fit = key.text()
        if fit not in fits:
            key.wrong(f"There is no fit `{fit}`. {hint(fit, fits)}")
        found[fit] = _ease(value)
    for fit in fits:
        if fit not in found:
            entry.wrong(f"The ease of the fit `{fit}` is missing.")
    return found


def _ease(entry: Entry) -> Ease:
    """Return an ease written as `60 mm`, `15 %` or `2 % + 20 mm`."""
    words = entry.text()
    parts = list(EASE.finditer(words))
    if words and "".join(part[0] for part in parts) != words:
        entry.wrong(f"`{words}` is no ease; write `60 mm`, `15 %` or `2 % + 20 mm`.")
        return Ease()
    mm = per_mille = 0
    for part in parts:
        tenths = round(float(part["number"]) * 10) * (-1 if part["sign"] == "-" else 1)
        if part["unit"] == "%":
            per_mille += tenths
        elif tenths % 10:
            entry.wrong(f"`{words}`: an ease has whole millimetres.")
        else:
            mm += tenths // 10
    return Ease(mm=mm, per_mille=per_mille)


def _adjustments(entry: Entry, questions: Questions) -> tuple[tuple[Condition, int], ...]:
    found = []
    for each in entry.entries():
        record = each.record("when mm")
        mm = record["mm"].whole(-2000, 2000)
        if (condition := read_condition(record["when"], questions)) is not None:
            found.append((condition, mm))
    return tuple(found)


def read_operations(entry: Entry, questions: Questions) -> tuple[Operation, ...]:
    """Return the steps of making, in the order they are done."""
    found = []
    for each in entry.entries():
        record = each.record("name stage minutes", "when")
        found.append(
            Operation(
                name=record["name"].text(),
                stage=_stage(record["stage"]),
                minutes=record["minutes"].whole(1, 600),
                asked_when=_when(record, questions),
            )
        )
    return tuple(found)


def read_stage(record: Record) -> MakingStage:
    """Return the stage of the record's `minutes`: the usual one, where none is written."""
    if "stage" not in record:
        return MakingStage.SEWN
    if "minutes" not in record:
        record["stage"].wrong("`stage` says where `minutes` are spent, and there are none here.")
    return _stage(record["stage"])


def _stage(entry: Entry) -> MakingStage:
    return MakingStage(entry.one_of(tuple(MakingStage), "stage of the workshop"))


def _when(record: Record, questions: Questions) -> tuple[Condition, ...]:
    return read_conditions(record["when"], questions) if "when" in record else ()
