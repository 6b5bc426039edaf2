"""The four layers: stretch, closeness, what garments taught, and a garment that is followed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.catalogue.rules import Condition, Ease, MeasurePoint, Section
from shop.designs import rules
from shop.designs.rules import Because, Finished, MeasuresMissing
from shop.kernel import documents
from shop.measurements.rules import (
    AS_CUT,
    Closeness,
    Correction,
    Follow,
    Layer,
    Measured,
    Source,
    Tuning,
)
from tests.builders.catalogue import a_cloth, a_group, a_model, choices, shipped_model, values

PLEAT = Condition(group="back", values=frozenset({"pleat"}))


def a_point(code, of, ease, **facts):
    return MeasurePoint(
        code=code,
        name=code.capitalize(),
        how="around",
        of=of,
        along="width",
        ease={"slim": ease},
        **facts,
    )


POINTS = (
    a_point("chest", "chest", Ease(mm=60), adjustments=((PLEAT, 16),)),
    a_point("collar", "neck", Ease(per_mille=20)),
    a_point("sleeve", "arm_length", Ease(mm=32)),
    a_point("rise", "seat", Ease(mm=10), share_per_mille=270),
    a_point("sweep", "seat", Ease(mm=-20)),
)
MODEL = a_model(
    a_group("back", *values("plain", "pleat")),
    a_group("fit", *values("slim"), section=Section.FIT),
    points=POINTS,
)
SLIM = choices("cloth=plain-white back=plain fit=slim")
BODY = {
    "chest": Measured(mm=1000, source=Source.TAPE),
    "neck": Measured(mm=380, source=Source.ESTIMATE, low=365, high=395),
    "arm_length": Measured(mm=600, source=Source.TAPE, insisted=True),
    "seat": Measured(mm=1000, source=Source.SIZE),
}
STRETCHY = a_cloth(stretch_percent=8)
CLOSER, LOOSER = (Tuning(closeness=each) for each in (Closeness.CLOSER, Closeness.LOOSER))
BLUE = Follow(name="My blue shirt", points={"chest": 1056, "collar": 401, "gone": 1})


def made(tuning=AS_CUT, *, cloth=None, body=BODY, chosen=SLIM):
    found = rules.finished(MODEL, chosen, cloth or a_cloth(), body, tuning)
    return {each.code: each for each in found}


def parts(point):
    return [(each.because, each.mm) for each in point.ease_parts]


def taught(**facts):
    usual = {
        "layer": Layer.EASE,
        "garment": "shirt",
        "point": "chest",
        "mm": -10,
        "reason": "after your shirt of May",
    }
    return Tuning(corrections=(Correction(**{**usual, **facts}),))


def test_stretch_and_closeness_take_their_share_of_a_girth():
    # 8 % of stretch is 0.8 % of 1000, closer is 1.5 %
    chest = made(CLOSER, cloth=STRETCHY)["chest"]

    assert parts(chest) == [(Because.CUT, 60), (Because.STRETCH, -8), (Because.CLOSER, -15)]
    assert (chest.ease_mm, chest.mm, chest.cut_mm) == (37, 1037, 1047)
    assert parts(made(LOOSER)["chest"])[1:] == [(Because.LOOSER, 20)]


def test_they_leave_what_the_body_needs_to_breathe():
    # 2 % of 1000 stay: of the 60, stretch of 25 % takes 25 and closeness the other 15
    chest = made(CLOSER, cloth=a_cloth(stretch_percent=25))["chest"]
    assert parts(chest)[1:] == [(Because.STRETCH, -25), (Because.CLOSER, -15)]

    tight = made(CLOSER, cloth=a_cloth(stretch_percent=40))["chest"]
    assert (parts(tight)[1:], tight.mm) == ([(Because.STRETCH, -40)], 1020)


def test_they_take_nothing_where_the_house_itself_leaves_less():
    assert parts(made(CLOSER, cloth=STRETCHY)["sweep"]) == [(Because.CUT, -20)]


def test_only_girths_feel_them_and_neither_collar_nor_a_share():
    plain, other = made(), made(CLOSER, cloth=STRETCHY)

    for code in ("collar", "sleeve", "rise"):
        assert other[code].mm == plain[code].mm


def test_the_parts_are_said_in_words():
    chest = made(
        replace(CLOSER, corrections=taught().corrections),
        cloth=STRETCHY,
        chosen={**SLIM, "back": "pleat"},
    )["chest"]

    assert [(each.words, each.mm) for each in chest.ease_parts] == [
        ("slim", 60),
        ("pleat", 16),
        ("stretch of the cloth", -8),
        ("worn a little closer", -15),
        ("after your shirt of May", -10),
    ]


def test_a_correction_of_the_cut_is_for_its_cloth_and_leaves_the_finished_measure():
    tuning = taught(layer=Layer.CUT, cloth="plain-white", mm=5)

    chest = made(tuning)["chest"]

    # 1 % of 1060 shrinks
    assert (chest.mm, chest.cut_mm) == (1060, 1060 + 11 + 5)
    assert [each.mm for each in chest.cut_parts] == [11, 5]
    assert made(tuning, cloth=a_cloth("other"))["chest"].cut_mm == 1071


@pytest.mark.parametrize(
    "unknown",
    [{"garment": "jacket"}, {"point": "cape"}, {"layer": Layer.BODY},
     {"layer": Layer.CUT, "cloth": "another"}],
)  # fmt: skip
def test_what_is_taught_of_something_else_changes_nothing(unknown):
    assert made(taught(**unknown)) == made()


def test_a_garment_that_fits_is_followed_whatever_else_is_wished():
    tuning = Tuning(closeness=Closeness.LOOSER, follow=BLUE, corrections=taught().corrections)

    found = made(tuning)

    chest, sleeve = found["chest"], found["sleeve"]
    assert (chest.mm, chest.ease_mm, chest.like) == (1056, 56, "My blue shirt")
    assert [(each.words, each.mm) for each in chest.ease_parts] == [("as «My blue shirt»", 56)]
    assert (sleeve.mm, sleeve.like) == (632, "")


def test_what_is_followed_needs_no_body():
    body = {key: each for key, each in BODY.items() if key not in {"chest", "neck"}}
    follow = Tuning(follow=BLUE)

    assert rules.missing_measures(MODEL, SLIM, body) == ("chest", "neck")
    assert rules.missing_measures(MODEL, SLIM, body, follow) == ()
    chest = made(follow, body=body)["chest"]
    assert (chest.body_mm, chest.base_mm, chest.ease_mm, chest.ease_parts) == (None, None, 0, ())
    assert (chest.mm, chest.cut_mm, chest.source) == (1056, 1067, "garment")
    with pytest.raises(MeasuresMissing) as refusal:
        made(Tuning(follow=Follow(name="Blue", points={"chest": 1056})), body=body)
    assert refusal.value.keys == ("neck",)


def test_what_is_known_of_a_value_goes_with_the_point():
    found = made()

    assert (found["collar"].low, found["collar"].high) == (365, 395)
    assert (found["sleeve"].insisted, found["chest"].insisted) == (True, False)


def test_estimates_are_asked_about_unless_a_garment_is_followed():
    [neck] = rules.guesses(made().values())

    assert (neck.code, neck.low, neck.high) == ("neck=380", 365, 395)
    assert rules.guesses(made(Tuning(follow=BLUE)).values()) == ()


def test_an_estimate_is_asked_about_once_however_many_points_follow_from_it():
    body = {**BODY, "seat": Measured(mm=1000, source=Source.ESTIMATE)}

    assert [each.key for each in rules.guesses(made(body=body).values())] == ["neck", "seat"]


def test_confirming_marks_the_estimates_alone():
    found = rules.confirmed(made().values())

    assert [each.code for each in found if each.confirmed] == ["collar"]


def test_every_layer_survives_being_kept():
    tuning = Tuning(closeness=Closeness.CLOSER, follow=Follow(name="Blue", points={"collar": 400}))
    every = tuple(rules.confirmed(made(tuning, cloth=STRETCHY).values()))
    assert every
    for each in every:
        assert documents.build(Finished, documents.plain(each)) == each


def test_what_was_kept_before_there_were_parts_is_read():
    kept = {
        "code": "chest",
        "name": "Chest",
        "how": "around",
        "body_key": "chest",
        "body_mm": 1000,
        "source": "tape",
        "ease_mm": 60,
        "mm": 1060,
        "plus_mm": 6,
        "minus_mm": 6,
        "cut_mm": 1071,
    }

    point = documents.build(Finished, kept)

    assert (point.ease_parts, point.cut_parts, point.low, point.like) == ((), (), None, "")
    assert (point.base_mm, point.is_guess, point.insisted, point.confirmed) == (
        1000,
        False,
        False,
        False,
    )


lengths = st.integers(min_value=200, max_value=1500)
bodies = st.builds(
    lambda mm: {
        key: Measured(mm=each, source=Source.TAPE) for key, each in zip(BODY, mm, strict=True)
    },
    st.tuples(lengths, lengths, lengths, lengths),
)
corrections = st.builds(
    Correction,
    layer=st.sampled_from(Layer),
    garment=st.sampled_from(["shirt", "jacket"]),
    point=st.sampled_from(["chest", "collar", "sleeve", "cape"]),
    mm=st.integers(-30, 30),
    cloth=st.sampled_from(["", "plain-white", "other"]),
)
follows = st.none() | st.builds(
    Follow,
    name=st.just("Blue"),
    points=st.dictionaries(st.sampled_from([p.code for p in POINTS]), lengths),
)
tunings = st.builds(
    Tuning,
    closeness=st.sampled_from(Closeness),
    follow=follows,
    corrections=st.lists(corrections, max_size=3).map(tuple),
)
cloths = st.builds(
    a_cloth, stretch_percent=st.integers(0, 60), shrink_width_per_mille=st.integers(0, 80)
)


@given(tunings, cloths, bodies)
def test_layers_add_up_exactly(tuning, cloth, body):
    every = tuple(made(tuning, cloth=cloth, body=body).values())
    assert every
    for each in every:
        assert each.ease_mm == sum(part.mm for part in each.ease_parts)
        assert each.base_mm + each.ease_mm == each.mm
        assert each.mm + sum(part.mm for part in each.cut_parts) == each.cut_mm


@given(tunings, cloths, bodies, st.integers(0, 80))
def test_more_shrinkage_never_cuts_less(tuning, cloth, body, more):
    shrunk = replace(cloth, shrink_width_per_mille=cloth.shrink_width_per_mille + more)
    before, after = (made(tuning, cloth=each, body=body) for each in (cloth, shrunk))

    assert all(before[code].cut_mm <= after[code].cut_mm for code in before)


@given(tunings, cloths, bodies)
def test_closer_is_never_wider_and_looser_never_narrower(tuning, cloth, body):
    closer, as_cut, looser = (
        made(replace(tuning, closeness=each), cloth=cloth, body=body)
        for each in (Closeness.CLOSER, Closeness.AS_CUT, Closeness.LOOSER)
    )

    assert all(closer[code].mm <= as_cut[code].mm <= looser[code].mm for code in as_cut)


@given(tunings, cloths, bodies)
def test_the_garment_that_is_followed_wins(tuning, cloth, body):
    points = tuning.follow.points if tuning.follow else {}
    found = made(tuning, cloth=cloth, body=body)

    assert {code: found[code].mm for code in points} == points
    assert {code for code, each in found.items() if each.like} == set(points)


@given(cloths, bodies)
def test_more_stretch_is_never_wider_nor_closer_than_the_body_needs(cloth, body):
    chest = made(CLOSER, cloth=cloth, body=body)["chest"]
    plain = made(cloth=replace(cloth, stretch_percent=0), body=body)["chest"]

    assert min(plain.ease_mm, round(body["chest"].mm * 0.02) - 1) <= chest.ease_mm <= plain.ease_mm


def test_the_garments_own_figure_is_cut_beside_the_shrinkage():
    collar = a_point("collar", "neck", Ease(per_mille=20), cut_mm=10)
    model = replace(MODEL, points=(collar,))

    [found] = rules.finished(model, SLIM, a_cloth(shrink_width_per_mille=9), BODY)

    # 380 and 2 % of it; shrinkage below one per cent is ignored
    assert (found.mm, found.cut_mm) == (388, 398)
    assert [each.words for each in found.cut_parts] == ["for sewing and pressing"]


def test_the_shops_shirt_is_cut_as_its_maker_says():
    points = {each.code: each.cut_mm for each in shipped_model("shirt").points if each.cut_mm}

    assert points == {"collar": 10, "sleeve": 8}
