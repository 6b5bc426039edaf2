"""What is not measured, estimated from everything that is known; and when not to trust it."""

from collections.abc import Collection
from typing import Final

from shop.anthropometry.rules import (
    Z90,
    Estimate,
    Outside,
    Sex,
    estimate,
    layman_errors,
    outside,
)
from shop.kernel.texts import gettext as _
from shop.measurements.rules.bodies import Body, Measured, SizeTable, Source
from shop.measurements.rules.facts import AGE, HEIGHT_SAID, WEIGHT, WEIGHT_SAID, Facts
from shop.measurements.rules.labels import told_by
from shop.measurements.rules.measures import KEYS

TAKEN: Final = {Source.TAPE, Source.GARMENT}  # what says something about a body by itself
TOLD: Final = (AGE, HEIGHT_SAID, WEIGHT, WEIGHT_SAID)


def completed(body: Body, facts: Facts, *, table: SizeTable, keys: Collection[str]) -> Body:
    """Return the values of `keys` that the body lacks, estimated from all that was taken or told.

    Standard sizes and older estimates count for nothing. Whole mm, with the interval in which
    nine in ten people lie, widened by a quarter. Keys that the model does not know are left out,
    and all of them when nothing is known or the model knows no such people (`reach`).
    """
    known, errors = evidence_of(body, facts, table=table)
    lacking = {key for key in keys if key not in body}
    if not known or not lacking or reach(body, facts, table=table):
        return {}
    found = estimate(known, sex=sex_of(table), errors=errors)
    return {key: _estimated(found[key]) for key in KEYS if key in lacking and key in found}


def refreshed(body: Body, facts: Facts, *, table: SizeTable) -> Body:
    """Return the body's estimates that are others by now: something has been measured since."""
    guesses = {key: value for key, value in body.items() if value.source is Source.ESTIMATE}
    rest = {key: value for key, value in body.items() if key not in guesses}
    found = completed(rest, facts, table=table, keys=guesses)
    return {key: value for key, value in found.items() if value != guesses[key]}


def reach(body: Body, facts: Facts, *, table: SizeTable) -> tuple[str, ...]:
    """Return why estimates should not be trusted for this person, a sentence for each reason."""
    known, errors = evidence_of(body, facts, table=table)
    return tuple(_OUTSIDE[each]() for each in outside(known, sex_of(table), errors=errors))


def evidence_of(
    body: Body, facts: Facts, *, table: SizeTable = SizeTable.NONE
) -> tuple[dict[str, float], dict[str, float]]:
    """Return what is known as the body model takes it, and how far each value may be off.

    A layman's tape is off by 10 mm round and 8 mm along (sd), which is one and a half times what
    experts differ by or a little more; a garment by what its interval says, labels of clothes by
    more (`labels`). Relative sds. What was taken wins over what a label says of it.
    """
    taken = {key: value for key, value in body.items() if value.source in TAKEN}
    known = {key: float(value.mm) for key, value in taken.items()}
    labels, loose = told_by(facts, table=table)
    return labels | known | of_herself(facts), loose | layman_errors(known) | _spread(taken)


def of_herself(facts: Facts) -> dict[str, float]:
    """Return what she told of herself; the scale wins over a weight said once upon a time."""
    left_out = {WEIGHT_SAID} if WEIGHT in facts else set()
    return {key: float(facts[key]) for key in TOLD if key in facts and key not in left_out}


def _spread(taken: Body) -> dict[str, float]:
    """Return the relative sds of what came with an interval, in which nine in ten people lie."""
    return {
        key: (value.high - value.low) / 2 / Z90 / value.mm
        for key, value in taken.items()
        if value.low is not None and value.high is not None and value.low < value.high
    }


def sex_of(table: SizeTable) -> Sex | None:
    """Return whose proportions to take; None for both."""
    return None if table is SizeTable.NONE else Sex(table.value)


def _estimated(found: Estimate) -> Measured:
    wide = found.widened()
    return Measured(
        mm=round(wide.mid), low=round(wide.low), high=round(wide.high), source=Source.ESTIMATE
    )


_OUTSIDE: Final = {
    Outside.CHILD: lambda: _("We make for adults only: children grow faster than we sew."),
    Outside.AGE: lambda: _("Our figures are of people up to 56. Please take the tape."),
    Outside.LIGHT: lambda: _(
        "Hardly anybody in our figures is so light for the height. Please take the tape."
    ),
    Outside.HEAVY: lambda: _(
        "Hardly anybody in our figures is so heavy for the height. Please take the tape."
    ),
    Outside.UNLIKE: lambda: _(
        "Nobody in our figures has these values together. Please check them, or take the tape."
    ),
}
