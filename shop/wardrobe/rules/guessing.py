"""What may have been meant by what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from shop.catalogue.rules import MeasurePoint
from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules import measure
from shop.wardrobe.rules.bodies import WHOLE
from shop.wardrobe.rules.flats import TWICE


@dataclass(frozen=True, kw_only=True)
class Guess:
    """What the tape may have read on the table, in mm, and the question about it."""

    mm: int
    question: str


def guesses(point: MeasurePoint, mm: int, unit: Unit) -> Iterator[Guess]:
    """Yield what may have been meant, the likeliest first: the whole girth, another unit, half."""
    if point.flat:
        yield _flat(round(mm / TWICE), unit)
    yield _in_other_unit(mm, unit)
    if not point.flat and measure(point.of).is_girth and point.share_per_mille == WHOLE:
        yield _open(mm * TWICE, unit)


def said(mm: int, unit: Unit) -> str:
    return f"{lengths.show(mm, unit)} {unit}"


def _flat(mm: int, unit: Unit) -> Guess:
    value = said(mm, unit)
    question = _("Did you measure all the way round? Laid flat that is %(value)s.", value=value)
    return Guess(mm=mm, question=question)


def _open(mm: int, unit: Unit) -> Guess:
    value = said(mm, unit)
    question = _("Did you measure it folded? Laid open that is %(value)s.", value=value)
    return Guess(mm=mm, question=question)


def _in_other_unit(mm: int, unit: Unit) -> Guess:
    factor = float(lengths.MM_PER_INCH) / 10
    if unit is Unit.INCH:
        other = round(mm / factor)
        return Guess(mm=other, question=_("Did you mean %(value)s?", value=said(other, Unit.CM)))
    other = round(mm * factor)
    inches = _("%(n)s inches", n=lengths.show(other, Unit.INCH))
    question = _("Did you mean %(other)s (%(value)s)?", other=inches, value=said(other, unit))
    return Guess(mm=other, question=question)
