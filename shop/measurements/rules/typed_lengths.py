"""Reading one typed length by itself: what cannot be is refused, what is odd is asked about."""

from collections.abc import Collection
from typing import Final

from shop.kernel import lengths
from shop.kernel.lengths import NotALength, Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules.faults import Answer, Choice, Fault
from shop.measurements.rules.measures import Measure, measure
from shop.measurements.rules.statures import parse_height

HEIGHT: Final = "height"  # people know it in feet
OTHER: Final = {Unit.CM: Unit.INCH, Unit.INCH: Unit.CM}
MANY: Final = 3  # so many values in the wrong unit are no slips of single fields


def read_one(key: str, words: str, unit: Unit) -> tuple[int | None, Fault | None]:
    """Return the length in mm, as far as it is one, and what is wrong with it."""
    parse = parse_height if key == HEIGHT else lengths.parse
    try:
        mm = parse(words, unit)
    except NotALength:
        sentence = _("That is not a length. Type a number such as 39.5 cm or 15 1/2 in.")
        return None, Fault(key=key, sentence=sentence)
    return mm, _doubt(measure(key), mm, unit)


def with_unit(mm: int, unit: Unit) -> str:
    return f"{lengths.show(mm, unit)} {unit}"


def meant(typed: int, mm: int, unit: Unit) -> Choice:
    """Return the answer that something else was meant."""
    words = _("I meant %(value)s", value=with_unit(mm, unit))
    return Choice(words=words, answer=Answer(typed=typed, meant=mm))


def right(typed: int, unit: Unit) -> Choice:
    """Return the answer that what was typed is right."""
    words = _("%(value)s is right", value=with_unit(typed, unit))
    return Choice(words=words, answer=Answer(typed=typed, meant=typed))


def odd(thing: Measure, mm: int, unit: Unit, *, small: bool) -> str:
    value, one = with_unit(mm, unit), str(thing.one)
    if small:
        return _("%(value)s is small for %(one)s.", value=value, one=one)
    return _("%(value)s is large for %(one)s.", value=value, one=one)


def other_unit(mm: int, unit: Unit) -> str:
    """Ask whether the number was meant in the other unit; `mm` is what it would be then."""
    other = _("%(n)s inches", n=lengths.show(mm, Unit.INCH))
    if unit is Unit.INCH:
        other = with_unit(mm, Unit.CM)
    return _("Did you mean %(other)s (%(value)s)?", other=other, value=with_unit(mm, unit))


def laid_flat(mm: int, unit: Unit) -> str:
    """Ask whether half the girth was typed; `mm` is the whole."""
    return _(
        "Is it half of the girth? All the way round it would be %(value)s.",
        value=with_unit(mm, unit),
    )


def all_in_another(faults: Collection[Fault], unit: Unit) -> Unit | None:
    """Return the unit in which the whole sheet was probably typed; None if it is fine as it is."""
    first = [fault.choices[0].answer for fault in faults if fault.choices]
    slipped = [each for each in first if each.meant == _in_other_unit(each.typed, unit)]
    return OTHER[unit] if len(slipped) >= MANY else None


def _doubt(thing: Measure, mm: int, unit: Unit) -> Fault | None:
    if thing.is_usual(mm):
        return None
    is_possible = thing.is_possible(mm)
    asked, choices = _guesses(thing, mm, unit)
    if is_possible:
        sentence = odd(thing, mm, unit, small=mm < thing.usual[0])
        choices = (*choices, right(mm, unit))
    else:
        sentence = _impossible(thing, mm, unit)
    return Fault(key=thing.key, sentence=f"{sentence} {asked}", choices=choices)


def _guesses(thing: Measure, mm: int, unit: Unit) -> tuple[str, tuple[Choice, ...]]:
    """Return what she is asked about a value that is not usual, and what she may have meant."""
    converted, doubled = _in_other_unit(mm, unit), 2 * mm
    if thing.is_usual(converted):
        return other_unit(converted, unit), (meant(mm, converted, unit),)
    if thing.is_girth and thing.is_usual(doubled):
        return laid_flat(doubled, unit), (meant(mm, doubled, unit),)
    return _("Measure again, or check the unit."), ()


def _impossible(thing: Measure, mm: int, unit: Unit) -> str:
    one = str(thing.one)
    capital = one[:1].upper() + one[1:]
    return _("%(one)s of %(value)s cannot be.", one=capital, value=with_unit(mm, unit))


def _in_other_unit(mm: int, unit: Unit) -> int:
    """Return the length if the number was meant in the other unit."""
    factor = lengths.MM_PER_INCH / 10
    return round(mm * factor if unit is Unit.CM else mm / factor)
