"""The figure itself: one silhouette, soft shade towards its edges, soft lights on what is round."""

from typing import Final

from shop.geometry.curves import Curve, backwards, joined, mirrored, through
from shop.preview.draw.figures.spec import Figure, Soft
from shop.preview.draw.spec import View
from shop.preview.draw.svg import number, path_of, tag, url, use

SKIN: Final = "#d8d0c4"
SHADE: Final = "#6f6355"
LIGHT: Final = "#fffaf0"
AROUND: Final = "M-200-200H200V400H-200z"  # turns a silhouette into a hole
WEAKER: Final = 0.8  # lights on the side that is turned away


def definitions(figure: Figure, view: View) -> str:
    """Return the shapes of the figure and the filters that soften its shades."""
    outline, head = path_of(_outline(figure, view)), path_of(_head(figure, view))
    return (
        tag("path", id="body", d=outline)
        + tag("path", id="head", d=head)
        + tag("path", id="round-body", d=AROUND + outline, fill_rule="evenodd")
        + tag("path", id="round-head", d=AROUND + head, fill_rule="evenodd")
        + tag("clipPath", use("body"), id="in-body")
        + tag("clipPath", use("head"), id="in-head")
        + _blur("soft", 0.7)
        + _blur("softer", 2.2)
        + _blur("softest", 5)
        + _glow("light", LIGHT)
        + _glow("shade", SHADE)
    )


def drawn(figure: Figure, view: View) -> str:
    softs = "".join(_soft(soft) for soft in figure.softs if view in soft.views)
    under = _shifted("head", 0.6, 2.4, 0.5, "softer") if view is View.FRONT else ""
    trunk = tag("g", _modelled("body") + softs + under, clip_path=url("in-body"))
    head = tag("g", _modelled("head"), clip_path=url("in-head"))
    return use("body", fill=SKIN) + trunk + use("head", fill=SKIN) + head


def _outline(figure: Figure, view: View) -> Curve:
    half = joined([through(figure.curves[name]) for name in figure.outlines[view]])
    return joined([half, backwards(mirrored(half))])


def _head(figure: Figure, view: View) -> Curve:
    half = through(figure.curves[figure.heads[view]])
    return joined([half, backwards(mirrored(half))])


def _modelled(name: str) -> str:
    """Darken what turns away, most below and on the right; leave a rim of light on the left."""
    around = f"round-{name}"
    return (
        _shifted(around, -2.6, -1.6, 0.38, "softest")
        + _shifted(around, -0.9, -0.5, 0.34, "softer")
        + _shifted(around, 0, 0, 0.42, "soft")
        + _shifted(around, 1.5, 1.1, 0.34, "softer", LIGHT)
    )


def _shifted(  # noqa: PLR0917 - where, how strong, how soft
    name: str, x: float, y: float, opacity: float, blur: str, colour: str = SHADE
) -> str:
    moved = f"translate({number(x)} {number(y)})"
    return use(name, fill=colour, fill_opacity=opacity, filter=url(blur), transform=moved)


def _soft(soft: Soft) -> str:
    sides = ((1, WEAKER), (-1, 1.0)) if soft.at[0] else ((1, 1.0),)
    return "".join(_ellipse(soft, side, strength) for side, strength in sides)


def _ellipse(soft: Soft, side: int, strength: float) -> str:
    x, y = soft.at
    reach = 1.5  # the glow dies out before its edge
    return tag(
        "ellipse",
        rx=soft.size[0] * reach,
        ry=soft.size[1] * reach,
        transform=f"translate({number(side * x)} {number(y)}) rotate({number(side * soft.turn)})",
        fill=url("light" if soft.by > 0 else "shade"),
        fill_opacity=abs(soft.by) * (strength if soft.by > 0 else 1),
    )


def _blur(name: str, radius: float) -> str:
    return tag(
        "filter",
        tag("feGaussianBlur", stdDeviation=radius),
        id=name,
        filterUnits="userSpaceOnUse",
        x=-90,
        y=-30,
        width=180,
        height=240,
    )


def _glow(name: str, colour: str) -> str:
    stops = ((0, 1), (0.35, 0.72), (0.7, 0.2), (1, 0))
    return tag(
        "radialGradient",
        *(tag("stop", offset=at, stop_color=colour, stop_opacity=by) for at, by in stops),
        id=name,
    )
