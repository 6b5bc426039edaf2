"""What is asked about a point that is hardly as it was typed, in words she understands."""

from collections.abc import Iterator
from typing import Final

from shop.anthropometry.rules import GIRTHS
from shop.catalogue.rules import Choices, GarmentModel, Point
from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules import Answer, Choice, Fault, measure
from shop.wardrobe.rules.bodies import WHOLE, body_mm
from shop.wardrobe.rules.flats import TWICE, Points, finished_mm
from shop.wardrobe.rules.limits import is_possible, is_usual, middle_mm
from shop.wardrobe.rules.matching import Odd

NEAR: Final = 1.25  # a guess is good if the body would be within a quarter of what it should be


def impossible(point: Point, mm: int, unit: Unit) -> Fault:
    """Refuse what no garment measures."""
    sentence = _("%(value)s cannot be. Measure again, or check the unit.", value=_said(mm, unit))
    return Fault(key=point.code, sentence=sentence)


def odd(point: Point, model: GarmentModel, made: Choices, mm: int, unit: Unit) -> Fault:
    """Ask about a point that is not as such garments are; `mm` as read on the table."""
    guesses = tuple(g for g in _guesses(point, mm, unit) if is_usual(point, model, made, g[0]))
    value = _said(mm, unit)
    is_small = body_mm(point, model, made, finished_mm(point, mm)) < middle_mm(point)
    small, large = (
        _("%(value)s is small here.", value=value),
        _("%(value)s is large here.", value=value),
    )
    is_right = is_possible(point, model, made, mm)
    return _fault(point, mm, small if is_small else large, guesses, unit, is_right=is_right)


def mismatch(found: Odd, model: GarmentModel, made: Choices, reads: Points, unit: Unit) -> Fault:
    """Ask about a point that goes with neither the others nor the body."""
    point, mm = found.point, reads[found.point.code]
    guesses = tuple(
        guess for guess in _guesses(point, mm, unit)
        if _is_near(body_mm(point, model, made, finished_mm(point, guess[0])), found.expected_mm)
    )  # fmt: skip
    opening = _(
        "This would fit %(one)s of about %(body)s; all else says about %(expected)s.",
        one=str(measure(point.of).one), body=_about(found.body_mm, unit),
        expected=_about(found.expected_mm, unit),
    )  # fmt: skip
    return _fault(point, mm, opening, guesses, unit)


Guess = tuple[int, str]  # what may have been meant, as read on the table in mm; the question


def _guesses(point: Point, mm: int, unit: Unit) -> Iterator[Guess]:
    """Yield what may have been meant, the likeliest first: the whole girth, another unit, half."""
    if point.flat:
        flat = round(mm / TWICE)
        yield flat, _("Did you measure all the way round? Laid flat that is %(value)s.",
                      value=_said(flat, unit))  # fmt: skip
    yield _in_other_unit(mm, unit)
    if not point.flat and point.of in GIRTHS and point.share_per_mille == WHOLE:
        open_ = mm * TWICE
        yield open_, _("Did you measure it folded? Laid open that is %(value)s.",
                       value=_said(open_, unit))  # fmt: skip


def _in_other_unit(mm: int, unit: Unit) -> Guess:
    factor = float(lengths.MM_PER_INCH) / 10
    if unit is Unit.INCH:
        other = round(mm / factor)
        asked = _("Did you mean %(value)s?", value=_said(other, Unit.CM))
        return other, asked
    other = round(mm * factor)
    inches = _("%(n)s inches", n=lengths.show(other, Unit.INCH))
    asked = _("Did you mean %(other)s (%(value)s)?", other=inches, value=_said(other, unit))
    return other, asked


def _fault(
    point: Point, mm: int, opening: str, guesses: tuple[Guess, ...], unit: Unit, *,
    is_right: bool = True,
) -> Fault:  # fmt: skip
    asked = guesses[0][1] if guesses else _("Measure again, or check the unit.")
    choices = [_meant(mm, guess, unit) for guess, _words in guesses]
    if is_right:
        words = _("%(value)s is right", value=_said(mm, unit))
        choices.append(Choice(words=words, answer=Answer(typed=mm, meant=mm)))
    return Fault(key=point.code, sentence=f"{opening} {asked}", choices=tuple(choices))


def _meant(typed: int, mm: int, unit: Unit) -> Choice:
    words = _("I meant %(value)s", value=_said(mm, unit))
    return Choice(words=words, answer=Answer(typed=typed, meant=mm))


def _is_near(body: int, expected: float) -> bool:
    return expected / NEAR <= body <= expected * NEAR


def _about(mm: float, unit: Unit) -> str:
    """Return a length as people say it: whole centimetres, half inches."""
    step = 10 if unit is Unit.CM else float(lengths.MM_PER_INCH) / 2
    return _said(round(round(mm / step) * step), unit)


def _said(mm: int, unit: Unit) -> str:
    return f"{lengths.show(mm, unit)} {unit}"
