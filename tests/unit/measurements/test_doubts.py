import pytest

from shop.kernel.lengths import Unit
from shop.measurements.rules import MEASURES, Answer, SizeTable, Source, doubts_about, read
from shop.measurements.rules.typed_lengths import read_one
from tests.builders.measurements import a_body

CM, INCH = Unit.CM, Unit.INCH


def lengths_of(reading):
    return {key: value.mm for key, value in reading.changed.items()}


def meant(typed, mm, **other):
    return Answer(typed=typed, meant=mm, **other)


def offered(fault):
    return [choice.answer.meant for choice in fault.choices]


def faults_of(typed, unit):
    """Return what is wrong with each value by itself."""
    found = (read_one(key, words, unit)[1] for key, words in typed.items())
    return tuple(fault for fault in found if fault)


def only_fault(typed, unit=CM, key="chest"):
    (fault,) = faults_of({key: typed}, unit)
    return fault


def test_a_usual_value_has_no_fault():
    assert faults_of({"chest": "98", "neck": "15 1/2 in"}, CM) == ()


@pytest.mark.parametrize(
    ("typed", "mm"), [("5'6\"", 1676), ("5 ft 6", 1676), ("1.68 m", 1680), ("66 in", 1676)]
)
def test_a_height_on_the_tape_is_read_as_people_say_it(typed, mm):
    reading = read({"height": typed}, CM)

    assert (lengths_of(reading), reading.faults) == ({"height": mm}, ())


def test_an_empty_field_has_no_fault():
    assert read({"chest": " "}, CM).faults == ()


def test_letters_are_refused():
    fault = only_fault("9o")

    assert fault.sentence == "That is not a length. Type a number such as 39.5 cm or 15 1/2 in."
    assert not fault.choices


@pytest.mark.parametrize(
    ("typed", "shown"), [("1000", "1000 cm"), ("10 000 cm", "10000 cm"), ("0", "0 cm")]
)
def test_what_cannot_be_is_refused(typed, shown):
    fault = only_fault(typed)

    assert fault.sentence == (f"A chest of {shown} cannot be. Measure again, or check the unit.")
    assert not fault.choices


def test_inches_typed_for_centimetres_are_asked_about():
    fault = only_fault("40")

    assert fault.sentence == "40 cm is small for a chest. Did you mean 40 inches (101.6 cm)?"
    assert offered(fault) == [1016, 400]


def test_centimetres_typed_for_inches_are_asked_about():
    fault = only_fault("100", INCH)

    assert fault.sentence == ("100 in is large for a chest. Did you mean 100 cm (39 3/8 in)?")
    assert offered(fault) == [1000, 2540]


def test_beyond_the_possible_the_other_unit_is_the_only_choice():
    fault = only_fault("175", INCH, "height")

    assert fault.sentence == "A height of 175 in cannot be. Did you mean 175 cm (68 7/8 in)?"
    assert offered(fault) == [1750]


def test_an_odd_value_may_be_insisted_on():
    fault = only_fault("130", key="height")

    assert fault.sentence == "130 cm is small for a height. Measure again, or check the unit."
    assert offered(fault) == [1300]


def test_alone_half_a_girth_is_asked_about():
    assert offered(only_fault("60")) == [1200, 600]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.key)
def test_at_the_limits_the_answer_changes(measure):
    def fault_at(mm):
        return faults_of({measure.key: f"{mm} mm"}, CM)

    assert [fault_at(mm) for mm in measure.usual] == [(), ()]
    assert all(f.choices for mm in measure.possible for f in fault_at(mm))
    low, high = fault_at(measure.possible[0] - 1)[0], fault_at(measure.possible[1] + 1)[0]
    assert measure.possible[0] - 1 not in offered(low)
    assert measure.possible[1] + 1 not in offered(high)


def test_an_answer_settles_the_question():
    asked = read({"chest": "40"}, CM)
    converted = read({"chest": "40"}, CM, answers={"chest": meant(400, 1016)})
    kept = read({"chest": "40"}, CM, answers={"chest": meant(400, 400)})

    assert (asked.changed, len(asked.faults)) == ({}, 1)
    assert (lengths_of(converted), converted.faults) == ({"chest": 1016}, ())
    assert (lengths_of(kept), kept.faults) == ({"chest": 400}, ())


def test_an_answer_holds_for_the_value_it_was_given_for():
    reading = read({"chest": "41"}, CM, answers={"chest": meant(400, 400)})

    assert [fault.choices[0].answer.typed for fault in reading.faults] == [410]


def test_nothing_excuses_the_impossible():
    reading = read({"chest": "1000"}, CM, answers={"chest": meant(10_000, 10_000)})

    assert (reading.changed, len(reading.faults)) == ({}, 1)


def test_what_is_kept_is_marked_as_insisted_on():
    kept = read({"chest": "40"}, CM, answers={"chest": meant(400, 400)})
    converted = read({"chest": "40"}, CM, answers={"chest": meant(400, 1016)})

    assert (kept.changed["chest"].insisted, converted.changed["chest"].insisted) == (True, False)


WOMAN = {"height": "168", "chest": "94", "waist": "78", "seat": "100", "neck": "33"}


def asked_of(changes, unit=CM, table=SizeTable.WOMEN, **more):
    reading = read(WOMAN | changes, unit, table=table, **more)
    return {fault.key: fault for fault in reading.faults}


def test_a_whole_sheet_that_goes_together_is_not_asked_about():
    assert asked_of({}) == {}


def test_half_a_girth_is_taken_for_a_flat_width():
    (fault,) = asked_of({"seat": "50"}).values()

    assert fault.key == "seat"
    assert "Is it half of the girth? All the way round it would be 100 cm." in fault.sentence
    assert offered(fault) == [1000, 500]


def test_inches_among_centimetres_are_found_by_the_rest():
    (fault,) = asked_of({"neck": "13"}).values()

    assert fault.sentence == "13 cm is small for a neck. Did you mean 13 inches (33 cm)?"
    assert offered(fault) == [330, 130]


def test_swapped_values_are_asked_about_once_and_put_right_together():
    swapped = {"chest": "78", "waist": "94"}
    ((key, fault),) = asked_of(swapped).items()

    assert fault.sentence == "Your chest and your waist look swapped."
    assert fault.choices[0].words == "Swap them: chest 94 cm, waist 78 cm"
    reading = read(
        WOMAN | swapped, CM, table=SizeTable.WOMEN, answers={key: fault.choices[0].answer}
    )
    assert reading.faults == ()
    assert (lengths_of(reading)["chest"], lengths_of(reading)["waist"]) == (940, 780)
    assert not any(value.insisted for value in reading.changed.values())


def test_transposed_digits_are_put_back():
    (fault,) = asked_of({"seat": "130"}).values()

    assert fault.sentence == (
        "130 cm is large for a seat. Have two digits changed places? Did you mean 103 cm?"
    )
    assert offered(fault) == [1030, 1300]


def test_what_is_just_odd_is_compared_with_most_people():
    (fault,) = asked_of({"neck": "45"}).values()

    assert fault.sentence == (
        "Most people with your chest have a neck of 30–35 cm. Yours says 45 – measure again?"
    )
    assert offered(fault) == [450]


def test_a_mismatch_may_be_kept_and_asks_nothing_more():
    kept = read(
        WOMAN | {"neck": "45"}, CM, table=SizeTable.WOMEN, answers={"neck": meant(450, 450)}
    )

    assert kept.faults == ()
    assert kept.changed["neck"].insisted


def test_what_was_meant_is_compared_with_the_rest():
    reading = read({"neck": "24", "chest": "47"}, CM, answers={"chest": meant(470, 1194)})

    assert [fault.key for fault in reading.faults] == ["neck"]


def test_a_value_known_before_that_is_shown_wrong_is_asked_about_at_the_new_one():
    known = a_body(height=1680, waist=780, seat=1000, thigh=580, chest=490)

    (fault,) = read({"neck": "33"}, CM, known=known, table=SizeTable.WOMEN).faults

    assert fault.key == "neck"
    assert fault.sentence.startswith("This does not go with your chest of 49 cm.")
    put_right = fault.choices[0].answer
    assert (put_right.other, put_right.other_mm) in {("chest", 980), ("chest", 940)}


def test_estimates_and_sizes_are_no_evidence_against_the_tape():
    known = a_body(Source.ESTIMATE, chest=1300, waist=1250, seat=1300)

    assert read({"neck": "33"}, CM, known=known, table=SizeTable.WOMEN).faults == ()


def test_a_body_kept_before_is_looked_at_as_a_whole():
    fine, odd = a_body(height=1680, chest=940, waist=780), a_body(chest=940, waist=390)

    assert doubts_about(fine, table=SizeTable.WOMEN) == ()
    assert [fault.key for fault in doubts_about(odd, table=SizeTable.WOMEN)] == ["waist"]


@pytest.mark.parametrize(("typed", "unit"), [("38", CM), ("38.0 cm", INCH), ("14 15/16", INCH)])
def test_a_value_sent_back_as_shown_is_not_new(typed, unit):
    known = a_body(Source.SIZE, neck=380)

    assert read({"neck": typed}, unit, known=known).changed == {}


def test_what_was_insisted_on_once_is_not_asked_again():
    known = a_body(neck=200, chest=1000)

    assert read({"neck": "20", "chest": "100"}, CM, known=known).faults == ()
