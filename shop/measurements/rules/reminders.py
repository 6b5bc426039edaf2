"""When somebody should take the tape again, in sentences. Pure.

The limits are our proposals; no source gives any. A year: girths of adults drift with weight and
age. 3 kg or 4 %, whichever comes first: by the body model that moves the waist by 2 to 3 cm and
chest and seat by about 2, which is a third of a size and more than a careful tape is wrong by.
Lengths and heights of adults stay as they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shop.anthropometry.rules import estimate
from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules.bodies import Body, SizeTable
from shop.measurements.rules.estimating import TAKEN, sex_of
from shop.measurements.rules.facts import AGE, HEIGHT_SAID, WEIGHT, WEIGHT_SAID, Facts
from shop.measurements.rules.measures import GIRTHS, KEYS, measure

OLD_AFTER: Final = timedelta(days=365)
CHANGED_G: Final = 3000
CHANGED_PER_CENT: Final = 4
FIRST_TO_CHANGE: Final = ("waist", "chest", "seat")
WEIGHTS: Final = (WEIGHT, WEIGHT_SAID)
HEIGHT: Final = "height"
WORTH_SAYING: Final = 10  # mm: less is within what a layman's tape is wrong by


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """A weight in grams, when it was told, and whether it was said or stood on a scale."""

    g: int
    at: datetime
    is_said: bool = False


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """What should be measured again, and why, in a sentence; it tells no one's weight or age."""

    keys: tuple[str, ...]
    sentence: str


Taken = Mapping[str, datetime]  # when each value was told


def reminders(
    body: Body,
    *,
    facts: Facts,
    taken: Taken,
    weighed: Sequence[Weighed],
    table: SizeTable,
    now: datetime,
    unit: Unit = Unit.CM,
) -> tuple[Reminder, ...]:
    """Return what should be measured again, the most pressing first; nothing when all is well.

    `weighed` is every weight ever told, the oldest first. Lengths are told in `unit`.
    """
    moved = _moved_girths(body, taken, weighed)
    known = _known(body, facts)
    by_mm = {key: _by_mm(key, known, then_and_now, table) for key, then_and_now in moved.items()}
    changed = _after_weight(by_mm, unit) if moved else None
    old = _old(body, taken, now, without=changed.keys if changed else ())
    return tuple(each for each in (changed, old) if each)


def old_keys(body: Body, taken: Taken, now: datetime) -> tuple[str, ...]:
    """Return the girths that were taken more than a year ago."""
    return tuple(
        key
        for key in KEYS
        if key in GIRTHS
        and key in body
        and body[key].source in TAKEN
        and now - taken[key] > OLD_AFTER
    )


def has_changed(then: Weighed, now: Weighed) -> bool:
    """Tell whether a weight moved so far that clothes sit differently.

    What people say is off by up to 6 kg in 96 of 100 (ANSUR II): from what was said to what a
    scale shows it takes twice as much.
    """
    by = abs(now.g - then.g)
    times = 1 if then.is_said == now.is_said else 2
    return by >= times * CHANGED_G or by * 100 >= times * CHANGED_PER_CENT * then.g


def weight_then(weighed: Sequence[Weighed], at: datetime) -> Weighed | None:
    """Return the weight that held when something was measured: the last told by then.

    Without one that early, the first told after it.
    """
    before = [each for each in weighed if each.at <= at]
    return before[-1] if before else next(iter(weighed), None)


def _moved_girths(
    body: Body, taken: Taken, weighed: Sequence[Weighed]
) -> dict[str, tuple[Weighed, Weighed]]:
    """Return the girths that were taken at quite another weight: that weight and today's."""
    keys = (key for key in FIRST_TO_CHANGE if key in body and body[key].source in TAKEN)
    then = {key: weight_then(weighed, taken[key]) for key in keys}
    return {
        key: (each, weighed[-1])
        for key, each in then.items()
        if each and has_changed(each, weighed[-1])
    }


def _known(body: Body, facts: Facts) -> dict[str, float]:
    known = {each: float(facts[each]) for each in (AGE, HEIGHT_SAID) if each in facts}
    return known | ({HEIGHT: float(body[HEIGHT].mm)} if HEIGHT in body else {})


def _by_mm(
    key: str, known: Mapping[str, float], weights: tuple[Weighed, Weighed], table: SizeTable
) -> int:
    """Return by how many mm the girth changes with the weight, for most people of her height."""
    then, now = (_expected(key, {**known, _kind(each): float(each.g)}, table) for each in weights)
    return round(now - then)


def _expected(key: str, known: Mapping[str, float], table: SizeTable) -> float:
    return estimate(known, sex=sex_of(table))[key].mid


def _kind(weight: Weighed) -> str:
    return WEIGHT_SAID if weight.is_said else WEIGHT


def _after_weight(by_mm: Mapping[str, int], unit: Unit) -> Reminder:
    said = [_at(key, mm, unit) for key, mm in by_mm.items() if abs(mm) >= WORTH_SAYING]
    sentence = _("Your weight has changed since you measured. Measure these again.")
    if said:
        sentence = _(
            "Your weight has changed since you measured. For most people that is about "
            "%(changes)s. Measure these again.",
            changes=", ".join(said),
        )
    return Reminder(keys=tuple(by_mm), sentence=sentence)


def _at(key: str, mm: int, unit: Unit) -> str:
    values = {"length": _about(mm, unit), "name": _small(key)}
    if mm > 0:
        return _("%(length)s more at the %(name)s", **values)
    return _("%(length)s less at the %(name)s", **values)


def _small(key: str) -> str:
    return str(measure(key).name).lower()


def _about(mm: int, unit: Unit) -> str:
    """Return a difference as people say it: whole centimetres, half inches."""
    step = 10.0 if unit is Unit.CM else float(lengths.MM_PER_INCH) / 2
    return f"{lengths.show(round(max(1, round(abs(mm) / step)) * step), unit)} {unit}"


def _old(body: Body, taken: Taken, now: datetime, *, without: Sequence[str]) -> Reminder | None:
    keys = tuple(key for key in old_keys(body, taken, now) if key not in without)
    if not keys:
        return None
    names = ", ".join(_small(key) for key in keys)
    sentence = _(
        "More than a year ago: %(names)s. Bodies change; measure again before you order.",
        names=names,
    )
    return Reminder(keys=keys, sentence=sentence)
