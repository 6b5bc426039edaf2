"""What a design is in words."""

from dataclasses import dataclass
from typing import Final

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import (
    BETWEEN,
    Choices,
    Cloth,
    GarmentModel,
    Group,
    GroupKind,
    Section,
    Value,
    usual,
)
from shop.kernel.texts import gettext as _
from shop.kernel.texts import in_a_sentence

FIT: Final = "fit"
CLOTH: Final = "cloth"
NAME_MAX: Final = 80


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
