"""What stands on the sheet, and what stands first."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from shop.catalogue.rules import Group, GroupKind, Section, Value
from shop.designs import rules as designs
from shop.infra.assets import font_file
from shop.measurements.rules import (
    Closeness,
    Correction,
    Follow,
    Layer,
    Measured,
    Source,
    Tuning,
)
from shop.preview.draw import View, flat_strokes
from shop.production.draw.measuring import body, changed, ease, tolerance
from shop.production.draw.paper import paper
from shop.production.draw.parts import Faces
from shop.production.draw.sheet import Sheet
from shop.production.rules.assembling import answers, assembled
from shop.production.rules.origins import source_of
from shop.production.rules.piece import Piece
from shop.production.rules.spec import Head, Spec
from shop.production.rules.unusual import unusual
from shop.stock.rules import Hold, Reserved
from tests.builders.orders import BODY, CHOICES, a_cloth, a_shirt

HOUSE = {"cloth": "bengal-blue", "fit": "slim", "collar": "spread", "cuff": "barrel",
         "pocket": "none", "monogram": "none"}  # fmt: skip
MEASURED = {key: replace(each, source=Source.TAPE) for key, each in BODY.items()}
PLAIN = a_cloth(pattern="plain", repeat_mm=0, shrink_length_per_mille=5)
FACES = Faces(
    regular=font_file("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    bold=font_file("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
)


HEAD = Head(
    number="W-2026-00042-1",
    order_number="T-2026-00042",
    piece=1,
    pieces=1,
    cut_on=date(2026, 11, 24),
    cut_by=date(2026, 11, 27),
    promised_on=date(2026, 12, 15),
    garment="Shirt",
    sentence="Slim shirt",
)
RESERVED = Reserved(cloth="bengal-blue", roll="R-1", dye_lot="L-1", mm=1500, state=Hold.HELD)


def a_piece(**different: Any) -> Piece:
    """Return a plain shirt of the house; without measures, if none are given."""
    facts: dict[str, Any] = {
        "model": a_shirt(),
        "choices": HOUSE,
        "cloth": PLAIN,
        "cloth_mm": 1460,
        "note": "",
        "reserved": RESERVED,
        "finished": (),
    }
    return Piece(**{**facts, **different})


def a_sheet(spec: Spec, **drawings: Any) -> Sheet:
    link = "https://toile.example/staff/work/x"
    return Sheet(
        **{"spec": spec, "revision": 1, "link": link, "front": None, "back": None, **drawings}
    )


def a_spec(**different: Any) -> Spec:
    known: dict[str, Any] = {
        "model": a_shirt(),
        "choices": HOUSE,
        "cloth": PLAIN,
        "cloth_mm": 1460,
        "note": "",
        "reserved": Reserved(
            cloth="bengal-blue", roll="R-1", dye_lot="L-1", mm=1500, state=Hold.HELD
        ),
    }
    facts = known | different
    lengths = facts.pop("body", MEASURED)
    facts["finished"] = designs.finished(facts["model"], facts["choices"], facts["cloth"], lengths)
    return assembled(Piece(**facts), HEAD)


def test_a_shirt_as_the_house_makes_it_has_nothing_unusual() -> None:
    assert a_spec().unusual == ()


def test_the_gravest_stands_first() -> None:
    spec = a_spec(choices=CHOICES, cloth=a_cloth(width_mm=1120), body=BODY, reserved=None)

    assert spec.unusual == (
        "Estimated, not measured: waist. The customer confirmed the finished values.",
        "Monogram: cuff, «A.V.», navy.",
        "No roll is kept for this piece: ask before cutting.",
        "Narrow cloth: 112 cm instead of 142 cm.",
        "Match the stripe: repeat 6 mm.",
        "Shrinks 2.0 % in length, 0.5 % in width: cut by the cut layer.",
        "Collar: Cutaway.",
        "Cuffs: French.",
    )


def test_parts_and_work_follow_the_choices() -> None:
    barrel, french = a_spec(), a_spec(choices=CHOICES)

    assert "Cuff buttons 9 mm" in [part.name for part in barrel.parts]
    assert "Cuff buttons 9 mm" not in [part.name for part in french.parts]
    assert (barrel.minutes, french.minutes) == (126, 140)


def test_the_monogram_stands_by_itself() -> None:
    spec = a_spec(choices=CHOICES)

    assert [(row.group, row.value) for row in spec.monogram] == [
        ("Monogram", "Cuff"),
        ("Letters", "A.V."),
        ("Thread", "Navy"),
    ]
    assert "Letters" not in [row.group for _name, rows in spec.sections for row in rows]


def test_several_and_numbers_stand_in_words() -> None:
    inside = Group(
        code="inside",
        name="Inside",
        section=Section.DETAILS,
        kind=GroupKind.SEVERAL,
        values=(Value(code="pen", name="Pen pocket"), Value(code="loop", name="Loop")),
    )
    depth = Group(
        code="depth",
        name="Depth",
        section=Section.DETAILS,
        kind=GroupKind.NUMBER,
        least=30,
        most=50,
        step=5,
        unit="mm",
        usual="40",
    )
    shirt = a_shirt()
    model = replace(shirt, groups=(*shirt.groups, inside, depth))

    spec = a_spec(model=model, choices=HOUSE | {"inside": "pen.loop", "depth": "45"})

    rows = {row.group: row for _name, section in spec.sections for row in section}
    assert (rows["Inside"].value, rows["Depth"].value) == ("Pen pocket, Loop", "45 mm")
    assert not rows["Inside"].is_house
    assert not rows["Depth"].is_house


def test_the_cloth_is_that_of_the_roll_it_is_kept_on() -> None:
    cloth = a_spec().cloth
    assert (cloth.roll, cloth.dye_lot, cloth.mm) == ("R-1", "L-1", 1500)
    assert a_spec(reserved=None).cloth.mm == 1460
    assert cloth.care[0] == ("wash-40", "Wash at 40 °C")


def test_a_point_passes_within_its_tolerance_only() -> None:
    collar = a_spec().points[0]

    assert (collar.mm, collar.plus_mm, collar.minus_mm) == (398, 6, 3)
    assert [mm for mm in (394, 395, 404, 405) if collar.passes(mm)] == [395, 404]
    assert tolerance(collar) == "+0.6 \N{MINUS SIGN}0.3"


def test_a_share_of_the_body_says_of_what() -> None:
    whole = a_spec().points[1]
    half = replace(whole, body_mm=2 * whole.body_mm)

    assert body(whole) == "100.0"
    assert body(half) == "100.0\nof 200.0"


@pytest.mark.parametrize("note", ["", "<b>& a long one</b> " * 12])
def test_the_same_spec_is_the_same_paper(note: str) -> None:
    sheet = a_sheet(a_spec(choices=CHOICES, note=note))

    first, second = (paper(sheet, faces=FACES, day=str) for _each in range(2))

    assert first == second
    assert first.startswith(b"%PDF")


def test_the_source_of_a_value_is_told_in_words() -> None:
    spec = a_spec(body={**MEASURED, "neck": Measured(mm=390, source=Source.GARMENT)})
    assert spec.points[0].source == "from a garment"


def numbered(**different: Any) -> Sheet:
    words = {"collar": "cutaway collar", "cuff": "French cuffs", "back": "plain back"}
    front, back = (flat_strokes("shirt", CHOICES, view=view, words=words) for view in View)
    return a_sheet(a_spec(choices=CHOICES, **different), front=front, back=back)


def test_the_numbers_of_both_drawings_are_said_in_one_list() -> None:
    assert [(each.number, each.words) for each in numbered().callouts] == [
        (1, "cutaway collar"),
        (2, "French cuffs"),
        (3, "plain back"),
    ]
    assert a_sheet(a_spec()).callouts == ()


def test_what_is_left_out_needs_no_number() -> None:
    piece = Piece(
        model=a_shirt(),
        choices=HOUSE,
        cloth=PLAIN,
        cloth_mm=1460,
        finished=(),
        reserved=None,
        note="",
    )

    words = answers(piece)

    assert words["collar"] == "spread collar"
    assert "pocket" not in words
    assert "cloth" not in words


def test_a_numbered_sheet_is_two_pages_that_say_the_words_and_never_change() -> None:
    sheet = numbered()

    first, second = (paper(sheet, faces=FACES, day=str) for _each in range(2))

    pages = PdfReader(BytesIO(first)).pages
    assert first == second
    assert len(pages) == 2
    assert "1 cutaway collar" in " ".join(pages[0].extract_text().split())


GUESSED = {**MEASURED, "neck": Measured(mm=390, source=Source.ESTIMATE, low=375, high=405)}


def test_an_estimate_tells_its_interval_and_who_confirmed_it() -> None:
    made = designs.finished(a_shirt(), HOUSE, PLAIN, GUESSED)

    [collar, *_rest] = designs.confirmed(made)

    assert source_of(made[0]) == "estimated 37.5\N{EN DASH}40.5"
    assert source_of(collar) == "estimated 37.5\N{EN DASH}40.5, confirmed by the customer"


def test_what_she_insisted_on_stands_first_and_at_its_value() -> None:
    chest = replace(MEASURED["chest"], insisted=True)

    spec = a_spec(body={**GUESSED, "chest": chest})

    assert spec.unusual[:2] == (
        "Looked wrong to us, the customer says it is right: chest.",
        "Estimated, not measured: collar. The customer confirmed the finished values.",
    )
    assert spec.points[1].source == "measured, looked wrong to us, the customer says it is right"
    assert [each.code for each in spec.points if each.is_doubtful] == ["collar", "chest"]


def test_estimates_that_were_confirmed_one_by_one_are_told_so() -> None:
    made = designs.confirmed(designs.finished(a_shirt(), HOUSE, PLAIN, GUESSED))
    piece = a_piece(finished=made)

    assert unusual(piece, {}, frozenset()) == (
        "Estimated, not measured: collar. The customer confirmed each value.",
    )


@pytest.mark.parametrize(
    ("posture", "words"),
    [
        ({"shoulders": "sloping", "stance": "stooping"},
         ("Posture: sloping shoulders, rounded back.",)),
        ({"shoulders": "usual", "stance": "upright"}, ("Posture: very upright.",)),
        ({"shoulders": "of a later time"}, ()),
    ],
)  # fmt: skip
def test_an_unusual_posture_is_told(posture: dict[str, str], words: tuple[str, ...]) -> None:
    assert unusual(a_piece(posture=posture), {}, frozenset()) == words


def test_a_garment_that_is_followed_is_named_and_needs_no_body() -> None:
    follow = Follow(name="My blue shirt", points={"collar": 402})
    lengths = {key: each for key, each in MEASURED.items() if key != "neck"}
    made = designs.finished(a_shirt(), HOUSE, PLAIN, lengths, Tuning(follow=follow))

    spec = assembled(a_piece(finished=made), HEAD)

    collar = spec.points[0]
    assert (collar.body_mm, collar.base_mm, collar.mm) == (None, None, 402)
    assert (body(collar), ease(collar)) == ("\N{EN DASH}", "\N{EN DASH}")
    assert collar.source == "as «My blue shirt»"
    assert spec.unusual == ("Made after «My blue shirt», which fits: collar.",)
    assert paper(a_sheet(spec), faces=FACES, day=str).startswith(b"%PDF")


def test_what_is_not_of_the_house_tells_how_it_comes_about() -> None:
    tuning = Tuning(
        closeness=Closeness.CLOSER,
        corrections=(
            Correction(
                layer=Layer.CUT,
                garment="shirt",
                point="back",
                mm=4,
                cloth="bengal-blue",
                reason="after your shirt of May",
            ),
        ),
    )
    made = designs.finished(a_shirt(), HOUSE, a_cloth(), MEASURED, tuning)

    spec = assembled(a_piece(finished=made), HEAD)

    told = {each.code: changed(each) for each in spec.points if changed(each)}
    assert told == {
        "chest": [
            (
                "Ease: slim fit +6.0, stretch of the cloth \N{MINUS SIGN}0.2, "
                "worn a little closer \N{MINUS SIGN}1.5"
            )
        ],
        "waist": [
            (
                "Ease: slim fit +6.0, stretch of the cloth \N{MINUS SIGN}0.2, "
                "worn a little closer \N{MINUS SIGN}1.3"
            )
        ],
        "back": ["Cut: shrinkage of the cloth +1.5, after your shirt of May +0.4"],
    }
    text = " ".join(
        PdfReader(BytesIO(paper(a_sheet(spec), faces=FACES, day=str)))
        .pages[1]
        .extract_text()
        .split()
    )
    assert "after your shirt of May +0.4" in text
