"""Values that don't go together: what probably went wrong, asked in words she understands."""

from collections.abc import Mapping
from typing import Final

from shop.anthropometry.rules import Cause, Estimate, Sex, Slip, estimate
from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules.faults import Answer, Choice, Fault
from shop.measurements.rules.measures import measure
from shop.measurements.rules.typed_lengths import (
    laid_flat,
    meant,
    odd,
    other_unit,
    right,
    with_unit,
)

# with which other measure people best compare one, the nearest first
BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "neck": ("chest",), "chest": ("waist", "seat"), "waist": ("chest", "seat"),
    "seat": ("waist", "chest"), "thigh": ("seat",), "biceps": ("chest",), "wrist": ("neck",),
    "forearm": ("biceps",), "lower_thigh": ("thigh",), "calf": ("thigh",), "ankle": ("calf",),
}  # fmt: skip
HEIGHT: Final = "height"


def question(cause: Cause, known: Mapping[str, float], sex: Sex | None, unit: Unit) -> Fault:
    """Return the question about the value the cause names; `known` in mm, as it was typed."""
    typed = round(known[cause.key])
    guess = _GUESSES[cause.slip](cause, known, sex, unit)
    return Fault(key=cause.key, sentence=guess[0], choices=(*guess[1], right(typed, unit)))


def asked_at(key: str, typed: int, cause: Cause, known: Mapping[str, float], unit: Unit) -> Fault:
    """Return the question about a value known before, asked at the field that shows it wrong."""
    other, was = cause.key, round(known[cause.key])
    repaired = round(cause.repaired[other])
    name = str(measure(other).name).lower()
    sentence = _(
        "This does not go with your %(other)s of %(was)s. Is that the one to measure again?",
        other=name,
        was=with_unit(was, unit),
    )
    put_right = Choice(
        words=_("My %(other)s is %(value)s", other=name, value=with_unit(repaired, unit)),
        answer=Answer(typed=typed, meant=typed, other=other, other_mm=repaired),
    )
    guesses = () if cause.slip is Slip.SLIP else (put_right,)
    return Fault(key=key, sentence=sentence, choices=(*guesses, right(typed, unit)))


Guess = tuple[str, tuple[Choice, ...]]


def _unit_slip(cause: Cause, known: Mapping[str, float], sex: Sex | None, unit: Unit) -> Guess:
    typed, mm = round(known[cause.key]), _repaired(cause)
    is_small = cause.slip is Slip.INCH_FOR_CM
    asked = other_unit(mm, unit) if is_small is (unit is Unit.CM) else _wrong_unit(mm, unit)
    sentence = f"{odd(measure(cause.key), typed, unit, small=is_small)} {asked}"
    return sentence, (meant(typed, mm, unit),)


def _half(cause: Cause, known: Mapping[str, float], sex: Sex | None, unit: Unit) -> Guess:
    typed, mm = round(known[cause.key]), _repaired(cause)
    small = odd(measure(cause.key), typed, unit, small=True)
    return f"{small} {laid_flat(mm, unit)}", (meant(typed, mm, unit),)


def _swapped(cause: Cause, known: Mapping[str, float], sex: Sex | None, unit: Unit) -> Guess:
    here, there = cause.key, cause.with_key
    typed, other = round(known[here]), round(known[there])
    names = {"one": str(measure(here).name).lower(), "other": str(measure(there).name).lower()}
    values = {"one_mm": with_unit(other, unit), "other_mm": with_unit(typed, unit)}
    answer = Answer(typed=typed, meant=other, other=there, other_mm=typed)
    words = _("Swap them: %(one)s %(one_mm)s, %(other)s %(other_mm)s", **names, **values)
    sentence = _("Your %(one)s and your %(other)s look swapped.", **names)
    return sentence, (Choice(words=words, answer=answer),)


def _digits(cause: Cause, known: Mapping[str, float], sex: Sex | None, unit: Unit) -> Guess:
    typed, mm = round(known[cause.key]), _repaired(cause)
    small = odd(measure(cause.key), typed, unit, small=typed < mm)
    asked = _("Have two digits changed places? Did you mean %(value)s?", value=with_unit(mm, unit))
    return f"{small} {asked}", (meant(typed, mm, unit),)


def _slip(cause: Cause, known: Mapping[str, float], sex: Sex | None, unit: Unit) -> Guess:
    rest = {key: value for key, value in known.items() if key != cause.key}
    usual = estimate(rest, sex=sex)[cause.key].widened()
    return most_people(cause.key, known, usual, unit), ()


_GUESSES: Final = {
    Slip.INCH_FOR_CM: _unit_slip,
    Slip.CM_FOR_INCH: _unit_slip,
    Slip.HALF: _half,
    Slip.SWAPPED: _swapped,
    Slip.DIGITS: _digits,
    Slip.SLIP: _slip,
}


def most_people(key: str, known: Mapping[str, float], usual: Estimate, unit: Unit) -> str:
    """Say what nine in ten people have with whom she shares the rest, and what hers says."""
    beside = next((each for each in (*BESIDE.get(key, ()), HEIGHT) if each in known), "")
    low, high = (_rounded(end, unit) for end in (usual.low, usual.high))
    facts = {
        "one": str(measure(key).one),
        "low": low,
        "high": high,
        "unit": unit.value,
        "mm": lengths.show(round(known[key]), unit),
    }
    if beside and beside != key:
        by = str(measure(beside).name).lower()
        return _(
            "Most people with your %(by)s have %(one)s of %(low)s\N{EN DASH}%(high)s %(unit)s. "
            "Yours says %(mm)s \N{EN DASH} measure again?",
            by=by,
            **facts,
        )
    return _(
        "Most people have %(one)s of %(low)s\N{EN DASH}%(high)s %(unit)s. "
        "Yours says %(mm)s \N{EN DASH} measure again?",
        **facts,
    )


def _wrong_unit(mm: int, unit: Unit) -> str:
    return _("Was it read in another unit? Did you mean %(value)s?", value=with_unit(mm, unit))


def _repaired(cause: Cause) -> int:
    return round(cause.repaired[cause.key])


def _rounded(mm: float, unit: Unit) -> str:
    """Return the end of a range as people say it: whole centimetres, half inches."""
    step = 10 if unit is Unit.CM else lengths.MM_PER_INCH / 2
    return lengths.show(round(round(mm / step) * step), unit)
