"""Light and shadow on a panel: rounded sides, folds, the thickness of an edge."""

import math
from functools import lru_cache
from typing import Final

from shop.preview.draw.colours import Tones
from shop.preview.draw.drawing import Fold, Panel, Shade
from shop.preview.draw.geometry import Line, Point, sampled
from shop.preview.draw.lines import box, halfway, normals, spread, thinned
from shop.preview.draw.spec import Frame
from shop.preview.draw.svg import path_through, tag, url, use

BLURS: Final = {"a": 0.12, "b": 0.32, "c": 0.8, "d": 1.9}  # name → cm
FOLD_POINTS: Final = 5
FLAT: Final = 0.01
SPARE: Final = 0.016  # cm that a stitch line may cut a corner
AWAY: Final = (0.64, 0.76)  # from the light, which comes from the upper left


def filters(frame: Frame) -> str:
    """Return the definitions of the blurs; their region is the picture, or thin lines vanish."""
    return "".join(
        tag(
            "filter",
            tag("feGaussianBlur", stdDeviation=deviation),
            id=f"b-{name}",
            filterUnits="userSpaceOnUse",
            x=-frame.centre,
            y=-frame.top,
            width=frame.width,
            height=frame.height,
            color_interpolation_filters="sRGB",
        )
        for name, deviation in BLURS.items()
    )


def blur_for(deviation: float) -> str:
    """Return the blur that comes nearest."""
    return min(BLURS, key=lambda name: abs(math.log(BLURS[name] / deviation)))


def shades(panel: Panel, tones: Tones) -> str:
    """Return the rounding of the panel; the side away from the light is darker."""
    out = ""
    for blur, darkens, strokes in _shade_groups(panel):
        power = 1 if darkens else tones.light_power
        colour = tones.dark if darkens else tones.light
        out += tag("g", strokes, filter=url(f"b-{blur}"), fill="none", stroke=colour, opacity=power)
    return out


@lru_cache(maxsize=4096)
def _shade_groups(panel: Panel) -> tuple[tuple[str, bool, str], ...]:
    groups: dict[tuple[str, bool], str] = {}
    for shade in panel.shades:
        key = (blur_for(shade.width * 0.3), shade.by < 0)
        stroke = tag(
            "path",
            d=path_through(sampled(shade.line, 2), places=1),
            stroke_width=shade.width,
            stroke_opacity=_strength(shade, panel),
        )
        groups[key] = groups.get(key, "") + stroke
    return tuple((blur, darkens, strokes) for (blur, darkens), strokes in groups.items())


def _strength(shade: Shade, panel: Panel) -> float:
    left, _, right, _ = box(panel.edge)
    line = sampled(shade.line, 2)
    middle = sum(x for x, _ in line) / len(line)
    place = (middle - (left + right) / 2) / ((right - left) / 2 or 1)
    lean = 1 + 0.38 * place if shade.by < 0 else 1 - 0.38 * place
    return abs(shade.by) * lean


def folds(panel: Panel, tones: Tones) -> str:
    """Return the folds: a lit flank, a crest, a shaded flank that runs out softly."""
    return "".join(
        tag(
            "g",
            tag("g", shaded, fill=tones.dark),
            tag("g", lit, fill=tones.light, opacity=tones.light_power),
            filter=url(f"b-{blur}"),
        )
        for blur, shaded, lit in _fold_groups(panel)
    )


@lru_cache(maxsize=4096)
def _fold_groups(panel: Panel) -> tuple[tuple[str, str, str], ...]:
    groups: dict[str, tuple[str, str]] = {}
    for fold in panel.folds:
        if fold.height > FLAT:
            shaded, lit = _flanks(fold)
            blur = blur_for(0.15 if fold.sharp else 0.3 * fold.width)
            before = groups.get(blur, ("", ""))
            groups[blur] = before[0] + shaded, before[1] + lit
    return tuple((blur, shaded, lit) for blur, (shaded, lit) in groups.items())


def _flanks(fold: Fold) -> tuple[str, str]:
    """Return the shaded and the lit flank; a steep fold is darker than a broad one."""
    crest = spread(fold.line, FOLD_POINTS)
    sideways = normals(crest)
    middle = sideways[FOLD_POINTS // 2]
    away = 1 if middle[0] * AWAY[0] + middle[1] * AWAY[1] > 0 else -1
    steep = fold.height / fold.width
    shaded = _flank(crest, sideways, fold, away * 1.25)
    lit = _flank(crest, sideways, fold, away * -0.9)
    return (
        tag("path", d=shaded, fill_opacity=min(0.46, 0.06 + 1.05 * steep)),
        tag("path", d=lit, fill_opacity=min(0.6, 0.10 + 1.35 * steep)),
    )


def _flank(crest: Line, sideways: Line, fold: Fold, side: float) -> str:
    """Return the surface between the crest and the foot of the fold."""
    last = len(crest) - 1
    foot: list[Point] = []
    for i, ((x, y), (nx, ny)) in enumerate(zip(crest, sideways, strict=True)):
        t = i / last
        reach = side * fold.width * _taper(t, fold) * (0.75 + 0.5 * t)
        foot.append((x + nx * reach, y + ny * reach))
    return path_through((*crest, *reversed(foot[1:-1])), closed=True, places=1)


def _taper(t: float, fold: Fold) -> float:
    return _smooth(t / fold.open) * _smooth((1 - t) / fold.close)


def _smooth(t: float) -> float:
    t = min(max(t, 0), 1)
    return t * t * (3 - 2 * t)


def bevel(panel: Panel, target: str, tones: Tones) -> str:
    """Return the thickness of the cloth: light on the upper left edges, dark on the others."""
    if not panel.bevel:
        return ""
    power = tones.light_power
    lit = use(
        target,
        stroke=tones.light,
        stroke_opacity=0.55 * panel.bevel * power,
        transform="translate(.06 .07)",
    )
    shaded = use(
        target,
        stroke=tones.dark,
        stroke_opacity=0.42 * panel.bevel,
        transform="translate(-.06 -.07)",
    )
    return tag("g", lit, shaded, fill="none", stroke_width=0.15)


def seams(panel: Panel, tones: Tones) -> str:
    """Return seams as a dark groove with a lit lip, and stitches lying in a faint hollow."""
    grooves, rows = _sewn(panel)
    return (_groove(grooves, tones) if grooves else "") + (
        _stitches(f"sewn-{panel.key}", rows, tones) if rows else ""
    )


@lru_cache(maxsize=4096)
def _sewn(panel: Panel) -> tuple[str, str]:
    grooves = "".join(path_through(thinned(line, SPARE)) for line in panel.seams)
    rows = "".join(path_through(thinned(line, SPARE)) for line in panel.stitches)
    return grooves, rows


def _groove(d: str, tones: Tones) -> str:
    line = {"fill": "none"}
    return tag("path", d=d, stroke=tones.dark, stroke_width=0.4, stroke_opacity=0.1, **line) + tag(
        "path", d=d, stroke=tones.edge, stroke_width=0.06, stroke_opacity=0.5, **line
    )


def _stitches(name: str, d: str, tones: Tones) -> str:
    """Return the hollow that the thread lies in, then the thread."""
    hollow = tag(
        "g",
        tag("path", id=name, d=d),
        fill="none",
        stroke=tones.dark,
        stroke_width=0.12,
        stroke_opacity=0.13,
    )
    return hollow + use(
        name,
        fill="none",
        stroke=tones.thread,
        stroke_width=0.05,
        stroke_dasharray=".24 .1",
        stroke_linecap="round",
        stroke_opacity=0.85,
    )


def crease(panel: Panel, tones: Tones) -> str:
    """Return the pressed crease of a trouser leg: a bright and a dark facet and a fine ridge."""
    pressed = _pressed(panel)
    if pressed is None:
        return ""
    shaded, lit, ridge = pressed
    return tag(
        "g",
        tag("g", shaded, fill=tones.dark),
        tag("g", lit, fill=tones.light, opacity=tones.light_power),
        filter=url("b-b"),
    ) + tag(
        "path", d=ridge, fill="none", stroke=tones.light, stroke_width=0.07, stroke_opacity=0.22
    )


@lru_cache(maxsize=1024)
def _pressed(panel: Panel) -> tuple[str, str, str] | None:
    if not panel.crease or not panel.tube:
        return None
    ridge = halfway(*panel.tube, start=0.16)
    height = 0.22 * panel.crease
    fold = Fold(line=ridge, width=1.5, height=height, open=0.5, close=0.01, sharp=False)
    return (*_flanks(fold), path_through(spread(ridge, 8, start=0.25)))
