"""The picture in words."""

import pytest

from shop.catalogue.rules import house_choices
from shop.preview import rules
from shop.preview.draw import View
from shop.preview.draw.hits import seen_groups
from shop.preview.draw.reader import garments
from tests.builders.catalogue import shipped, shipped_cloth, shipped_model

SHIRT = shipped_model("shirt")
OXFORD = shipped_cloth("blue-oxford")
MODELS = [each.model for each in shipped().garments if each.model.garment in garments()]


def said(view="front", model=SHIRT, cloth=OXFORD, **choices):
    chosen = {**house_choices(model), **{k.replace("_", "-"): v for k, v in choices.items()}}
    seen = seen_groups(model.garment, View(view)) if view in set(View) else ()
    return rules.alt_text(model, chosen, cloth, view=view, seen=seen)


def test_a_shirt_is_told_in_one_sentence_from_the_front():
    assert said(fit="slim", collar="cutaway", cuff="french") == (
        "Slim shirt in blue Oxford, front view, cutaway collar, long sleeves, French cuffs, "
        "sewn placket, curved hem, mother-of-pearl buttons."
    )


def test_the_back_tells_what_is_seen_from_behind():
    behind = said("back", back="darts", pocket="chest")

    assert behind.startswith("Regular shirt in blue Oxford, back view, spread collar")
    assert "darts in the back" in behind
    assert "pocket" not in behind
    assert "buttons" not in behind


def test_the_cloth_close_up_is_the_cloth():
    assert said("cloth") == "Blue Oxford, the cloth close up."


def test_initials_are_spelt():
    told = said(monogram="chest", monogram_text="AB C", monogram_thread="red")

    assert "monogram on the chest, letters A B C" in told
    assert "ABC" not in told


def test_what_is_left_out_is_not_told():
    told = said(pocket="none", monogram="none")

    assert "no " not in told
    assert "none" not in told


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.garment)
def test_the_longest_is_short_enough_and_has_no_code(model, view):
    longest = {
        g.code: max(g.values, key=lambda v: len(v.phrase)).code for g in model.groups if g.values
    }
    letters = {"monogram-text": "WWWW"} if model.garment == "shirt" else {}
    chosen = {**house_choices(model), **longest, **letters}
    cloth = max((each.cloth for each in shipped().cloths), key=lambda cloth: len(cloth.name))

    told = rules.alt_text(model, chosen, cloth, view=view, seen=seen_groups(model.garment, view))

    assert len(told) < 250
    assert told.endswith(".")
    assert "image" not in told.lower()
    assert cloth.code not in told


def test_what_the_house_would_take_anyway_goes_first_when_it_grows_too_long(monkeypatch):
    monkeypatch.setattr(rules, "LONGEST", 80)

    told = said(pocket="chest", hem="straight")

    assert told == "Regular shirt in blue Oxford, front view, chest pocket."
