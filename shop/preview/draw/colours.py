"""Colours as hex words: mixing, shadow and light of a cloth."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

WHITEST: Final = "#eceef1"  # white cloth; a pure white would leave nothing for the light
SHADOW: Final = "#15171c"
LIGHT: Final = "#ffffff"

Channels = tuple[float, float, float]
Mix = Callable[[float, float], float]


def channels(colour: str) -> Channels:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def word(colour: Channels) -> str:
    return "#" + "".join(f"{round(255 * min(max(c, 0), 1)):02x}" for c in colour)


def mixed(one: str, two: str, share: float) -> str:
    """Return the first colour with a share of the second."""
    return word(_three(lambda a, b: a + (b - a) * share, one, two))


def multiplied(one: str, factor: float) -> str:
    return word(_three(lambda a, _: a * factor, one, one))


def brightness(colour: str) -> float:
    red, green, blue = channels(colour)
    return 0.21 * red + 0.72 * green + 0.07 * blue


def worn(colour: str) -> str:
    """Return the colour as cloth can show it: in its own hue, not brighter than white cloth."""
    bright, most = brightness(colour), brightness(WHITEST)
    return multiplied(colour, most / bright) if bright > most else colour


def _three(mix: Mix, one: str, two: str) -> Channels:
    a, b = channels(one), channels(two)
    return mix(a[0], b[0]), mix(a[1], b[1]), mix(a[2], b[2])


@dataclass(frozen=True, kw_only=True)
class Tones:
    """What light does to one colour of cloth."""

    cloth: str
    dark: str
    light: str
    edge: str
    thread: str


def tones(cloth: str) -> Tones:
    """Return shadow and light that stay inside the cloth's own hue."""
    bright = brightness(cloth)
    glow = mixed(cloth, LIGHT, 0.32 if bright < 0.35 else 0.8)  # noqa: PLR2004 - by eye
    thread = mixed(cloth, LIGHT, 0.26) if bright < 0.5 else mixed(cloth, SHADOW, 0.16)  # noqa: PLR2004
    return Tones(
        cloth=cloth,
        dark=multiplied(mixed(cloth, SHADOW, 0.10), 0.28),
        light=glow,
        edge=multiplied(mixed(cloth, SHADOW, 0.06), 0.42),
        thread=thread,
    )
