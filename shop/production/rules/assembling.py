"""Where a sheet gets its rows: from what was bought to what the workshop reads. Pure.

Asked once, when a piece is born, and again for each later revision; pages and paper read what was
kept (`queries.sheet_of`).
"""

from collections.abc import Mapping
from typing import Final

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import (
    GarmentModel,
    Group,
    GroupKind,
    Section,
    asked,
    house_choices,
)
from shop.catalogue.rules.vocabulary import care_in_words
from shop.designs.rules import Finished, answer
from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy
from shop.making.rules import made_of, quantity_in_words
from shop.production.rules.origins import parts_of, source_of
from shop.production.rules.piece import Piece
from shop.production.rules.spec import ClothToCut, Drawn, Head, Option, Part, Spec, SpecPoint, Task
from shop.production.rules.unusual import unusual

SECTIONS: Final[Mapping[Section, str]] = {
    Section.CLOTH: lazy("Cloth"),
    Section.STYLE: lazy("Style"),
    Section.DETAILS: lazy("Details"),
    Section.FIT: lazy("Fit"),
}
NOTHING: Final = "none"  # the answer that leaves something out


def assembled(piece: Piece, head: Head) -> Spec:
    """Return the whole spec of the piece."""
    options = {group.code: _option(group, piece) for group in _answered(piece)}
    monogram = _monogram_codes(piece.model)
    made = made_of(piece.model, piece.choices, piece.cloth)
    return Spec(
        head=head,
        unusual=unusual(piece, options, monogram),
        cloth=_cloth(piece),
        sections=_sections(piece, options, monogram),
        monogram=tuple(option for code, option in options.items() if code in monogram),
        points=tuple(_point(each) for each in piece.finished),
        parts=tuple(
            Part(name=trim.called, quantity=quantity_in_words(trim)) for trim in made.trims
        ),
        tasks=tuple(
            Task(name=each.name, stage=str(each.stage.label), minutes=each.minutes)
            for each in made.tasks
        ),
        note=piece.note,
        drawn=Drawn(
            garment=piece.model.garment, choices=piece.choices, words=tuple(answers(piece).items())
        ),
    )


def answers(piece: Piece) -> dict[str, str]:
    """Return what was chosen in words, by question: what there is, not what there is not."""
    chosen = {group.code: answer(group, piece.choices) for group in _answered(piece)}
    return {
        code: value.phrase or value.name
        for code, value in chosen.items()
        if value and value.code != NOTHING
    }


def _answered(piece: Piece) -> list[Group]:
    questions = asked(piece.model, piece.choices, piece.cloth)
    return [
        group
        for group in questions
        if group.code in piece.choices and group.kind is not GroupKind.CLOTH
    ]


def _option(group: Group, piece: Piece) -> Option:
    code = piece.choices[group.code]
    if group.code == ARTWORK:
        words = _("the customer's own picture") if code else _("no picture")
        return Option(group=group.name, value=words, code=code, is_house=not code)
    if group.kind is GroupKind.TEXT:
        return Option(group=group.name, value=code, code="", is_house=False)
    value = answer(group, piece.choices)
    is_house = house_choices(piece.model).get(group.code) == code
    return Option(
        group=group.name, value=value.name if value else code, code=code, is_house=is_house
    )


def _monogram_codes(model: GarmentModel) -> frozenset[str]:
    """Return the groups that say what is stitched: a text, and those named like it."""
    texts = {group.code for group in model.groups if group.kind is GroupKind.TEXT} - {ARTWORK}
    words = {_word(code) for code in texts}
    return frozenset(group.code for group in model.groups if _word(group.code) in words)


def _word(code: str) -> str:
    return code.replace("_", "-").partition("-")[0]


def _sections(
    piece: Piece, options: dict[str, Option], monogram: frozenset[str]
) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    by_section = {
        section: tuple(
            options[group.code]
            for group in piece.model.groups
            if group.section is section and group.code in options and group.code not in monogram
        )
        for section in Section
    }
    return tuple((str(SECTIONS[section]), rows) for section, rows in by_section.items() if rows)


def _cloth(piece: Piece) -> ClothToCut:
    cloth, reserved = piece.cloth, piece.reserved
    return ClothToCut(
        name=cloth.name,
        mill=cloth.mill,
        article=cloth.article,
        weave=cloth.weave,
        pattern=cloth.pattern,
        colour=cloth.colour,
        repeat_mm=cloth.repeat_mm,
        weight_gsm=cloth.weight_gsm,
        width_mm=cloth.width_mm,
        shrink_length_per_mille=cloth.shrink_length_per_mille,
        shrink_width_per_mille=cloth.shrink_width_per_mille,
        composition=cloth.composition,
        care=tuple(zip(cloth.care, care_in_words(cloth.care), strict=True)),
        mm=reserved.mm if reserved else piece.cloth_mm,
        roll=reserved.roll if reserved else "",
        dye_lot=reserved.dye_lot if reserved else "",
    )


def _point(each: Finished) -> SpecPoint:
    return SpecPoint(
        code=each.code,
        name=each.name,
        how=each.how,
        body_mm=each.body_mm,
        ease_mm=each.ease_mm,
        mm=each.mm,
        plus_mm=each.plus_mm,
        minus_mm=each.minus_mm,
        cut_mm=each.cut_mm,
        source=source_of(each),
        is_doubtful=each.is_guess or each.insisted,
        ease=parts_of(each.ease_parts),
        cut=parts_of(each.cut_parts),
    )
