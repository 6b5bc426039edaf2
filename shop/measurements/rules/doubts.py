"""Reading what was typed: what cannot be is refused, what is hardly so is asked about."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Final

from shop.anthropometry.rules import Cause, Sex, check, repairs
from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.measurements.rules import slip_questions
from shop.measurements.rules.bodies import Body, Measured, SizeTable, Source
from shop.measurements.rules.estimating import TAKEN, evidence_of, sex_of
from shop.measurements.rules.facts import NO_FACTS, Facts
from shop.measurements.rules.faults import Answer, Answers, Fault, Reading
from shop.measurements.rules.measures import KEYS, measure
from shop.measurements.rules.typed_lengths import read_one

GIRTHS: Final = ("chest", "waist", "seat")  # of a standard size, when nothing was taken


def read(
    typed: Mapping[str, str],
    unit: Unit,
    *,
    known: Body | None = None,
    answers: Answers | None = None,
    table: SizeTable = SizeTable.NONE,
    facts: Facts = NO_FACTS,
) -> Reading:
    """Return the lengths typed and every fault, one to a field at most.

    Empty fields are left out. A value that reads as it was shown is left alone, so nothing drifts
    and nothing is asked twice. `answers` hold for the very value they were given for; one may put
    another value right as well, which is then among the changed. The source is the tape.
    """
    before = known or {}
    new = {key: words for key, words in typed.items() if _says_new(words, before.get(key), unit)}
    found = [_one(key, words, unit, (answers or {}).get(key)) for key, words in new.items()]
    settled = _joined(each.settled for each in found) | _joined(each.other for each in found)
    faults = {each.fault.key: each.fault for each in found if each.fault}
    values = {**_joined(each.doubtful for each in found), **settled}
    faults |= {fault.key: fault for fault in _mismatches(values, before, table, unit, facts)}
    return Reading(changed=settled, faults=tuple(faults[key] for key in typed if key in faults))


def doubts_about(
    body: Body, *, table: SizeTable = SizeTable.NONE, unit: Unit = Unit.CM, facts: Facts = NO_FACTS
) -> tuple[Fault, ...]:
    """Return the questions about values that don't go together, the most doubtful first."""
    taken = {key: value for key, value in body.items() if value.source in TAKEN}
    return tuple(_mismatches(taken, {}, table, unit, facts))


@dataclass(frozen=True, kw_only=True)
class _Found:
    """What one field gave: its value to keep or to ask about, the question, another put right."""

    settled: Body = field(default_factory=dict)
    other: Body = field(default_factory=dict)
    doubtful: Body = field(default_factory=dict)
    fault: Fault | None = None


def _one(key: str, words: str, unit: Unit, sent: Answer | None) -> _Found:
    mm, fault = read_one(key, words, unit)
    answer = _holds(key, mm, sent)
    if answer:
        other = {answer.other: _taped(answer.other_mm)} if answer.other else {}
        value = _taped(answer.meant, insisted=answer.insists)
        return _Found(settled={key: value}, other=other)
    if mm is None or not measure(key).is_possible(mm):
        return _Found(fault=fault)
    read = {key: _taped(mm)}
    return _Found(doubtful=read, fault=fault) if fault else _Found(settled=read)


def _joined(found: Iterable[Body]) -> dict[str, Measured]:
    return {key: value for each in found for key, value in each.items()}


def _says_new(words: str, known: Measured | None, unit: Unit) -> bool:
    """Tell whether this says anything new: sixteenths of an inch are no reason to change mm."""
    return bool(words.strip()) and not (known and lengths.says_same(words, known.mm, unit))


def _holds(key: str, mm: int | None, answer: Answer | None) -> Answer | None:
    """Return the answer to the question about this value; nothing excuses the impossible."""
    if answer is None or mm != answer.typed or not measure(key).is_possible(answer.meant):
        return None
    if not answer.other:
        return answer
    is_real = answer.other in KEYS and measure(answer.other).is_possible(answer.other_mm)
    return answer if is_real else None


def _taped(mm: int, *, insisted: bool = False) -> Measured:
    return Measured(mm=mm, source=Source.TAPE, insisted=insisted)


def _mismatches(
    changed: Body, before: Body, table: SizeTable, unit: Unit, facts: Facts
) -> Iterator[Fault]:
    """Ask about what the body model finds improbable among what is new."""
    taken = {**_taken(before), **changed}
    known, errors = evidence_of(taken, facts, table=table)
    if not any(value.source in TAKEN for value in before.values()):
        known |= {key: float(value.mm) for key, value in _size(before).items() if key not in known}
    insisted = {key for key, value in taken.items() if value.insisted}
    suspects, fields, sex = taken.keys() - insisted, changed.keys() - insisted, sex_of(table)
    if not fields:
        return
    found = repairs(known, sex=sex, suspects=suspects, insisted=insisted, errors=errors)
    for cause in found:
        if cause.key in fields or cause.with_key in fields:
            yield slip_questions.question(_at(cause, fields), known, sex, unit)
        elif cause.key in before:
            key = _oddest(known, sex, fields)
            yield slip_questions.asked_at(key, round(known[key]), cause, known, unit)


def _taken(before: Body) -> Body:
    return {key: value for key, value in before.items() if value.source in TAKEN}


def _size(before: Body) -> Body:
    """Return the girths that a standard size is named after: they say something of her too."""
    named = (key for key in GIRTHS if key in before)
    return {key: before[key] for key in named if before[key].source is Source.SIZE}


def _at(cause: Cause, fields: Collection[str]) -> Cause:
    """Return the cause as seen from a field that is asked now: a swap has two ends."""
    if cause.key in fields:
        return cause
    return replace(cause, key=cause.with_key, with_key=cause.key)


def _oddest(known: Mapping[str, float], sex: Sex | None, fields: AbstractSet[str]) -> str:
    """Return the field that goes least with all the others."""
    found = check(known, sex=sex)
    return max(sorted(fields & found.keys()), key=lambda key: found[key].distance)
