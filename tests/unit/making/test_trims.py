"""What a garment needs beside its cloth, in words for the sheet and counted for the store."""

import pytest

from shop.catalogue.rules import (
    Condition,
    Material,
    MaterialUnit,
    Trim,
    canonical,
    house_choices,
)
from shop.making.rules import Need, bill_of_materials, made_of, quantity_in_words
from tests.builders.catalogue import a_cloth, a_model, choices, shipped_cloth, shipped_model

BUTTON = Material(code="button", name="Horn buttons", unit=MaterialUnit.PIECE)
THREAD = Material(code="thread", name="Thread", unit=MaterialUnit.MM)


@pytest.mark.parametrize(
    ("unit", "amount", "spare", "words"),
    [
        (MaterialUnit.PIECE, 1, 0, "1"),
        (MaterialUnit.PIECE, 12, 1, "12 and 1 spare"),
        (MaterialUnit.PAIR, 1, 0, "1 pair"),
        (MaterialUnit.PAIR, 2, 0, "2 pairs"),
        (MaterialUnit.SET, 1, 0, "1 set"),
        (MaterialUnit.SET, 3, 0, "3 sets"),
        (MaterialUnit.MM, 250, 0, "0.25 m"),
        (MaterialUnit.MM, 1000, 0, "1 m"),
        (MaterialUnit.MM, 76_000, 0, "76 m"),
    ],
)
def test_the_sheet_asks_for_it_in_words(
    unit: MaterialUnit, amount: int, spare: int, words: str
) -> None:
    material = Material(code="some", name="Some", unit=unit)

    assert quantity_in_words(Trim(material=material, amount=amount, spare=spare)) == words


def test_a_trim_in_words_keeps_them() -> None:
    assert quantity_in_words(Trim(name="Buttons", quantity="3 and 8")) == "3 and 8"


def test_the_bill_has_every_material_once_with_what_is_spare() -> None:
    found = (
        Trim(material=BUTTON, amount=12, spare=1),
        Trim(material=THREAD, amount=76_000),
        Trim(material=BUTTON, name="A second set", amount=12),
        Trim(name="In words", quantity="2"),
    )

    assert bill_of_materials(found) == (
        Need(material=BUTTON, quantity=25),
        Need(material=THREAD, quantity=76_000),
    )


def test_what_is_not_called_for_is_not_taken() -> None:
    wool = Condition(group="cloth", attribute="family", comparison="=", against="wool")
    model = a_model(trims=(Trim(material=BUTTON, amount=2, asked_when=(wool,)),))

    assert made_of(model, {}, a_cloth()).materials == ()
    assert made_of(model, {}, a_cloth(family="wool")).materials == (
        Need(material=BUTTON, quantity=2),
    )


def test_the_table_of_the_readme_is_right() -> None:
    model = shipped_model("shirt")
    chosen = house_choices(model) | choices("finishing=spare-buttons")

    made = made_of(model, chosen, shipped_cloth("white-poplin"))

    assert [(trim.called, quantity_in_words(trim)) for trim in made.trims] == [
        ("Collar interlining", "1"),
        ("Cuff interlining", "1 pair"),
        ("Collar stays", "1 pair"),
        ("A second set of the buttons chosen", "12"),
        ("Mother-of-pearl buttons 11 mm", "12 and 1 spare"),
        ("Sewing thread 120", "76 m"),
        ("House, size, care and fibre labels", "1 set"),
    ]
    assert [(need.code, need.quantity) for need in made.materials] == [
        ("collar-interlining", 1),
        ("cuff-interlining", 1),
        ("collar-stays", 1),
        ("button-pearl-11", 25),
        ("sewing-thread-120", 76_000),
        ("labels", 1),
    ]


def test_a_trim_of_an_old_model_is_read_and_keeps_its_digest() -> None:
    text = canonical.canonical(a_model(trims=(Trim(name="Buttons", quantity="12 and 1 spare"),)))

    assert '"trims":[{"name":"Buttons","quantity":"12 and 1 spare"}]' in text
    assert canonical.canonical(canonical.published(text, version=3)) == text
