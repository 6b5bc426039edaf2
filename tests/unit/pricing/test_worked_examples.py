"""The examples of the README of pricing, to the cent."""

from shop.catalogue.rules import house_choices
from shop.kernel.money import Money
from shop.making.rules import cloth_mm
from shop.pricing.rules import Quote, quote
from tests.builders.catalogue import choices, shipped_cloth, shipped_model


def a_quote(garment: str, cloth_code: str, words: str) -> Quote:
    model, cloth = shipped_model(garment), shipped_cloth(cloth_code)
    chosen = {**house_choices(model), **choices(words)}
    needed = cloth_mm(model, chosen, cloth)
    return quote(model, chosen, cloth, currency="EUR", cloth_mm=needed, locale="en_GB")


def told(each: Quote) -> list[tuple[str, str, int]]:
    return [(line.name, line.note, line.amount.minor) for line in each.lines]


def test_a_house_shirt_costs_its_making_and_its_cloth() -> None:
    each = a_quote("shirt", "white-poplin", "")

    assert told(each) == [
        ("Making", "", 11200),
        ("White poplin", "1.45 m at €24 a metre", 3480),
    ]
    assert each.total == Money(14680, "EUR")


def test_every_choice_that_costs_has_its_line() -> None:
    each = a_quote(
        "shirt", "bengal-stripe-poplin", "collar=band cuff=french monogram=cuff monogram-text=AB"
    )

    assert told(each) == [
        ("Making", "", 11200),
        ("Bengal stripe poplin", "1.5 m at €27 a metre", 4050),
        ("Band collar", "", -400),
        ("French cuffs", "", 1200),
        ("Monogram on the left cuff", "", 1000),
    ]
    assert each.total == Money(17050, "EUR")


def test_an_answer_to_a_question_no_longer_asked_costs_nothing() -> None:
    each = a_quote("shirt", "white-poplin", "cuff=french sleeve=short")

    assert [line.code for line in each.lines] == ["making", "cloth", "sleeve/short"]
    assert each.lines[2].amount == Money(-800, "EUR")
