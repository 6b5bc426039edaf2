"""The numbers of a cloth: by rule from what the catalogue says, finer where a cloth needs it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from shop.preview.draw.cloth.fabric import Fabric, Print, Sequence
from shop.preview.draw.colours import WHITEST, mixed, worn
from shop.preview.draw.looks import ClothLook

PALE: Final = "#e6e9ec"
THIN_STRIPE_MM: Final = 10  # wider repeats are lines on a ground
THIN_CHECK_MM: Final = 15
LINE_CM: Final = 0.16
FLORAL_CM: Final = 24.0


@lru_cache(maxsize=512)
def fabric_of(look: ClothLook) -> Fabric:
    """Return the cloth's numbers; any weave and pattern that the catalogue knows has some."""
    base = _WEAVES.get(_kind(look), _plain)(look)
    pattern = _PATTERNS.get(look.pattern)
    return pattern(look, base) if pattern else base


def _kind(look: ClothLook) -> str:
    if look.pattern == "herringbone":
        return "herringbone"
    for word, kind in _WORDS.items():
        if word in look.code or word in look.weave.lower():
            return kind
    return "plain"


# The first word that fits a cloth's code or weave decides; threads per cm are what mills give.
_WORDS: Final[Mapping[str, str]] = {
    "jersey": "jersey",
    "denim": "denim",
    "chambray": "chambray",
    "herringbone": "herringbone",
    "linen": "linen",
    "cotton-flannel": "flannel",
    "flannel": "milled",
    "tropical": "tropical",
    "crêpe": "crepe",
    "satin": "satin",
    "silk": "satin",
    "oxford": "oxford",
    "twill": "twill",
}


def _yarn(colour: str) -> Sequence:
    return ((worn(colour), 1),)


def _of(warp: str, weft: str, **numbers: Any) -> Fabric:
    """Return a cloth of one colour each way."""
    return Fabric(warp=_yarn(warp), weft=_yarn(weft), **numbers)


def _plain(look: ClothLook) -> Fabric:
    return _of(look.ground, look.ground, ends=52, picks=34, gloss=0.6, grain=0.010)


def _oxford(look: ClothLook) -> Fabric:
    weft = PALE if look.pattern == "melange" else look.ground
    warp = mixed(look.ground, look.accent, -0.25) if look.pattern == "melange" else look.ground
    return Fabric(
        weave="basket", ends=24, picks=20, warp=_yarn(warp), weft=_yarn(weft), slub=(0.014, 0.014),
        relief=1.5, gloss=0.35, grain=0.022, size=12,
    )  # fmt: skip


def _twill(look: ClothLook) -> Fabric:
    return _of(
        look.ground,
        look.ground,
        weave="twill-22",
        ends=42,
        picks=30,
        slub=(0.03, 0.03),
        relief=1.3,
        gloss=0.7,
    )


def _herringbone(look: ClothLook) -> Fabric:
    return Fabric(
        weave="herringbone", ends=24 * 2 / (look.repeat_mm / 10 or 1.4), picks=28,
        warp=_yarn(look.ground), weft=_yarn(mixed(look.ground, look.accent, 1.4)),
        slub=(0.02, 0.02), relief=2.0, gloss=0.8, cover=0.08,
    )  # fmt: skip


def _denim(look: ClothLook) -> Fabric:
    raw = look.code.startswith("raw")
    return Fabric(
        weave="twill-31", ends=28, picks=20, warp=_yarn(mixed(look.ground, look.accent, -0.18)),
        weft=_yarn(mixed(look.accent, PALE, 0.5)), slub=(0.16 if raw else 0.13, 0.04),
        slub_cm=(4.5, 1.2), relief=0.9, gloss=0.25, grain=0.06, cover=0.62, size=14,
    )  # fmt: skip


def _chambray(look: ClothLook) -> Fabric:
    warp = mixed(look.ground, look.accent, -0.6)
    return Fabric(
        ends=30, picks=26, warp=_yarn(warp), weft=_yarn(PALE), slub=(0.08, 0.08), slub_cm=(3, 2),
        relief=0.9, gloss=0.3, grain=0.028, size=12,
    )  # fmt: skip


def _linen(look: ClothLook) -> Fabric:
    slub = (0.085, 0.095) if look.pattern == "melange" else (0.06, 0.07)
    return _of(
        look.ground,
        mixed(look.ground, look.accent, 0.55),
        ends=18, picks=17, slub=slub, slub_cm=(2.2, 2.2), relief=1.3, gloss=0.25, grain=0.04,
        size=14, crumple=1,
    )  # fmt: skip


def _milled(look: ClothLook) -> Fabric:
    return _of(
        look.ground,
        mixed(look.ground, look.accent, 0.6),
        weave="twill-22", ends=24, picks=22, slub=(0.07, 0.07), slub_cm=(1.2, 1.2), relief=0.5,
        gloss=0.2, grain=0.09, cloud=0.022, size=12,
    )  # fmt: skip


def _flannel(look: ClothLook) -> Fabric:
    return _of(look.ground, look.ground,
        weave="twill-22", ends=26, picks=24, slub=(0.05, 0.05), slub_cm=(1.5, 1.5), relief=0.5,
        gloss=0.2, grain=0.07, cloud=0.018, size=12)  # fmt: skip


def _tropical(look: ClothLook) -> Fabric:
    return _of(
        look.ground,
        mixed(look.ground, look.accent, 0.4),
        ends=26,
        picks=24,
        slub=(0.05, 0.05),
        gloss=0.45,
        grain=0.05,
        size=10,
    )


def _crepe(look: ClothLook) -> Fabric:
    return _of(look.ground, look.ground,
        weave="crepe", ends=32, picks=28, slub=(0.03, 0.03), relief=1.6, gloss=0.35, grain=0.04,
        size=10)  # fmt: skip


def _satin(look: ClothLook) -> Fabric:
    return _of(
        look.ground, look.ground, weave="satin", ends=60, picks=40, slub=(0.02, 0.02), gloss=1.5
    )


def _jersey(look: ClothLook) -> Fabric:
    return _of(look.ground, look.ground,
        weave="jersey", ends=28, picks=36, slub=(0.02, 0.015), relief=0.8, gloss=0.2, grain=0.025,
        size=10)  # fmt: skip


def _stripe(look: ClothLook, base: Fabric) -> Fabric:
    """Stripe the warp; the pale weft hides less of it, so that the stripe keeps its colour."""
    repeat = look.repeat_mm / 10 or 1.0
    ends = round(base.ends * repeat)
    lines = look.repeat_mm > THIN_STRIPE_MM
    coloured = max(1, round(LINE_CM * base.ends)) if lines else ends // 2
    if look.code.startswith("university"):
        coloured = ends // 3
    warp = ((worn(look.ground), ends - coloured), (worn(look.accent), coloured))
    return replace(base, ends=ends / repeat, warp=warp, weft=_yarn(look.ground), cover=0.45,
                 size=max(base.size, repeat))  # fmt: skip


def _check(look: ClothLook, base: Fabric) -> Fabric:
    """Line or band both ways; a glen check is bands of two-and-two threads under a line."""
    if look.code.startswith("glen"):
        return _glen(look, base)
    repeat = look.repeat_mm / 10 or 1.0
    ends, picks = round(base.ends * repeat), round(base.picks * repeat)
    thin = look.repeat_mm > THIN_CHECK_MM and "flannel" not in look.code
    share = LINE_CM / repeat if thin else 0.4
    along, across = max(2, round(share * ends)), max(2, round(share * picks))
    ground, accent = worn(look.ground), worn(look.accent)
    if thin:
        warp: Sequence = ((ground, ends - along), (accent, along))
        weft: Sequence = ((ground, picks - across), (accent, across))
    else:
        dark = mixed(ground, "#14181a", 0.55)
        warp = _plaid(ground, dark, accent, ends)
        weft = _plaid(ground, dark, accent, picks)
    return replace(base, ends=ends / repeat, picks=picks / repeat, warp=warp, weft=weft,
                 size=max(base.size, 2 * repeat))  # fmt: skip


def _plaid(ground: str, dark: str, accent: str, count: int) -> Sequence:
    band, line = round(0.26 * count), max(2, round(0.045 * count))
    rest = count - 2 * band - line
    return (
        (ground, rest // 2),
        (dark, band),
        (accent, line),
        (dark, band),
        (ground, rest - rest // 2),
    )


def _glen(look: ClothLook, base: Fabric) -> Fabric:
    """Return 4 dark 4 light, then 2 dark 2 light: the trade's Prince of Wales count."""
    light, dark = worn(look.ground), worn(look.accent)
    repeat = look.repeat_mm / 10
    return replace(
        base, weave="twill-22", warp=_glen_row(light, dark, round(base.ends * repeat)),
        weft=_glen_row(light, dark, round(base.picks * repeat)), size=2 * repeat,
    )  # fmt: skip


def _glen_row(light: str, dark: str, count: int) -> Sequence:
    fours, twos = (count // 2) // 8, (count - (count // 2) // 8 * 8) // 4
    return ((dark, 4), (light, 4)) * fours + ((dark, 2), (light, 2)) * twos


def _floral(look: ClothLook, base: Fabric) -> Fabric:
    look_print = Print(
        kind="floral", ground=worn(look.ground), accent=look.accent, repeat=FLORAL_CM
    )
    return replace(_bleached(base), printed=look_print, size=FLORAL_CM)


def _dots(look: ClothLook, base: Fabric) -> Fabric:
    repeat = look.repeat_mm / 10 or 1.2
    look_print = Print(
        kind="dots", ground=worn(look.ground), accent=worn(look.accent), repeat=repeat
    )
    return replace(_bleached(base), printed=look_print, size=repeat * max(1, round(9.6 / repeat)))


def _bleached(base: Fabric) -> Fabric:
    """Return the cloth as it comes to the printer."""
    return replace(base, warp=_yarn(WHITEST), weft=_yarn(WHITEST))


_WEAVES: Final[Mapping[str, Callable[[ClothLook], Fabric]]] = {
    "oxford": _oxford, "twill": _twill, "herringbone": _herringbone, "denim": _denim,
    "chambray": _chambray, "linen": _linen, "milled": _milled, "flannel": _flannel,
    "tropical": _tropical, "crepe": _crepe, "satin": _satin, "jersey": _jersey,
}  # fmt: skip
_PATTERNS: Final[Mapping[str, Callable[[ClothLook, Fabric], Fabric]]] = {
    "stripe": _stripe, "check": _check, "floral": _floral, "dots": _dots,
}  # fmt: skip
