"""What a garment has more than the body, part by part. Pure.

The figures of a garment and its fits lie in its file, each with its source. What follows here is
our own proposal [H], unless a source is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from shop.catalogue.rules import Choices, Cloth, Ease, GarmentModel, MeasurePoint, all_hold
from shop.designs.rules.points import Allowance, Because
from shop.designs.rules.wording import CLOTH, FIT, answer
from shop.measurements.rules import Body, Closeness, Correction, Layer, Tuning
from shop.measurements.rules.measures import GIRTHS

STRETCH_SHARE: Final = 1  # per mille of the girth for each per cent of the cloth's stretch [H]
CLOSER_SHARE: Final = 15  # per mille of the girth [H]: about a third of the step between two fits
LOOSER_SHARE: Final = 20  # per mille of the girth [H]
# per mille of the girth that stretch and closeness leave, to breathe and sit in: the least the
# trade gives a girth that closes, a collar's 2 % and a skirt waist's 13 to 19 mm
NEEDED_SHARE: Final = 20
STIFF: Final = frozenset({"neck", "wrist"})  # collar and cuff are fused and close with a button


@dataclass(frozen=True, kw_only=True)
class Making:
    """What is made, of what, for whom."""

    model: GarmentModel
    choices: Choices
    cloth: Cloth
    body: Body
    tuning: Tuning


def eased(making: Making, point: MeasurePoint, base: int) -> tuple[Allowance, ...]:
    """Return what is added to this share of the body, in mm, in the order it is reckoned.

    Stretch and closeness change girths alone. Together they leave the garment what the body needs;
    where the house itself leaves less, they take nothing. What a garment taught comes last.
    """
    parts = (_as_cut(making, point, base), *_by_choices(making, point))
    fitted = _fitted(making, base, sum(each.mm for each in parts)) if is_girth(point) else ()
    return (*parts, *fitted, *taught(making, Layer.EASE, point))


def is_girth(point: MeasurePoint) -> bool:
    """Tell whether the point goes round the body where it is measured: collar and cuff do not."""
    return point.of in GIRTHS - STIFF and point.share_per_mille == 1000  # noqa: PLR2004


def taught(making: Making, layer: Layer, point: MeasurePoint) -> Iterator[Allowance]:
    """Yield what her garments taught about this point, in this layer."""
    for each in making.tuning.corrections:
        if _is_for(each, layer, making, point):
            yield Allowance(because=Because.TAUGHT, mm=each.mm, of=each.reason)


def per_mille(mm: int, share: int) -> int:
    """Return so many per mille of a length in whole mm, half up."""
    exact = Decimal(mm) * share / 1000
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def _as_cut(making: Making, point: MeasurePoint, base: int) -> Allowance:
    ease = point.ease.get(making.choices.get(FIT, ""), Ease())
    return Allowance(
        because=Because.CUT, mm=ease.mm + per_mille(base, ease.per_mille), of=_chosen(making, FIT)
    )


def _by_choices(making: Making, point: MeasurePoint) -> Iterator[Allowance]:
    for when, mm in point.adjustments:
        if all_hold((when,), making.model, making.choices, making.cloth):
            yield Allowance(because=Because.CHOICE, mm=mm, of=_chosen(making, when.group))


def _chosen(making: Making, code: str) -> str:
    """Return what was answered to this question as it stands in a sentence; a cloth's own name."""
    group = making.model.group(code)
    value = answer(group, making.choices) if group else None
    if value is None:
        return making.cloth.name if code == CLOTH else ""
    return value.phrase or value.name


def _fitted(making: Making, base: int, own: int) -> Iterator[Allowance]:
    """Yield what stretch and closeness change of the house's own ease."""
    closeness = making.tuning.closeness
    left = max(0, own - per_mille(base, NEEDED_SHARE))
    stretch = min(left, per_mille(base, STRETCH_SHARE * making.cloth.stretch_percent))
    closer = min(left - stretch, per_mille(base, CLOSER_SHARE))
    if stretch:
        yield Allowance(because=Because.STRETCH, mm=-stretch)
    if closeness is Closeness.CLOSER and closer:
        yield Allowance(because=Because.CLOSER, mm=-closer)
    if closeness is Closeness.LOOSER:
        yield Allowance(because=Because.LOOSER, mm=per_mille(base, LOOSER_SHARE))


def _is_for(each: Correction, layer: Layer, making: Making, point: MeasurePoint) -> bool:
    here = (layer, making.model.garment, point.code)
    is_here = (each.layer, each.garment, each.point) == here
    return is_here and (layer is not Layer.CUT or each.cloth == making.cloth.code)
