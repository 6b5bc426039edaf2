"""What a picture shows in words, for those who do not see it. Pure."""

from collections.abc import Collection, Iterator
from typing import Final

from shop.catalogue.rules import Choices, Cloth, GarmentModel, GroupKind
from shop.designs.rules import FIT, Chosen, answer, described
from shop.kernel.texts import gettext as _
from shop.kernel.texts import in_a_sentence

LONGEST: Final = 249  # characters: readers cut what is longer
NOTHING: Final = "none"  # the answer that leaves something out


def alt_text(
    model: GarmentModel, choices: Choices, cloth: Cloth, *, view: str, seen: Collection[str]
) -> str:
    """Say in one sentence what the picture shows; `seen` are the questions that show in it.

    When it grows too long, what the house would take anyway is left out first.
    """
    name = cloth.name[:1].lower() + cloth.name[1:]
    if view == "cloth":
        return _("%(cloth)s, the cloth close up.", cloth=cloth.name)
    fit = model.group(FIT)
    chosen_fit = answer(fit, choices) if fit else None
    opening = _(
        "%(fit)s %(garment)s in %(cloth)s",
        fit=chosen_fit.name if chosen_fit else "",
        garment=in_a_sentence(model.name),
        cloth=name,
    ).strip()
    front_or_back = _("back view") if view == "back" else _("front view")
    rows = [row for row in described(model, choices) if row.group.code in seen]
    details = [(_is_favourite(row), words) for row in rows for words in _words(row, model, choices)]
    return _shortened([opening, front_or_back], details)


def _words(row: Chosen, model: GarmentModel, choices: Choices) -> Iterator[str]:
    """Yield the answer, and the letters that hang on it, to be spelt and not read as a word."""
    is_typed = row.group.kind is GroupKind.TEXT and row.value.name == row.value.code
    if row.group.code == FIT or row.value.code == NOTHING or is_typed:
        return
    yield row.value.phrase or row.value.name
    for group in model.groups:
        letters = choices.get(group.code, "")
        if group.kind is GroupKind.TEXT and group.code.startswith(f"{row.group.code}-") and letters:
            yield _("letters %(letters)s", letters=" ".join(letters.replace(" ", "")))


def _is_favourite(row: Chosen) -> bool:
    ranks = [value.rank for value in row.group.values]
    return bool(ranks) and row.value.rank == min(ranks)


def _shortened(opening: list[str], details: list[tuple[bool, str]]) -> str:
    while True:
        said = ", ".join([*opening, *(words for _usual, words in details)])
        if len(said) < LONGEST or not details:
            return f"{said}."
        usual = [place for place, (is_usual, _words) in enumerate(details) if is_usual]
        details = [each for i, each in enumerate(details) if i != (usual or [len(details) - 1])[-1]]
