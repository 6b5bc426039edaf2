"""Writing how a garment is made: points of measure, operations, minutes."""

from collections.abc import Mapping, Sequence

from shop.catalogue.gateways.hand import Plain, Row, Tree, percent
from shop.catalogue.gateways.writing_conditions import condition_pair, conditions
from shop.catalogue.rules import Condition, Ease, GarmentModel, MakingStage, MeasurePoint, Operation


def point_entry(point: MeasurePoint, model: GarmentModel) -> Mapping[str, Tree]:
    """Return the point as the file has it; what is as usual is left out."""
    entry: dict[str, Tree] = {"name": point.name, "how": point.how}
    entry |= {"flat": point.flat} if point.flat else {}
    entry["of"] = point.of
    if point.share_per_mille != 1000:  # noqa: PLR2004 - the whole of it
        entry["share"] = percent(point.share_per_mille)
    entry |= _eases(point)
    if point.adjustments:
        entry["adjust"] = [
            Row(when=Row([condition_pair(condition, model)]), mm=mm)
            for condition, mm in point.adjustments
        ]
    entry |= when_pair(point.asked_when, model) | _tolerance(point)
    entry |= {"cut": point.cut_mm} if point.cut_mm else {}
    if point.along != "length":
        entry["along"] = point.along
    return {**entry, "source": point.source}


def _eases(point: MeasurePoint) -> dict[str, Tree]:
    eases = {fit: _ease(ease) for fit, ease in point.ease.items()}
    if all(ease == Ease() for ease in point.ease.values()):
        return {}
    first = next(iter(eases.values()))
    return {"ease": first if set(eases.values()) == {first} else Row(eases)}


def _ease(ease: Ease) -> Plain:
    """Return `60 mm`, `15 %` or `2 % + 20 mm`."""
    if not ease.per_mille:
        return Plain(f"{ease.mm} mm")
    if not ease.mm:
        return percent(ease.per_mille)
    return Plain(f"{percent(ease.per_mille)} {'-' if ease.mm < 0 else '+'} {abs(ease.mm)} mm")


def _tolerance(point: MeasurePoint) -> dict[str, Tree]:
    if (point.plus_mm, point.minus_mm) == (MeasurePoint.plus_mm, MeasurePoint.minus_mm):
        return {}
    if point.plus_mm == point.minus_mm:
        return {"tolerance": point.plus_mm}
    return {"tolerance": Row(plus=point.plus_mm, minus=point.minus_mm)}


def minutes_pair(minutes: int, stage: MakingStage) -> Mapping[str, Tree]:
    """Return the minutes of a choice, and their stage where it is not the usual one."""
    usual = {} if stage is MakingStage.SEWN else {"stage": stage.value}
    return {"minutes": minutes, **usual}


def operation_entry(operation: Operation, model: GarmentModel) -> Mapping[str, Tree]:
    """Return the step of making as the file has it."""
    return Row(
        name=operation.name,
        stage=operation.stage.value,
        minutes=operation.minutes,
        **when_pair(operation.asked_when, model),
    )


def when_pair(found: Sequence[Condition], model: GarmentModel) -> dict[str, Tree]:
    """Return `when`, where there are conditions."""
    return {"when": conditions(found, model)} if found else {}
