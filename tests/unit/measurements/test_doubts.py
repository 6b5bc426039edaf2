import pytest

from shop.kernel.lengths import Unit
from shop.measurements.rules import MEASURES, Source, faults_of, read
from tests.builders.measurements import a_body

CM, INCH = Unit.CM, Unit.INCH


def only_fault(typed, unit=CM, key="chest"):
    (fault,) = faults_of({key: typed}, unit)
    return fault


def test_a_usual_value_has_no_fault():
    assert faults_of({"chest": "98", "neck": "15 1/2 in"}, CM) == ()


def test_an_empty_field_has_no_fault():
    assert faults_of({"chest": " "}, CM) == ()


def test_letters_are_refused():
    fault = only_fault("9o")

    assert fault.sentence == "That is not a length. Type a number such as 39.5 cm or 15 1/2 in."
    assert not fault.is_asked


@pytest.mark.parametrize(
    ("typed", "shown"), [("1000", "1000 cm"), ("10 000 cm", "10000 cm"), ("0", "0 cm")]
)
def test_what_cannot_be_is_refused(typed, shown):
    fault = only_fault(typed)

    assert fault.sentence == (f"A chest of {shown} cannot be. Measure again, or check the unit.")
    assert not fault.is_asked


def test_inches_typed_for_centimetres_are_asked_about():
    fault = only_fault("40")

    assert fault.sentence == "40 cm is small for a chest. Did you mean 40 inches (101.6 cm)?"
    assert fault.choices == (1016, 400)


def test_centimetres_typed_for_inches_are_asked_about():
    fault = only_fault("100", INCH)

    assert fault.sentence == ("100 in is large for a chest. Did you mean 100 cm (39 3/8 in)?")
    assert fault.choices == (1000, 2540)


def test_beyond_the_possible_the_other_unit_is_the_only_choice():
    fault = only_fault("175", INCH, "height")

    assert fault.sentence == "A height of 175 in cannot be. Did you mean 175 cm (68 7/8 in)?"
    assert fault.choices == (1750,)


def test_an_odd_value_may_be_insisted_on():
    fault = only_fault("60")

    assert fault.sentence == ("60 cm is small for a chest. Measure again, or check the unit.")
    assert fault.choices == (600,)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.key)
def test_at_the_limits_the_answer_changes(measure):
    def fault_at(mm):
        return faults_of({measure.key: f"{mm} mm"}, CM)

    assert [fault_at(mm) for mm in measure.usual] == [(), ()]
    assert all(f.is_asked for mm in measure.possible for f in fault_at(mm))
    low, high = fault_at(measure.possible[0] - 1)[0], fault_at(measure.possible[1] + 1)[0]
    assert measure.possible[0] - 1 not in low.choices
    assert measure.possible[1] + 1 not in high.choices


def test_an_answer_settles_the_question():
    asked = read({"chest": "40"}, CM)
    meant = read({"chest": "40"}, CM, answers={"chest": (400, 1016)})
    kept = read({"chest": "40"}, CM, answers={"chest": (400, 400)})

    assert (asked.changed, len(asked.faults)) == ({}, 1)
    assert (meant.changed, meant.faults) == ({"chest": 1016}, ())
    assert (kept.changed, kept.faults) == ({"chest": 400}, ())


def test_an_answer_holds_for_the_value_it_was_given_for():
    reading = read({"chest": "41"}, CM, answers={"chest": (400, 400)})

    assert [fault.typed_mm for fault in reading.faults] == [410]


def test_nothing_excuses_the_impossible():
    reading = read({"chest": "1000"}, CM, answers={"chest": (10_000, 10_000)})

    assert (reading.changed, len(reading.faults)) == ({}, 1)


def test_a_mismatch_is_asked_about_and_may_be_kept():
    typed = {"neck": "32", "chest": "120"}
    asked = read(typed, CM)
    kept = read(typed, CM, answers={"neck": (320, 320)})

    assert [(fault.key, fault.choices) for fault in asked.faults] == [("neck", (320,))]
    assert kept.faults == ()
    assert kept.changed == {"neck": 320, "chest": 1200}


def test_what_was_meant_is_compared_with_the_rest():
    reading = read({"neck": "30", "chest": "47"}, CM, answers={"chest": (470, 1194)})

    assert [(fault.key, fault.typed_mm) for fault in reading.faults] == [("neck", 300)]


def test_beside_a_value_insisted_on_nothing_is_asked():
    reading = read({"neck": "33", "chest": "40"}, CM, answers={"chest": (400, 400)})

    assert reading.faults == ()


def test_a_mismatch_with_what_was_known_is_asked_at_the_new_value():
    reading = read({"chest": "120"}, CM, known=a_body(neck=320))

    assert [fault.key for fault in reading.faults] == ["chest"]


@pytest.mark.parametrize(("typed", "unit"), [("38", CM), ("38.0 cm", INCH), ("14 15/16", INCH)])
def test_a_value_sent_back_as_shown_is_not_new(typed, unit):
    known = a_body(Source.SIZE, neck=380)

    assert read({"neck": typed}, unit, known=known).changed == {}


def test_what_was_insisted_on_once_is_not_asked_again():
    known = a_body(neck=200, chest=1000)

    assert read({"neck": "20", "chest": "100"}, CM, known=known).faults == ()
