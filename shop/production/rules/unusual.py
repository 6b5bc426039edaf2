"""What is unusual about a piece: what a hand that has made a thousand of them would get wrong."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from shop.catalogue.rules.vocabulary import MATCHED
from shop.designs.rules import IGNORED_SHRINKAGE, Finished
from shop.kernel.texts import gettext as _
from shop.measurements.rules import Shoulders, Stance
from shop.production.rules.piece import Piece
from shop.production.rules.spec import Option

USUAL: Final = "usual"
POSTURES: Final[Mapping[str, type[Shoulders | Stance]]] = {
    "shoulders": Shoulders,
    "stance": Stance,
}


def unusual(
    piece: Piece, options: Mapping[str, Option], monogram: frozenset[str]
) -> tuple[str, ...]:
    """Return a line for each thing to notice, the gravest first."""
    return (
        *_about_measures(piece),
        *_about_monogram(options, monogram),
        *_about_cloth(piece),
        *_about_choices(options, monogram),
    )


def _about_measures(piece: Piece) -> Iterator[str]:
    if insisted := [each for each in piece.finished if each.insisted and not each.like]:
        yield _(
            "Looked wrong to us, the customer says it is right: %(points)s.",
            points=_names(insisted),
        )
    yield from _about_guesses(piece)
    yield from _about_posture(piece)
    for garment in dict.fromkeys(each.like for each in piece.finished if each.like):
        like = [each for each in piece.finished if each.like == garment]
        yield _(
            "Made after «%(garment)s», which fits: %(points)s.",
            garment=garment,
            points=_names(like),
        )


def _about_guesses(piece: Piece) -> Iterator[str]:
    guessed = [each for each in piece.finished if each.is_guess]
    if guessed and all(each.confirmed for each in guessed):
        yield _(
            "Estimated, not measured: %(points)s. The customer confirmed each value.",
            points=_names(guessed),
        )
    elif guessed:
        yield _(
            "Estimated, not measured: %(points)s. The customer confirmed the finished values.",
            points=_names(guessed),
        )


def _about_posture(piece: Piece) -> Iterator[str]:
    """Yield how she stands, if that is unusual; a word of a later time is left out."""
    said = [
        kinds(kept).label
        for name, kinds in POSTURES.items()
        if (kept := piece.posture.get(name, USUAL)) != USUAL and kept in set(kinds)
    ]
    if said:
        yield _("Posture: %(words)s.", words=", ".join(said))


def _names(points: Sequence[Finished]) -> str:
    return ", ".join(each.name for each in points).lower()


def _about_monogram(options: Mapping[str, Option], monogram: frozenset[str]) -> Iterator[str]:
    rows = [option for code, option in options.items() if code in monogram]
    if any(not row.code for row in rows):
        words = ", ".join(f"«{row.value}»" if not row.code else row.value.lower() for row in rows)
        yield _("Monogram: %(words)s.", words=words)


def _about_cloth(piece: Piece) -> Iterator[str]:
    cloth = piece.cloth
    if piece.reserved is None:
        yield _("No roll is kept for this piece: ask before cutting.")
    if cloth.width_mm < piece.model.cloth_width_mm:
        yield _(
            "Narrow cloth: %(width)s cm instead of %(usual)s cm.",
            width=cloth.width_mm // 10,
            usual=piece.model.cloth_width_mm // 10,
        )
    if cloth.pattern in MATCHED and cloth.repeat_mm:
        yield _(
            "Match the %(pattern)s: repeat %(mm)s mm.", pattern=cloth.pattern, mm=cloth.repeat_mm
        )
    if max(cloth.shrink_length_per_mille, cloth.shrink_width_per_mille) >= IGNORED_SHRINKAGE:
        yield _(
            "Shrinks %(length)s %% in length, %(width)s %% in width: cut by the cut layer.",
            length=cloth.shrink_length_per_mille / 10,
            width=cloth.shrink_width_per_mille / 10,
        )


def _about_choices(options: Mapping[str, Option], monogram: frozenset[str]) -> Iterator[str]:
    for code, option in options.items():
        if code not in monogram and not option.is_house:
            yield _("%(question)s: %(answer)s.", question=option.group, answer=option.value)
