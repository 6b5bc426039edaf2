from dataclasses import replace
from datetime import date, timedelta

import pytest

from shop.fitting.rules import FitVerdict, Hint, Since, outcome
from shop.measurements.rules import Heard, Layer, Measured, Source, Why
from shop.measurements.rules.reminders import Weighed
from tests.builders.fitting import (
    CHEST,
    DELIVERED,
    JULY,
    MAY,
    NECK,
    SLEEVE,
    a_wearer_of,
    a_worn,
    decided,
    told,
)

LONG, SHORT, TIGHT, LOOSE, RIGHT = (
    FitVerdict.LONG,
    FitVerdict.SHORT,
    FitVerdict.TIGHT,
    FitVerdict.LOOSE,
    FitVerdict.RIGHT,
)
HEIGHT = replace(SLEEVE, code="back", of="back_length", body_mm=450, mm=740, per_mille=1640)


def proposed(*garments, wearer=None):
    return outcome(garments, wearer or a_wearer_of(), now=JULY).proposed


def hints(*garments, wearer=None, now=JULY):
    return [note.hint for note in outcome(garments, wearer or a_wearer_of(), now=now).notes]


def trousers(*points, **told_):
    return a_worn(
        *points,
        told=told_,
        line="trousers-1",
        garment="trousers",
        name="Trousers",
        ordered_on=date(2026, 5, 4),
        made_at=MAY + timedelta(days=1),
    )


def later(*points, **told_):
    """A second shirt, made a month after the first."""
    return a_worn(
        *points,
        told=told_,
        line="shirt-2",
        made_at=MAY + timedelta(days=30),
        delivered_at=DELIVERED + timedelta(days=10),
    )


def test_nothing_said_proposes_nothing():
    assert proposed(a_worn()) == ()


def test_an_estimated_arm_is_corrected_where_the_sleeve_is_long():
    [one] = proposed(a_worn(told={"sleeve": told(LONG, 10)}))

    assert (one.layer, one.garment, one.point, one.mm) == (Layer.BODY, "", "arm_length", -10)
    assert one.reason.why is Why.GUESSED
    assert (one.reason.was_mm, one.reason.low, one.reason.high) == (613, 593, 613)
    assert [each.line for each in one.reason.heard] == ["shirt-1"]


@pytest.mark.parametrize("source", [Source.ESTIMATE, Source.SIZE, Source.GARMENT])
def test_whatever_was_not_measured_is_the_bodys(source):
    sleeve = replace(SLEEVE, source=source)

    [one] = proposed(a_worn(sleeve, told={"sleeve": told(SHORT, 15)}), wearer=a_wearer_of(sleeve))

    assert (one.layer, one.mm) == (Layer.BODY, 15)


def test_the_body_gets_its_share_of_what_the_point_is_off():
    neck = replace(NECK, source=Source.ESTIMATE)

    [one] = proposed(a_worn(neck, told={"collar": told(TIGHT, 20)}), wearer=a_wearer_of(neck))

    assert (one.point, one.mm) == ("neck", 20)  # 20 / 1.02, in whole mm


def test_a_measured_chest_stays_and_the_ease_changes():
    [one] = proposed(a_worn(told={"chest": told(TIGHT, 20)}))

    assert (one.layer, one.garment, one.point, one.mm) == (Layer.EASE, "shirt", "chest", 20)
    assert (one.reason.why, one.reason.was_mm) == (Why.WORN, 1060)


def test_a_point_that_hangs_on_the_cut_changes_the_ease_even_of_a_guess():
    [one] = proposed(a_worn(HEIGHT, told={"back": told(LONG, 20)}), wearer=a_wearer_of(HEIGHT))

    assert (one.layer, one.mm, one.reason.why) == (Layer.EASE, -20, Why.PARTLY)


def test_a_garment_made_like_another_changes_the_ease():
    followed = replace(SLEEVE, is_followed=True, body_mm=0)
    wearer = replace(a_wearer_of(), followed=frozenset({("shirt", "sleeve")}))
    worn = a_worn(followed, told={"sleeve": told(LONG, 10)})

    [one] = proposed(worn, wearer=wearer)

    assert (one.layer, one.mm, one.reason.why) == (Layer.EASE, -10, Why.FOLLOWED)
    assert proposed(worn) == ()
    assert hints(worn) == [Hint.NOT_FOLLOWED]


def test_the_ease_of_what_is_made_like_another_by_now_waits():
    wearer = replace(a_wearer_of(), followed=frozenset({("shirt", "chest")}))
    worn = a_worn(told={"chest": told(TIGHT, 20)})

    assert proposed(worn, wearer=wearer) == ()
    assert hints(worn, wearer=wearer) == [Hint.FOLLOWED_NOW]


def test_what_lies_straight_across_is_wide_or_narrow():
    yoke = replace(SLEEVE, code="yoke", name="Yoke", of="shoulder_width", body_mm=400, mm=440)

    [one] = proposed(a_worn(yoke, told={"yoke": told(SHORT, 10)}), wearer=a_wearer_of(yoke))

    assert [each.said for each in one.reason.heard] == ["narrow"]


def test_what_came_with_the_wash_is_the_cut_of_this_cloth():
    [one] = proposed(a_worn(told={"sleeve": told(SHORT, 10, since=Since.WASH)}))

    assert one.place == (Layer.CUT, "shirt", "sleeve", "oxford")
    assert (one.mm, one.reason.why) == (10, Why.WASHED)


def test_two_weeks_after_the_parcel_it_is_too_early_to_tell_of_washes():
    worn = a_worn(told={"sleeve": told(SHORT, 10, since=Since.WASH)})
    just = DELIVERED + timedelta(days=14)

    assert hints(worn, now=just - timedelta(seconds=1)) == [Hint.WASH_FIRST]
    assert hints(worn, now=just) == []


def test_six_centimetres_may_be_corrected_and_no_more():
    assert proposed(a_worn(told={"chest": told(TIGHT, 60)}))[0].mm == 60
    assert hints(a_worn(told={"chest": told(TIGHT, 61)})) == [Hint.SEND_BACK]
    assert proposed(a_worn(told={"chest": told(TIGHT, 61)})) == ()


def test_a_body_that_was_measured_anew_is_followed_and_not_corrected():
    wearer = a_wearer_of()
    body = {**wearer.body, "arm_length": Measured(mm=600, source=Source.TAPE)}
    worn = a_worn(told={"sleeve": told(LONG, 10)})

    assert proposed(worn, wearer=replace(wearer, body=body)) == ()
    assert hints(worn, wearer=replace(wearer, body=body)) == [Hint.MEASURED_SINCE]


def test_a_guess_that_was_measured_and_right_becomes_the_ease():
    wearer = a_wearer_of()
    body = {**wearer.body, "arm_length": Measured(mm=613, source=Source.TAPE)}

    [one] = proposed(a_worn(told={"sleeve": told(LONG, 10)}), wearer=replace(wearer, body=body))

    assert one.layer is Layer.EASE


def test_after_a_change_of_weight_girths_wait_and_lengths_do_not():
    weighed = (Weighed(g=62_000, at=MAY - timedelta(days=30)), Weighed(g=66_000, at=JULY))
    wearer = replace(a_wearer_of(), weighed=weighed)
    worn = a_worn(told={"chest": told(TIGHT, 20), "sleeve": told(LONG, 10)})

    assert [each.point for each in proposed(worn, wearer=wearer)] == ["arm_length"]
    assert hints(worn, wearer=wearer) == [Hint.WEIGHT_CHANGED]


def test_what_fits_makes_a_guess_surer():
    sleeve = Measured(mm=613, source=Source.ESTIMATE, low=580, high=646)
    wearer = replace(a_wearer_of(), body={"arm_length": sleeve})

    [one] = proposed(a_worn(told={"sleeve": told(RIGHT)}), wearer=wearer)

    assert (one.layer, one.point, one.mm) == (Layer.BODY, "arm_length", 0)
    assert (one.reason.why, one.reason.low, one.reason.high) == (Why.CONFIRMED, 603, 623)


def test_an_interval_never_grows():
    sleeve = Measured(mm=613, source=Source.ESTIMATE, low=609, high=617)
    wearer = replace(a_wearer_of(), body={"arm_length": sleeve})

    [one] = proposed(a_worn(told={"sleeve": told(LONG, 10)}), wearer=wearer)

    assert (one.reason.low, one.reason.high) == (599, 607)


def test_what_fits_and_was_measured_teaches_nothing():
    assert proposed(a_worn(told={"chest": told(RIGHT)})) == ()


def test_two_kinds_that_say_the_same_correct_what_was_measured():
    waist = replace(CHEST, code="waist", of="waist", body_mm=800, mm=936, per_mille=1170)
    band = replace(CHEST, code="waist", of="waist", body_mm=800, mm=822)
    shirt = a_worn(waist, told={"waist": told(TIGHT, 30)})

    [one] = proposed(shirt, trousers(band, waist=told(TIGHT, 20)), wearer=a_wearer_of(waist))

    assert (one.layer, one.point, one.mm) == (Layer.BODY, "waist", 20)
    assert one.reason.why is Why.TWO_KINDS
    assert [each.line for each in one.reason.heard] == ["shirt-1", "trousers-1"]


def test_two_kinds_replace_the_ease_that_one_of_them_was_given():
    waist = replace(CHEST, code="waist", of="waist", body_mm=800, mm=822)
    wearer = replace(a_wearer_of(waist), decided=(decided(Layer.EASE, "waist", 30),))
    shirt = a_worn(waist, told={"waist": told(TIGHT, 30)})

    [one] = proposed(shirt, trousers(waist, waist=told(TIGHT, 20)), wearer=wearer)

    assert one.reason.replaces == ("c-1",)


def test_two_kinds_that_say_the_contrary_each_change_their_own_ease():
    waist = replace(CHEST, code="waist", of="waist", body_mm=800, mm=822)
    shirt = a_worn(waist, told={"waist": told(TIGHT, 30)})

    made = proposed(shirt, trousers(waist, waist=told(LOOSE, 20)), wearer=a_wearer_of(waist))

    assert [(each.place, each.mm) for each in made] == [
        ((Layer.EASE, "shirt", "waist", ""), 30),
        ((Layer.EASE, "trousers", "waist", ""), -20),
    ]


def test_points_of_one_measure_that_disagree_change_the_ease():
    hem = replace(SLEEVE, code="hem", name="Hem")
    worn = a_worn(SLEEVE, hem, told={"sleeve": told(LONG, 10), "hem": told(RIGHT)})

    [one] = proposed(worn)

    assert (one.layer, one.point, one.reason.why) == (Layer.EASE, "sleeve", Why.CONTRARY)


def test_points_of_one_measure_that_agree_change_it_by_the_less():
    hem = replace(SLEEVE, code="hem", name="Hem")
    worn = a_worn(SLEEVE, hem, told={"sleeve": told(LONG, 10), "hem": told(LONG, 20)})

    [one] = proposed(worn)

    assert (one.layer, one.mm) == (Layer.BODY, -10)


def test_of_two_garments_of_a_kind_the_later_decides():
    first = a_worn(told={"chest": told(TIGHT, 20)})

    [one] = proposed(later(CHEST, chest=told(TIGHT, 10)), first)

    assert one.mm == 10
    assert [each.line for each in one.reason.heard] == ["shirt-1", "shirt-2"]
    assert proposed(first, later(CHEST, chest=told(RIGHT))) == ()


def test_what_was_accepted_since_is_not_proposed_again_from_the_same_answer():
    wearer = replace(a_wearer_of(), decided=(decided(Layer.EASE, "chest", 20),))

    assert proposed(a_worn(told={"chest": told(TIGHT, 20)}), wearer=wearer) == ()


def test_a_changed_answer_proposes_the_rest_and_right_takes_it_back():
    wearer = replace(a_wearer_of(), decided=(decided(Layer.EASE, "chest", 20),))

    [more] = proposed(a_worn(told={"chest": told(TIGHT, 30)}), wearer=wearer)
    [back] = proposed(a_worn(told={"chest": told(RIGHT)}), wearer=wearer)

    assert (more.mm, more.reason.was_mm) == (10, 1080)
    assert (back.mm, back.reason.why) == (-20, Why.UNDONE)


def test_a_garment_made_with_the_correction_is_judged_as_it_is():
    wearer = replace(a_wearer_of(), decided=(decided(Layer.EASE, "chest", 20, at=MAY),))

    [one] = proposed(later(CHEST, chest=told(TIGHT, 10)), wearer=wearer)

    assert (one.mm, one.reason.was_mm) == (10, 1060)


def test_a_corrected_body_is_right_for_the_answer_that_corrected_it():
    corrected = decided(Layer.BODY, "arm_length", -10)
    body = {"arm_length": Measured(mm=603, source=Source.GARMENT)}
    wearer = replace(
        a_wearer_of(SLEEVE), body=body, taken={"arm_length": corrected.at}, decided=(corrected,)
    )

    assert proposed(a_worn(told={"sleeve": told(LONG, 10)}), wearer=wearer) == ()
    [more] = proposed(a_worn(told={"sleeve": told(LONG, 20)}), wearer=wearer)
    assert (more.mm, more.reason.was_mm) == (-10, 603)


def test_what_was_declined_is_proposed_again_only_from_another_answer():
    heard = Heard(
        line="shirt-1",
        garment="Shirt",
        on="2026-05-03",
        point="chest",
        point_name="Chest",
        said="tight",
        since="start",
        mm=20,
    )
    no = decided(Layer.EASE, "chest", 20, is_accepted=False, heard=(heard,))
    wearer = replace(a_wearer_of(), decided=(no,))

    assert proposed(a_worn(told={"chest": told(TIGHT, 20)}), wearer=wearer) == ()
    assert proposed(a_worn(told={"chest": told(TIGHT, 30)}), wearer=wearer)[0].mm == 30


@pytest.mark.parametrize(("mm", "count"), [(2, 0), (3, 1)])
def test_less_than_three_millimetres_are_not_worth_it(mm, count):
    assert len(proposed(a_worn(told={"chest": told(TIGHT, mm)}))) == count


def test_without_an_amount_it_is_a_little():
    [one] = proposed(a_worn(told={"chest": told(LOOSE)}))

    assert one.mm == -10


def test_no_body_is_proposed_that_nobody_has():
    tiny = replace(SLEEVE, body_mm=130, mm=160)
    worn = a_worn(tiny, told={"sleeve": told(LONG, 60)})

    assert proposed(worn, wearer=a_wearer_of(tiny)) == ()
    assert hints(worn, wearer=a_wearer_of(tiny)) == [Hint.SEND_BACK]
