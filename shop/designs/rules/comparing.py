"""A finished measure in words that a person understands. Pure.

Figures are rounded to half a centimetre or a quarter of an inch, and said with "about": finer is
neither felt nor seen. In words it is what it is; the table beside it has the exact figure.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from shop.designs.rules.points import Finished
from shop.kernel import lengths
from shop.kernel.lengths import MM_PER_INCH, Unit
from shop.kernel.texts import gettext as _
from shop.measurements.rules import Source, measure
from shop.measurements.rules.measures import GIRTHS

STEPS: Final = {Unit.CM: Fraction(5), Unit.INCH: MM_PER_INCH / 4}  # in mm
TO_WRIST: Final = frozenset({"arm_length", "sleeve_cb"})  # both end at the wrist bone
TO_FLOOR: Final = frozenset({"inseam", "outseam"})  # both end on the floor
ACROSS: Final = frozenset({"shoulder_width", "across_back"})


def about(mm: int, unit: Unit) -> str:
    """Return a length as people say it: `8 cm`, `8.5 cm`, `3 1/4 in`; empty for next to nothing."""
    steps = round(Fraction(abs(mm)) / STEPS[unit])
    return f"{lengths.show(round(steps * STEPS[unit]), unit)} {unit}" if steps else ""


def against_body(point: Finished, unit: Unit) -> str:
    """Say how the garment lies to the body at this point; empty where that says nothing.

    Ends of arms and legs are told from the bone and from the floor, where the measure ends there.
    """
    if point.body_mm is None:
        return ""
    more = point.mm - point.body_mm
    if point.body_key in TO_FLOOR:
        return _above_floor(-more, unit)
    if point.body_key in TO_WRIST:
        return _at_wrist(more, unit)
    if point.base_mm != point.body_mm:  # it follows the body, but does not lie where it is measured
        return ""
    return _of_body(more, point.body_key, unit)


def beside(point: Finished, known_mm: int, name: str, unit: Unit) -> str:
    """Say how it lies to a garment she knows: `about 2 cm longer than «my blue shirt»`."""
    more = point.mm - known_mm
    if not (length := about(more, unit)):
        return _("nearly the same as «%(garment)s»", garment=name)
    return _beside(point.body_key, more)(length, name)


def source_words(point: Finished, unit: Unit) -> str:
    """Say where the body's value came from, with its interval if it was estimated."""
    if point.body_mm is None:
        return _("from a garment that fits")
    if point.source == Source.ESTIMATE and point.low and point.high:
        return _("estimated %(span)s", span=span(point.low, point.high, unit))
    known = point.source in set(Source)
    return Source(point.source).label if known else point.source


def span(low: int, high: int, unit: Unit) -> str:
    """Write an interval: both ends with a dash, and the unit."""
    return f"{lengths.show(low, unit)}\N{EN DASH}{lengths.show(high, unit)} {unit}"


def _of_body(more: int, key: str, unit: Unit) -> str:
    name, length = str(measure(key).name).lower(), about(more, unit)
    if not length:
        return _("nearly the same as your %(measure)s", measure=name)
    said = {
        (True, False): _("about %(length)s looser than your %(measure)s"),
        (True, True): _("about %(length)s closer than your %(measure)s"),
        (False, False): _("about %(length)s more than your %(measure)s"),
        (False, True): _("about %(length)s less than your %(measure)s"),
    }[key in GIRTHS, more < 0]
    return said % {"length": length, "measure": name}


def _at_wrist(more: int, unit: Unit) -> str:
    if not (length := about(more, unit)):
        return _("ends at your wrist bone")
    if more > 0:
        return _("ends about %(length)s below your wrist bone", length=length)
    return _("ends about %(length)s above your wrist bone", length=length)


def _above_floor(mm: int, unit: Unit) -> str:
    if mm <= 0 or not (length := about(mm, unit)):
        return _("ends at the floor")
    return _("ends about %(length)s above the floor", length=length)


def _beside(key: str, more: int) -> Callable[[str, str], str]:
    if key in GIRTHS:
        longer = _("about %(length)s looser than «%(garment)s»")
        shorter = _("about %(length)s closer than «%(garment)s»")
    elif key in ACROSS:
        longer = _("about %(length)s wider than «%(garment)s»")
        shorter = _("about %(length)s narrower than «%(garment)s»")
    else:
        longer = _("about %(length)s longer than «%(garment)s»")
        shorter = _("about %(length)s shorter than «%(garment)s»")
    said = longer if more > 0 else shorter
    return lambda length, garment: said % {"length": length, "garment": garment}
