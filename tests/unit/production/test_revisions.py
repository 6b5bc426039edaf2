"""What differs between two specs, and how a spec is kept."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from shop.kernel import documents
from shop.kernel.errors import Refused
from shop.production.rules import Change, Spec, Stage, What, check_revisable, difference, digest
from shop.production.rules.spec import (
    ClothToCut,
    Drawn,
    Head,
    Option,
    Part,
    SpecPoint,
    Task,
)

SLEEVE = SpecPoint(
    code="sleeve",
    name="Sleeve",
    how="to the cuff",
    body_mm=600,
    ease_mm=40,
    mm=640,
    plus_mm=6,
    minus_mm=3,
    cut_mm=655,
    source="measured",
    is_doubtful=False,
)
CLOTH = ClothToCut(
    name="Sky poplin",
    mill="Valmora",
    article="PV 1",
    weave="plain weave",
    pattern="plain",
    colour="blue",
    repeat_mm=0,
    weight_gsm=115,
    width_mm=1480,
    shrink_length_per_mille=15,
    shrink_width_per_mille=10,
    composition=(("cotton", 97), ("elastane", 3)),
    care=(("wash-40", "Wash at 40 °C"),),
    mm=1450,
    roll="R-1",
    dye_lot="L-1",
)
COLLAR = Option(group="Collar", value="Spread", code="spread", is_house=True)
LETTERS = Option(group="Letters", value="A.V.", code="", is_house=False)
SPEC = Spec(
    head=Head(
        number="W-2026-00042-1",
        order_number="T-2026-00042",
        piece=1,
        pieces=1,
        cut_on=date(2026, 11, 24),
        cut_by=date(2026, 11, 27),
        promised_on=date(2026, 12, 15),
        garment="Shirt",
        sentence="Slim shirt",
    ),
    unusual=("Monogram: «A.V.».",),
    cloth=CLOTH,
    sections=(("Style", (COLLAR,)),),
    monogram=(LETTERS,),
    points=(SLEEVE,),
    parts=(Part(name="Buttons", quantity="12"),),
    tasks=(
        Task(name="Press", stage="Finishing", minutes=4),
        Task(name="Press", stage="Finishing", minutes=8),
    ),
    note="",
    drawn=Drawn(
        garment="shirt", choices={"collar": "spread"}, words=(("collar", "spread collar"),)
    ),
)


def with_(**different: Any) -> Spec:
    return replace(SPEC, **different)


def test_a_spec_is_kept_and_read_as_it_was() -> None:
    assert documents.build(Spec, documents.plain(SPEC)) == SPEC


def test_equal_specs_have_equal_hashes_and_others_have_not() -> None:
    again: Spec = documents.build(Spec, documents.plain(SPEC))

    assert digest(again) == digest(SPEC)
    assert digest(with_(note="Longer")) != digest(SPEC)


def test_the_hash_does_not_hang_on_the_order_of_choices() -> None:
    one, other = ({"a": "1", "b": "2"}, {"b": "2", "a": "1"})

    assert digest(with_(drawn=Drawn(garment="shirt", choices=one))) == digest(
        with_(drawn=Drawn(garment="shirt", choices=other))
    )


def test_the_same_spec_differs_in_nothing() -> None:
    assert difference(SPEC, SPEC) == ()


@pytest.mark.parametrize(
    ("after", "what", "where", "was", "now"),
    [
        (with_(points=(replace(SLEEVE, mm=650),)), What.POINT, "Sleeve", "64.0", "65.0"),
        (with_(points=(replace(SLEEVE, cut_mm=660),)), What.POINT, "Sleeve, cut", "65.5", "66.0"),
        (with_(points=(replace(SLEEVE, minus_mm=6),)), What.POINT, "Sleeve, tolerance",
         "+0.6 −0.3", "+0.6 −0.6"),
        (with_(cloth=replace(CLOTH, roll="R-2")), What.CLOTH, "Roll", "R-1 L-1", "R-2 L-1"),
        (with_(cloth=replace(CLOTH, mm=1500)), What.CLOTH, "To cut", "1.45 m", "1.50 m"),
        (with_(sections=(("Style", (replace(COLLAR, value="Band", code="band"),)),)),
         What.OPTION, "Collar", "Spread (spread)", "Band (band)"),
        (with_(monogram=(replace(LETTERS, value="B.V."),)), What.MONOGRAM, "Letters", "A.V.",
         "B.V."),
        (with_(monogram=()), What.MONOGRAM, "Letters", "A.V.", ""),
        (with_(parts=(Part(name="Buttons", quantity="11"),)), What.PART, "Buttons", "12", "11"),
        (with_(tasks=(SPEC.tasks[0], replace(SPEC.tasks[1], minutes=9))), What.TASK, "Press",
         "Finishing, 8 min", "Finishing, 9 min"),
        (with_(tasks=SPEC.tasks[:1]), What.TASK, "Press", "Finishing, 8 min", ""),
        (with_(note="Longer"), What.NOTE, "", "", "Longer"),
        (with_(unusual=()), What.UNUSUAL, "", "Monogram: «A.V.».", ""),
        (with_(head=replace(SPEC.head, promised_on=date(2026, 12, 16))), What.DUE, "Promised",
         "2026-12-15", "2026-12-16"),
        (with_(head=replace(SPEC.head, sentence="Regular shirt")), What.GARMENT, "Shirt",
         "Slim shirt", "Regular shirt"),
    ],
)  # fmt: skip
def test_what_differs_is_told_with_both_values(
    after: Spec, what: What, where: str, was: str, now: str
) -> None:
    assert difference(SPEC, after) == (Change(what=what, where=where, before=was, after=now),)


def test_changes_stand_in_the_order_of_the_sheet() -> None:
    after = with_(
        note="Longer", points=(replace(SLEEVE, mm=650),), cloth=replace(CLOTH, roll="R-2")
    )

    assert [each.what for each in difference(SPEC, after)] == [What.CLOTH, What.POINT, What.NOTE]


@pytest.mark.parametrize(
    ("stage", "resumes_at"),
    [(Stage.QUEUED, None), (Stage.HELD, Stage.QUEUED)],
)
def test_what_is_not_cut_may_be_revised(stage: Stage, resumes_at: Stage | None) -> None:
    check_revisable(stage, resumes_at)


@pytest.mark.parametrize("stage", [each for each in Stage if each is not Stage.QUEUED])
def test_what_is_cut_or_dropped_stands(stage: Stage) -> None:
    with pytest.raises(Refused, match="is cut already"):
        check_revisable(stage, Stage.CUT if stage is Stage.HELD else None)


def test_nothing_of_the_wearer_stays_when_she_leaves() -> None:
    blank = with_(note="Longer", unusual=("Posture: very upright.",)).blanked()

    assert (blank.points, blank.monogram, blank.sections, blank.unusual, blank.note) == (
        (),
        (),
        (),
        (),
        "",
    )
    assert blank.drawn == Drawn(garment="shirt")
    assert (blank.cloth, blank.parts, blank.tasks) == (SPEC.cloth, SPEC.parts, SPEC.tasks)
