"""What a design is in words, and what the garment will measure. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final, Self

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import (
    BETWEEN,
    Choices,
    Cloth,
    Ease,
    GarmentModel,
    Group,
    GroupKind,
    Point,
    Section,
    Value,
    all_hold,
    usual,
)
from shop.kernel.errors import Invalid
from shop.kernel.texts import gettext as _
from shop.kernel.texts import in_a_sentence
from shop.measurements.rules import Body

FIT: Final = "fit"
CLOTH: Final = "cloth"
IGNORED_SHRINKAGE: Final = 10  # per mille; less is ignored by custom of the trade
NAME_MAX: Final = 80


_MOMENT: Final = timedelta(microseconds=1)  # what databases can tell apart
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a design hangs in the gallery: the moment it was published, and its public id."""

    at: datetime
    public_id: str

    def written(self) -> str:
        """Return the place as it stands in an address."""
        return f"{(self.at - _BEGINNING) // _MOMENT}-{self.public_id}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the place that was written; None for anything else."""
        count, _dash, public_id = text.partition("-")
        if not (count.isascii() and count.isdigit() and public_id):
            return None
        try:
            return cls(at=_BEGINNING + int(count) * _MOMENT, public_id=public_id)
        except (OverflowError, ValueError):
            return None


class MeasuresMissing(Invalid):
    """The body lacks measurements that this garment is made from."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(_("Some measurements that this garment needs are missing."))
        self.keys = keys


@dataclass(frozen=True, kw_only=True)
class Finished:
    """One point of measure through its four layers, in mm: body, ease, finished, cut."""

    code: str
    name: str
    how: str
    body_key: str
    body_mm: int
    source: str  # where the body's value came from
    ease_mm: int
    mm: int
    plus_mm: int
    minus_mm: int
    cut_mm: int

    def as_json(self) -> dict[str, Any]:
        return dict(self.__dict__)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        return cls(**kept)


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """One answered question, ready to be read by people."""

    group: Group
    value: Value


def answer(group: Group, choices: Choices) -> Value | None:
    """Return what is chosen in this group as one value: several are joined, a text is its own."""
    code = choices.get(group.code)
    if code is None:
        return None
    if group.code == ARTWORK:
        return Value(code=code, name=_("your own picture")) if code else None
    if group.kind is GroupKind.TEXT:
        return Value(code=code, name=code)
    if group.kind is GroupKind.NUMBER:
        return Value(code=code, name=f"{code} {group.unit}".strip())
    if group.kind is GroupKind.SEVERAL:
        return _joined(group, code)
    return group.value(code)


def _joined(group: Group, code: str) -> Value:
    """Return several values as one: names and phrases in a row, money, minutes and cloth added."""
    chosen = [value for value in group.values if value.code in code.split(BETWEEN)]
    return Value(
        code=code,
        name=", ".join(value.name for value in chosen) or _("None"),
        phrase=", ".join(value.phrase for value in chosen),
        price_minor=sum(value.price_minor for value in chosen),
        minutes=sum(value.minutes for value in chosen),
        cloth_mm=sum(value.cloth_mm for value in chosen),
    )


def described(model: GarmentModel, choices: Choices) -> tuple[Chosen, ...]:
    """Return every answered question in the order of the model."""
    pairs = ((group, answer(group, choices)) for group in model.groups)
    return tuple(Chosen(group=group, value=value) for group, value in pairs if value)


def by_section(model: GarmentModel, choices: Choices) -> dict[Section, tuple[Chosen, ...]]:
    rows = described(model, choices)
    return {each: tuple(r for r in rows if r.group.section is each) for each in Section}


def sentence(model: GarmentModel, choices: Choices, cloth: Cloth) -> str:
    """Say the design in one line: `Slim shirt in blue Oxford, button-down collar, barrel cuffs`."""
    fit = model.group(FIT)
    chosen_fit = answer(fit, choices) if fit else None
    opening = _(
        "%(fit)s %(garment)s in %(cloth)s",
        fit=chosen_fit.name if chosen_fit else "",
        garment=in_a_sentence(model.name),
        cloth=cloth.name[:1].lower() + cloth.name[1:],
    ).strip()
    return ", ".join([opening, *_phrases(model, choices)])


def _phrases(model: GarmentModel, choices: Choices) -> list[str]:
    """Name the first question of style, and whatever differs from what the house would take."""
    rows = [row for row in described(model, choices) if row.group.section is Section.STYLE]
    return [
        row.value.phrase
        for row in rows
        if row.value.phrase and (row is rows[0] or not _is_favourite(row))
    ]


def _is_favourite(row: Chosen) -> bool:
    return row.value.code == usual(row.group)


def missing_measures(model: GarmentModel, choices: Choices, body: Body) -> tuple[str, ...]:
    """Return the body measurements this design needs and the body lacks."""
    points = _points(model, choices)
    return tuple(dict.fromkeys(p.of for p in points if p.of not in body))


def finished(
    model: GarmentModel, choices: Choices, cloth: Cloth, body: Body
) -> tuple[Finished, ...]:
    """Return what the garment will measure, point by point.

    Raises MeasuresMissing. The layers are those of the trade: body, plus ease, is finished; the
    cut is longer by the cloth's shrinkage where that is one per cent or more.
    """
    if missing := missing_measures(model, choices, body):
        raise MeasuresMissing(missing)
    return tuple(_finished(model, choices, cloth, body, p) for p in _points(model, choices))


def _points(model: GarmentModel, choices: Choices) -> list[Point]:
    return [p for p in model.points if all_hold(p.asked_when, model, choices, None)]


def _finished(
    model: GarmentModel, choices: Choices, cloth: Cloth, body: Body, point: Point
) -> Finished:
    measured = body[point.of]
    base = _per_mille(measured.mm, point.share_per_mille)
    ease = point.ease.get(choices.get(FIT, ""), Ease())
    more = ease.mm + _per_mille(base, ease.per_mille)
    more += sum(mm for when, mm in point.adjustments if all_hold((when,), model, choices, cloth))
    return Finished(
        code=point.code,
        name=point.name,
        how=point.how,
        body_key=point.of,
        body_mm=measured.mm,
        source=str(measured.source),
        ease_mm=more,
        mm=base + more,
        plus_mm=point.plus_mm,
        minus_mm=point.minus_mm,
        cut_mm=_cut(base + more, point, cloth),
    )


def _cut(mm: int, point: Point, cloth: Cloth) -> int:
    lengthwise, widthwise = cloth.shrink_length_per_mille, cloth.shrink_width_per_mille
    shrinkage = lengthwise if point.along == "length" else widthwise
    return mm if shrinkage < IGNORED_SHRINKAGE else mm + _per_mille(mm, shrinkage)


def _per_mille(mm: int, share: int) -> int:
    exact = Decimal(mm) * share / 1000
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))
