"""What is asked about a garment on the table, and what is believed."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shop.catalogue.rules import GarmentModel
from shop.designs.rules import finished
from shop.kernel.lengths import Unit, show
from shop.measurements.rules import Answer, Body, Fault, Measured, Size, SizeTable, Source, sizes
from shop.wardrobe.rules import Sheet, choices, fits, points_of, read
from tests.builders.catalogue import shipped

MODELS = {placed.model.garment: placed.model for placed in shipped().garments}
CLOTHS = {
    garment: next(each.cloth for each in shipped().cloths if garment in each.cloth.garments)
    for garment in MODELS
}
SIZES = [size for table in ("women", "men") for size in sizes(table)]
TASTE = 1000  # per mille; what follows from a share of the body may be as one likes


def a_sheet(garment: str = "shirt", fit: str = "regular", **facts: object) -> Sheet:
    model = MODELS[garment]
    made = choices(model, {"fit": fit})
    return Sheet(**{"model": model, "made": made, "unit": Unit.CM} | facts)  # type: ignore[arg-type]


def reads_of(sheet: Sheet, size: Size) -> dict[str, int]:
    """Return what the tape reads on a garment of this size, in mm on the table."""
    cut = finished(sheet.model, sheet.made, CLOTHS[sheet.model.garment], size.body)
    is_half = {point.code: bool(point.flat) for point in sheet.points}
    return {row.code: row.mm // 2 if is_half[row.code] else row.mm for row in cut}


def typed(reads: Mapping[str, int], unit: Unit = Unit.CM) -> dict[str, str]:
    return {code: show(mm, unit) for code, mm in reads.items()}


def cases() -> list[tuple[GarmentModel, str]]:
    return [(model, fit.code) for model in MODELS.values() for fit in fits(model)]


@pytest.mark.parametrize(("model", "fit"), cases(), ids=lambda each: getattr(each, "garment", each))
def test_no_garment_of_a_standard_size_is_doubted(model: GarmentModel, fit: str) -> None:
    sheet = a_sheet(model.garment, fit)

    for size in SIZES:
        assert read(typed(reads_of(sheet, size)), sheet).faults == (), size.code


def slips() -> list[tuple[str, str]]:
    return [
        (garment, point.code)
        for garment, model in MODELS.items()
        for point in points_of(model, choices(model, {}))
        if point.share_per_mille == TASTE
    ]


def caught(sheet: Sheet, size: Size, code: str, wrong: int, unit: Unit = Unit.CM) -> bool:
    """Tell whether this point alone is asked about, and the first answer puts it right."""
    right = reads_of(sheet, size)
    faults = read(typed({**right, code: wrong}, unit), sheet).faults
    if [fault.key for fault in faults] != [code] or not faults[0].choices:
        return False
    return abs(faults[0].choices[0].answer.meant - right[code]) <= 4


@pytest.mark.parametrize(("garment", "code"), slips())
def test_the_whole_girth_is_asked_about(garment: str, code: str) -> None:
    sheet = a_sheet(garment)
    point = next(each for each in sheet.points if each.code == code)

    for size in SIZES if point.flat else ():
        assert caught(sheet, size, code, 2 * reads_of(sheet, size)[code]), size.code


@pytest.mark.parametrize(("garment", "code"), slips())
def test_inches_for_centimetres_are_asked_about(garment: str, code: str) -> None:
    sheet = a_sheet(garment)

    for size in SIZES:
        assert caught(sheet, size, code, round(reads_of(sheet, size)[code] / 2.54)), size.code


def test_centimetres_for_inches_are_asked_about() -> None:
    sheet = a_sheet(unit=Unit.INCH)
    right = reads_of(sheet, SIZES[1])

    (fault,) = read({**typed(right, Unit.INCH), "chest": "50.8"}, sheet).faults

    assert fault.key == "chest"
    assert "Did you mean 50.8 cm?" in fault.sentence
    assert fault.choices[0].answer == Answer(typed=1290, meant=508)


def test_a_collar_folded_in_two_is_asked_about() -> None:
    (fault,) = read({"collar": "19.5"}, a_sheet()).faults

    meant = [choice.answer.meant for choice in fault.choices]
    assert 390 in meant
    assert meant[-1] == 195


def test_a_sheet_read_all_the_way_round_is_asked_about_at_every_girth() -> None:
    sheet = a_sheet()
    right = reads_of(sheet, SIZES[1])
    halves = {point.code for point in sheet.points if point.flat}
    doubled = {code: 2 * mm if code in halves else mm for code, mm in right.items()}

    faults = read(typed(doubled), sheet).faults

    assert {fault.key for fault in faults} == halves
    assert all(fault.choices[0].answer.meant == right[fault.key] for fault in faults)


@settings(max_examples=25)
@given(st.permutations(["collar", "chest", "waist", "sleeve", "yoke"]))
def test_the_order_does_not_matter(order: list[str]) -> None:
    sheet = a_sheet()
    right = reads_of(sheet, SIZES[2])
    words = typed({**right, "chest": 2 * right["chest"], "sleeve": round(right["sleeve"] / 2.54)})

    found = read({code: words[code] for code in order}, sheet)

    assert {fault.key for fault in found.faults} == {"chest", "sleeve"}
    assert found.finished["waist"] == 2 * right["waist"]


def test_what_is_asked_about_is_not_believed() -> None:
    found = read({"chest": "101.6", "waist": "46"}, a_sheet())

    assert found.finished == {"waist": 920}


def answered(words: str, answer: Answer) -> tuple[Mapping[str, int], tuple[Fault, ...]]:
    found = read({"chest": words, "waist": "46"}, a_sheet(), {"chest": answer})
    return found.finished, found.faults


def test_an_answer_puts_it_right() -> None:
    assert answered("101.6", Answer(typed=1016, meant=508)) == ({"chest": 1016, "waist": 920}, ())


def test_what_she_insists_on_is_kept_and_tells_nothing_of_the_rest() -> None:
    found = read({"chest": "80", "waist": "46"}, a_sheet(), {"chest": Answer(typed=800, meant=800)})

    assert (found.finished, found.faults) == ({"chest": 1600, "waist": 920}, ())
    assert found.insisted == {"chest"}


def test_an_answer_to_another_value_is_no_answer() -> None:
    finished_mm, faults = answered("101.6", Answer(typed=990, meant=495))

    assert "chest" not in finished_mm
    assert [fault.key for fault in faults] == ["chest"]


def test_nothing_excuses_the_impossible() -> None:
    _finished, faults = answered("600", Answer(typed=6000, meant=6000))

    assert [fault.key for fault in faults] == ["chest"]
    assert 6000 not in [choice.answer.meant for choice in faults[0].choices]


@pytest.mark.parametrize("words", ["wide", "-3", "0", "2000"])
def test_what_is_no_length_is_refused(words: str) -> None:
    (fault,) = read({"chest": words}, a_sheet()).faults

    assert not fault.choices


def test_empty_fields_and_points_not_asked_are_left_out() -> None:
    found = read({"chest": " ", "short-sleeve": "22", "collar": "39"}, a_sheet())

    assert (found.finished, found.faults) == ({"collar": 390}, ())


def with_chest(mm: int, source: Source = Source.TAPE) -> Body:
    return {"chest": Measured(mm=mm, source=source)}


def test_a_garment_is_compared_with_the_tape() -> None:
    (fault,) = read({"chest": "68"}, a_sheet(known=with_chest(940))).faults

    assert fault.sentence.startswith(
        "This would fit a chest of about 128 cm; all else says about 94 cm."
    )
    assert fault.choices[-1].answer == Answer(typed=680, meant=680)


def test_a_size_is_no_measure_of_anybody() -> None:
    assert read({"chest": "68"}, a_sheet(known=with_chest(940, Source.SIZE))).faults == ()


def test_a_little_looser_than_said_is_not_asked_about() -> None:
    assert read({"chest": "54"}, a_sheet(known=with_chest(940))).faults == ()


def test_what_she_said_of_herself_counts() -> None:
    facts = {"height_said": 1900, "weight": 90_000}

    small = read({"sleeve": "48"}, a_sheet(facts=facts, table=SizeTable.MEN)).faults

    assert [fault.key for fault in small] == ["sleeve"]
    assert read({"sleeve": "48"}, a_sheet()).faults == ()
