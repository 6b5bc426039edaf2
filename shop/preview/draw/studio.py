"""The room in which a garment is pictured: grey ground, soft light, the garment's shadow."""

from shop.preview.draw.spec import Frame
from shop.preview.draw.svg import number, tag, url

WIDE, TALL = 720, 960  # pixels


def definitions() -> str:
    stops = (("0", "#e9e7e4"), ("0.55", "#dedbd7"), ("1", "#c9c5bf"))
    return tag(
        "radialGradient",
        *(tag("stop", offset=offset, stop_color=colour) for offset, colour in stops),
        id="studio",
        cx=0.47,
        cy=0.42,
        r=0.8,
    )


def backdrop(frame: Frame) -> str:
    return tag(
        "rect",
        x=-frame.centre,
        y=-frame.top,
        width=frame.width,
        height=frame.height,
        fill=url("studio"),
    )


def drop_shadow(silhouette: str) -> str:
    """Return three shadows of the whole garment: wide, near, and where it touches."""
    return "".join(
        tag(
            "g",
            silhouette,
            filter=url(f"b-{blur}"),
            fill="#2b2723",
            fill_opacity=opacity,
            transform=f"translate({x} {y})",
        )
        for blur, opacity, x, y in (
            ("d", 0.34, 0.7, 1.5),
            ("c", 0.26, 0.35, 0.7),
            ("b", 0.2, 0.1, 0.2),
        )
    )


def document(frame: Frame, title: str, *inside: str) -> str:
    box = (-frame.centre, -frame.top, frame.width, frame.height)
    return tag(
        "svg",
        tag("title", title),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        width=WIDE,
        height=TALL,
        viewBox=" ".join(number(value) for value in box),
        role="img",
    )
