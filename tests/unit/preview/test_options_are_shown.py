"""What the catalogue offers is in the drawing, option by option."""

from pathlib import Path

import pytest
import yaml

from shop.preview.draw.reader import garment_spec

GARMENTS = sorted((Path(__file__).parents[3] / "shop/catalogue/files/garments").glob("*.yaml"))
DRAWN_OTHERWISE = {"cloth", "monogram-text", "artwork"}  # as cloth, as letters, as the print
# What lies inside or at the hem, a depth in centimetres and a colour the drawing has no room for
# are told in words or shown as a colour beside the picture
TOLD_IN_WORDS = {"several", "number", "colour"}


@pytest.mark.parametrize("path", GARMENTS, ids=lambda path: path.stem)
def test_every_value_of_every_group_is_in_the_shapes(path: Path) -> None:
    drawn = garment_spec(path.stem).groups
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]

    offered = {
        (group, value)
        for group, told in groups.items()
        if group not in DRAWN_OTHERWISE
        if group in drawn or told.get("kind") not in TOLD_IN_WORDS
        for value in told["values"]
    }

    assert offered == {(group, value) for group, values in drawn.items() for value in values}
