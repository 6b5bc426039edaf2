"""Every garment as light: nothing outside the frame, no holes, the cloth changes no outline."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from PIL import Image, ImageDraw

from shop.preview.draw.raster.canvas import Canvas
from shop.preview.draw.raster.colour import coloured
from shop.preview.draw.raster.packing import packed, unpacked
from shop.preview.draw.raster.style import Style, styled
from shop.preview.draw.reader import garment_spec, garments
from shop.preview.draw.resolve import resolve
from shop.preview.draw.spec import Slot, View

WIDE = 180
THROUGH = 0.02  # of the room's light
BETWEEN_ARM_AND_BODY = 100  # pixels
TAPER = 10  # pixels in which such an opening runs out
EVERY = sorted(garments())
BODIES: list[dict[str, int]] = [
    {"chest": 760, "waist": 580, "hip": 780},
    {},
    {"chest": 1350, "waist": 1300, "hip": 1350},
    {"chest": 1250, "waist": 760, "hip": 900},
]


def enclosed(room: Image.Image) -> Iterator[list[tuple[int, int]]]:
    """Yield the white areas of an image, each as its pixels (row, column)."""
    while (np.asarray(room) == 255).any():
        row, column = np.argwhere(np.asarray(room) == 255)[0]
        ImageDraw.floodfill(room, (int(column), int(row)), 64)
        found = np.argwhere(np.asarray(room) == 64)
        room.paste(100, mask=Image.fromarray(((np.asarray(room) == 64) * 255).astype(np.uint8)))
        yield [(int(y), int(x)) for y, x in found]


def a_style(garment: str = "shirt", wide: int = WIDE, view: View = View.FRONT) -> Style:
    return styled(garment, {}, view=view, wide=wide)


@pytest.mark.parametrize(("garment", "view", "body"), list(product(EVERY, View, BODIES)))
def test_everything_is_inside_the_frame(garment: str, view: View, body: dict[str, int]) -> None:
    spec = garment_spec(garment)
    for fit in spec.groups.get("fit", ("",)):
        drawing = resolve(garment, {"fit": fit}, view=view, figure=body)
        canvas = Canvas.of(drawing.frame, WIDE)
        points = np.vstack([canvas.pixels(panel.edge) for panel in drawing.panels if panel.edge])
        assert points.min() >= 0
        assert points[:, 0].max() <= canvas.wide
        assert points[:, 1].max() <= canvas.tall


@pytest.mark.parametrize(("garment", "view"), list(product(EVERY, View)))
def test_no_room_shows_through_a_garment(garment: str, view: View) -> None:
    """All room is reached from the corner, or between arm and body; the rest are gaps in seams."""
    style = a_style(garment, 360, view)
    room = Image.fromarray((style.ground > THROUGH).astype(np.uint8) * 255).copy()
    ImageDraw.floodfill(room, (0, 0), 128)
    holes = [np.array(hole) for hole in enclosed(room)]
    open_ones = [hole for hole in holes if len(hole) > BETWEEN_ARM_AND_BODY]
    for hole in holes:
        assert any(np.abs(big - hole[0]).max(1).min() < TAPER for big in open_ones), hole[0]


@pytest.mark.parametrize(("garment", "view"), list(product(EVERY, View)))
def test_left_and_right_fall_differently(garment: str, view: View) -> None:
    light = a_style(garment, view=view).light
    both = (light > 0.1) & (light[:, ::-1] > 0.1)
    assert np.abs(light - light[:, ::-1])[both].mean() > 0.01


def test_the_cloth_changes_no_outline() -> None:
    style = a_style()
    white, navy = coloured(style, {Slot.MAIN: "#eceef1"}), coloured(style, {Slot.MAIN: "#1d2740"})
    outside = style.ground >= 0.999
    assert np.array_equal(np.asarray(white)[outside], np.asarray(navy)[outside])


def test_white_cloth_is_never_clipped_and_navy_never_grey() -> None:
    style = a_style(wide=360)
    white = np.asarray(coloured(style, {Slot.MAIN: "#eceef1"}))[style.box.part]
    navy = np.asarray(coloured(style, {Slot.MAIN: "#1d2740"}), int)[style.box.part]
    cloth = style.light > 0.5
    assert white[cloth].max() <= 252
    assert (navy[cloth][:, 2] >= navy[cloth][:, 0]).all()


def test_a_style_comes_back_from_bytes_as_it_was() -> None:
    style = a_style()
    again = unpacked(packed(style))
    paints = {Slot.MAIN: "#5f87bf", Slot.BUTTON: "#efe9df"}
    one, two = (np.asarray(coloured(each, paints), int) for each in (style, again))
    assert np.abs(one - two).max() <= 2


def test_bytes_that_are_no_style_are_told() -> None:
    with pytest.raises(ValueError, match=r"."):
        unpacked(b"not a style")


def test_artwork_is_printed_in_the_light_of_the_cloth() -> None:
    style = styled("tshirt", {"print": "front"}, view=View.FRONT, wide=360)
    red = Image.new("RGBA", (40, 40), (200, 20, 20, 255))
    plain = np.asarray(coloured(style, {Slot.MAIN: "#eceef1"}), int)
    printed = np.asarray(coloured(style, {Slot.MAIN: "#eceef1"}, red), int)
    changed = np.abs(plain - printed).max(-1) > 60
    assert 0.02 < changed.mean() < 0.4
    assert printed[changed][:, 0].std() > 1  # the folds are seen through the print


def test_a_transparent_artwork_leaves_the_cloth_alone() -> None:
    style = styled("tshirt", {"print": "front"}, view=View.FRONT, wide=360)
    clear = Image.new("RGBA", (40, 40), (200, 20, 20, 0))
    plain = coloured(style, {Slot.MAIN: "#eceef1"})
    assert np.array_equal(
        np.asarray(plain), np.asarray(coloured(style, {Slot.MAIN: "#eceef1"}, clear))
    )


def test_a_changed_collar_leaves_the_hem_as_it_was() -> None:
    spread = styled("shirt", {"collar": "spread"}, view=View.FRONT, wide=WIDE)
    band = styled("shirt", {"collar": "band"}, view=View.FRONT, wide=WIDE)
    rows = slice(-40, None)
    assert np.array_equal(spread.light[rows], band.light[rows])
