"""The colours of a flower print, out of the two that the catalogue tells."""

from colorsys import rgb_to_hls
from dataclasses import dataclass
from typing import Final

from shop.preview.draw.cloth.yarns import Print
from shop.preview.draw.colours import channels, mixed, worn

Tones = tuple[str, str, str]  # light, middle, dark
GREENS: Final = (0.18, 0.48)  # hues, in shares of the circle
DUSK: Final = 0.35  # lightness below which a ground is night
DAY_BLOOMS: Final = ("#b9604f", "#7489ae", "#d3a6a0", "#8d7a9c", "#b9604f", "#cfa766", "#d3a6a0")
NIGHT_BLOOMS: Final = ("#d8b8a6", "#9a86ab", "#a4505f")
DAY_LEAF, NIGHT_LEAF = "#74905f", "#5d8174"
CREAM: Final = "#f4eee0"


@dataclass(frozen=True, kw_only=True)
class Palette:
    blooms: tuple[Tones, ...]
    white: Tones
    leaf: Tones
    ghost: Tones  # leaves behind the others, hardly there
    heart: Tones


def palette_of(print_: Print) -> Palette:
    """Return the colours. A green accent is the leaves', any other one the first blossom's."""
    ground = print_.ground
    hue, lightness, _ = rgb_to_hls(*channels(print_.accent))
    night = rgb_to_hls(*channels(ground))[1] < DUSK
    green = GREENS[0] < hue < GREENS[1] and lightness > 0
    leaf = print_.accent if green else (NIGHT_LEAF if night else DAY_LEAF)
    others = NIGHT_BLOOMS if night else DAY_BLOOMS
    blooms = others if green else (print_.accent, print_.accent, print_.accent, *others)
    return Palette(
        blooms=tuple(_tones(bloom, ground) for bloom in blooms),
        white=(worn(CREAM), mixed(CREAM, ground, 0.16), mixed(CREAM, leaf, 0.34)),
        leaf=(mixed(leaf, CREAM, 0.20), mixed(leaf, "#20342e", 0.18), mixed(leaf, "#16282a", 0.42)),
        ghost=(mixed(ground, leaf, 0.20), mixed(ground, leaf, 0.27), mixed(ground, leaf, 0.13)),
        heart=("#e3bd62", "#c08f3c", "#8a5a2c"),
    )


def _tones(colour: str, ground: str) -> Tones:
    """Return a colour lighter, as it is and darker, a little of the ground in all of them."""
    face = mixed(colour, ground, 0.08)
    return mixed(face, CREAM, 0.30), face, mixed(face, "#3a1626", 0.30)
