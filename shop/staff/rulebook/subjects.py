"""What a condition can be about: every question, its attributes, the cloth's, the wearer's."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shop.catalogue.rules import BODY, NONE, Attribute, GarmentModel, Group, GroupKind
from shop.catalogue.rules.wording import attribute_name, unit_of, value_name
from shop.kernel.texts import gettext as _
from shop.measurements.rules import MEASURES

_SINGLE: Final = {GroupKind.CHOICE, GroupKind.COLOUR, GroupKind.CLOTH}


class Answer(StrEnum):
    """What a subject is compared with."""

    VALUES = "values"
    WORD = "word"
    NUMBER = "number"


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A line of the form's list. `group` and `attribute` are as in a condition."""

    group: str
    attribute: str
    name: str
    heading: str
    answer: Answer
    values: tuple[tuple[str, str], ...] = ()  # codes or words, with their names
    unit: str = ""
    is_several: bool = False
    adds_up: bool = False  # it can stand in a sum, or be matched with another

    @property
    def key(self) -> str:
        return f"{self.group}.{self.attribute}" if self.attribute else self.group


def subjects_of(model: GarmentModel) -> dict[str, Subject]:
    """Return by its key all that a rule of this garment can ask for, in the form's order.

    Give the model with its cloths: they have the attributes that can be asked for.
    """
    found = [*_questions(model), *_attributes(model), *_measures()]
    return {each.key: each for each in found}


def _questions(model: GarmentModel) -> Iterator[Subject]:
    for group in model.groups:
        if group.kind in {GroupKind.NUMBER, GroupKind.TEXT}:
            attribute = "number" if group.kind is GroupKind.NUMBER else "length"
            name = (
                group.name
                if attribute == "number"
                else _("%(group)s: its length", group=group.name)
            )
            unit = unit_of(model, group.code, attribute)
            yield Subject(
                group=group.code,
                attribute=attribute,
                name=name,
                heading=_("Questions"),
                answer=Answer.NUMBER,
                unit=unit,
            )
        else:
            yield Subject(
                group=group.code,
                attribute="",
                name=group.name,
                heading=_("Questions"),
                answer=Answer.VALUES,
                values=_values(group),
                is_several=group.kind is GroupKind.SEVERAL,
            )


def _values(group: Group) -> tuple[tuple[str, str], ...]:
    values = tuple((value.code, value.name) for value in group.values)
    if group.kind is GroupKind.SEVERAL and NONE not in {code for code, _name in values}:
        return (*values, (NONE, value_name(group, NONE)))
    return values


def _attributes(model: GarmentModel) -> Iterator[Subject]:
    for group in model.groups:
        known: dict[str, set[Attribute]] = {}
        for value in group.values:
            for code, attribute in value.attributes.items():
                known.setdefault(code, set()).add(attribute)
        for code, found in known.items():
            words = sorted(str(each) for each in found if isinstance(each, str))
            yield Subject(
                group=group.code,
                attribute=code,
                name=f"{group.name}: {attribute_name(code)}",
                heading=_("Their attributes"),
                answer=Answer.WORD if words else Answer.NUMBER,
                values=tuple((word, word) for word in words),
                unit=unit_of(model, group.code, code),
                adds_up=group.kind in _SINGLE,
            )


def _measures() -> Iterator[Subject]:
    for each in MEASURES:
        yield Subject(
            group=BODY,
            attribute=each.key,
            name=str(each.name),
            heading=_("The wearer"),
            answer=Answer.NUMBER,
            unit="cm",
        )
