"""Reading what was typed: what cannot be is refused, what is hardly so is asked about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from shop.kernel import lengths
from shop.kernel.lengths import NotALength, Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules.kinds import Body, Measured, Source, Table
from shop.measurements.rules.measures import Measure, measure
from shop.measurements.rules.ratios import questions_about

Answers = Mapping[str, tuple[int, int]]  # key → what was typed, what is meant; both in mm
OTHER: Final = {Unit.CM: Unit.INCH, Unit.INCH: Unit.CM}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong with one typed value, in a sentence.

    With `choices` (mm) it is a question: one of them answers it. Without, the value is refused.
    """

    key: str
    sentence: str
    typed_mm: int | None = None
    choices: tuple[int, ...] = ()

    @property
    def is_asked(self) -> bool:
        return bool(self.choices)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What could be read, in mm by key: only what is new or changed; and what is wrong with it."""

    changed: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def faults_of(typed: Mapping[str, str], unit: Unit) -> tuple[Fault, ...]:
    """Return what is wrong or doubtful about each typed value by itself, in the order given."""
    found = (_read_one(key, words, unit)[1] for key, words in typed.items() if words.strip())
    return tuple(fault for fault in found if fault)


def read(
    typed: Mapping[str, str],
    unit: Unit,
    *,
    known: Body | None = None,
    answers: Answers | None = None,
    table: Table = Table.NONE,
) -> Reading:
    """Return the lengths typed and every fault, one to a field at most.

    Empty fields are left out. A value that reads as it was shown is left alone, so nothing drifts
    and nothing is asked twice. `answers` hold for the very value they were given for.
    """
    before, answered = known or {}, answers or {}
    changed: dict[str, int] = {}
    faults: dict[str, Fault] = {}
    for key, words in typed.items():
        if not words.strip() or _stands(words, before.get(key), unit):
            continue
        mm, fault = _read_one(key, words, unit)
        meant = _meant(key, mm, answered)
        if fault and meant is None:
            faults[key] = fault
        elif mm is not None:
            changed[key] = mm if meant is None else meant
    faults |= _mismatches(changed, before, _insisted(changed, answered), table, unit)
    return Reading(changed=changed, faults=tuple(faults[key] for key in typed if key in faults))


def _stands(words: str, known: Measured | None, unit: Unit) -> bool:
    """Tell whether this says nothing new: sixteenths of an inch are no reason to change mm."""
    return known is not None and lengths.says_same(words, known.mm, unit)


def _meant(key: str, mm: int | None, answers: Answers) -> int | None:
    """Return the answer to the question about this value; nothing excuses the impossible."""
    typed, meant = answers.get(key, (None, 0))
    return meant if mm is not None and typed == mm and measure(key).is_possible(meant) else None


def _insisted(changed: Mapping[str, int], answers: Answers) -> set[str]:
    return {key for key, mm in changed.items() if answers.get(key) == (mm, mm)}


def _read_one(key: str, words: str, unit: Unit) -> tuple[int | None, Fault | None]:
    try:
        mm = lengths.parse(words, unit)
    except NotALength:
        sentence = _("That is not a length. Type a number such as 39.5 cm or 15 1/2 in.")
        return None, Fault(key=key, sentence=sentence)
    return mm, _doubt(measure(key), mm, unit)


def _doubt(thing: Measure, mm: int, unit: Unit) -> Fault | None:
    if thing.is_usual(mm):
        return None
    is_possible = thing.is_possible(mm)
    meant = _in_other_unit(mm, unit)
    choices = (*((meant,) if thing.is_usual(meant) else ()), *((mm,) if is_possible else ()))
    sentence = _odd(thing, mm, unit) if is_possible else _impossible(thing, mm, unit)
    if thing.is_usual(meant):
        sentence = f"{sentence} {_did_you_mean(meant, unit)}"
    else:
        sentence = f"{sentence} {_('Measure again, or check the unit.')}"
    return Fault(key=thing.key, sentence=sentence, typed_mm=mm, choices=choices)


def _odd(thing: Measure, mm: int, unit: Unit) -> str:
    value, one = _length(mm, unit), str(thing.one)
    if mm < thing.usual[0]:
        return _("%(value)s is small for %(one)s.", value=value, one=one)
    return _("%(value)s is large for %(one)s.", value=value, one=one)


def _impossible(thing: Measure, mm: int, unit: Unit) -> str:
    one = str(thing.one)
    capital = one[:1].upper() + one[1:]
    return _("%(one)s of %(value)s cannot be.", one=capital, value=_length(mm, unit))


def _did_you_mean(meant: int, unit: Unit) -> str:
    other = _("%(n)s inches", n=lengths.show(meant, Unit.INCH))
    if unit is Unit.INCH:
        other = _length(meant, Unit.CM)
    return _("Did you mean %(other)s (%(value)s)?", other=other, value=_length(meant, unit))


def _length(mm: int, unit: Unit) -> str:
    return f"{lengths.show(mm, unit)} {unit}"


def _in_other_unit(mm: int, unit: Unit) -> int:
    """Return the length if the number was meant in the other unit."""
    factor = lengths.MM_PER_INCH / 10
    return round(mm * factor if unit is Unit.CM else mm / factor)


def _mismatches(
    changed: Mapping[str, int], before: Body, insisted: set[str], table: Table, unit: Unit
) -> dict[str, Fault]:
    """Ask about the proportions of what is new, at the field in which it was typed."""
    body = {**before, **{k: Measured(mm=mm, source=Source.TAPE) for k, mm in changed.items()}}
    found: dict[str, Fault] = {}
    for each in questions_about(body, table=table, unit=unit):
        key = each.key if each.key in changed else each.by
        if key in changed and key not in found and not insisted & {each.key, each.by}:
            mm = changed[key]
            found[key] = Fault(key=key, sentence=each.sentence, typed_mm=mm, choices=(mm,))
    return found
