"""What is asked about a point that is hardly as it was typed, in words she understands."""

from shop.catalogue.rules import MeasurePoint
from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules import Answer, Choice, Fault, measure
from shop.wardrobe.rules.guessing import Guess, said
from shop.wardrobe.rules.matching import Odd


def impossible(point: MeasurePoint, mm: int, unit: Unit) -> Fault:
    """Refuse what no garment measures."""
    sentence = _("%(value)s cannot be. Measure again, or check the unit.", value=said(mm, unit))
    return Fault(key=point.code, sentence=sentence)


def odd(
    point: MeasurePoint,
    mm: int,
    guesses: tuple[Guess, ...],
    unit: Unit,
    *,
    is_small: bool,
    is_right: bool,
) -> Fault:
    """Ask about a point that is not as such garments are; `mm` as read on the table.

    Nothing excuses what is not possible: then it is not offered that it `is_right`.
    """
    value = said(mm, unit)
    small = _("%(value)s is small here.", value=value)
    large = _("%(value)s is large here.", value=value)
    return _fault(point, mm, small if is_small else large, guesses, unit, is_right=is_right)


def mismatch(found: Odd, mm: int, guesses: tuple[Guess, ...], unit: Unit) -> Fault:
    """Ask about a point that goes with neither the others nor the body."""
    opening = _(
        "This would fit %(one)s of about %(body)s; all else says about %(expected)s.",
        one=str(measure(found.point.of).one),
        body=_about(found.body_mm, unit),
        expected=_about(found.expected_mm, unit),
    )
    return _fault(found.point, mm, opening, guesses, unit)


def _fault(
    point: MeasurePoint,
    mm: int,
    opening: str,
    guesses: tuple[Guess, ...],
    unit: Unit,
    *,
    is_right: bool = True,
) -> Fault:
    asked = guesses[0].question if guesses else _("Measure again, or check the unit.")
    choices = [_meant(mm, guess.mm, unit) for guess in guesses]
    if is_right:
        words = _("%(value)s is right", value=said(mm, unit))
        choices.append(Choice(words=words, answer=Answer(typed=mm, meant=mm)))
    return Fault(key=point.code, sentence=f"{opening} {asked}", choices=tuple(choices))


def _meant(typed: int, mm: int, unit: Unit) -> Choice:
    words = _("I meant %(value)s", value=said(mm, unit))
    return Choice(words=words, answer=Answer(typed=typed, meant=mm))


def _about(mm: float, unit: Unit) -> str:
    """Return a length as people say it: whole centimetres, half inches."""
    step = 10 if unit is Unit.CM else float(lengths.MM_PER_INCH) / 2
    return said(round(round(mm / step) * step), unit)
