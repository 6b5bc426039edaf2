"""Pictures that somebody has looked at: a change of the engine or the shapes must be meant.

When a picture differs, the new one and the difference lie in `var/golden`. Look at them; if the
change is wanted, put the new one in the place of the old.
"""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from shop.preview.draw.raster.colour import coloured
from shop.preview.draw.raster.hands import Hand
from shop.preview.draw.raster.style import styled
from shop.preview.draw.spec import Slot, View

KEPT = Path(__file__).parent / "golden"
NEW = Path(__file__).parents[5] / "var" / "golden"
FARTHEST, ON_AVERAGE = 3, 0.02  # levels; other processors round differently
PAINTS = {
    Slot.MAIN: "#5f87bf",
    Slot.CONTRAST: "#eceef1",
    Slot.THREAD: "#dfe5ee",
    Slot.BUTTON: "#efe9df",
    Slot.METAL: "#c2a25f",
    Slot.LINING: "#5d2230",
    Slot.LABEL: "#1d2430",
    Slot.LABEL_THREAD: "#1d2430",  # letters depend on the machine's type, so they are not seen
    Slot.MONOGRAM: "#5f87bf",
}
PICTURES = {
    "shirt-front": ("shirt", {"fit": "slim", "pocket": "chest"}, View.FRONT, Hand.CRISP),
    "shirt-back": ("shirt", {"back": "box-pleat"}, View.BACK, Hand.CRISP),
    "shirt-french": (
        "shirt",
        {"collar": "cutaway", "cuff": "french", "contrast": "collar-cuffs"},
        View.FRONT,
        Hand.CRISP,
    ),
    "shirt-band-linen": ("shirt", {"collar": "band", "fit": "relaxed"}, View.FRONT, Hand.CREASED),
    "trousers-front": ("trousers", {}, View.FRONT, Hand.SOFT),
    "dress-front": ("dress", {}, View.FRONT, Hand.PRINTED),
    "dress-back": ("dress", {}, View.BACK, Hand.CRISP),
    "jacket-front": ("jacket", {}, View.FRONT, Hand.SOFT),
    "jacket-back": ("jacket", {}, View.BACK, Hand.SOFT),
    "skirt-front": ("skirt", {}, View.FRONT, Hand.CRISP),
    "tshirt-front": ("tshirt", {}, View.FRONT, Hand.SOFT),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_as_it_was_when_somebody_looked(name: str) -> None:
    garment, choices, view, hand = PICTURES[name]
    style = styled(garment, choices, view=view, wide=240, hand=hand)
    shown = np.asarray(coloured(style, PAINTS), int)
    kept = KEPT / f"{name}.png"
    known = np.asarray(Image.open(kept), int) if kept.exists() else np.zeros_like(shown)
    away = np.abs(shown - known)
    if away.max() > FARTHEST or away.mean() > ON_AVERAGE:
        NEW.mkdir(parents=True, exist_ok=True)
        Image.fromarray(shown.astype(np.uint8)).save(NEW / f"{name}.png", optimize=True)
        Image.fromarray(np.clip(away * 8, 0, 255).astype(np.uint8)).save(NEW / f"{name}-away.png")
    assert away.max() <= FARTHEST
    assert away.mean() <= ON_AVERAGE
