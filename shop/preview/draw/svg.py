"""SVG as text: tags, numbers, paths. Presentation attributes only, the policy allows no style."""

from collections.abc import Iterable
from html import escape

from shop.geometry.curves import Curve, Line, Point, is_straight


def number(value: float, places: int = 2) -> str:
    text = f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"
    if text in {"-0", ""}:
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def tag(name: str, *inside: str, **attributes: str | float | None) -> str:
    """Return an element; stroke_width is written stroke-width, None is left out."""
    words = "".join(
        f' {key.replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{words}>{''.join(inside)}</{name}>" if inside else f"<{name}{words}/>"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)


def said(text: str) -> str:
    return escape(text)


def use(target: str, **attributes: str | float | None) -> str:
    return tag("use", href=f"#{target}", **attributes)


def url(target: str) -> str:
    return f"url(#{target})"


def _point(point: Point, places: int = 2) -> str:
    x, y = number(point[0], places), number(point[1], places)
    return x + y if y.startswith("-") else f"{x} {y}"


def _row(points: Iterable[Point], places: int = 2) -> str:
    out = ""
    for point in points:
        text = _point(point, places)
        out += text if not out or text.startswith("-") else f" {text}"
    return out


def path_of(curve: Curve) -> str:
    """Return closed Bézier path data, relative so that it stays short."""
    out = [f"M{_point(curve[0][0])}"]
    x, y = (round(v, 2) for v in curve[0][0])
    for cubic in curve:
        steps = [(px - x, py - y) for px, py in cubic[1:]]
        dx, dy = round(steps[2][0], 2), round(steps[2][1], 2)
        if dx or dy:
            out.append("l" + _point((dx, dy)) if is_straight(cubic) else "c" + _row(steps))
        x, y = x + dx, y + dy
    return "".join(out) + "z"


def path_through(line: Line, *, closed: bool = False, places: int = 2) -> str:
    """Return path data through the points; one place is enough for what will be blurred."""
    x, y = (round(v, places) for v in line[0])
    steps = []
    for px, py in line[1:]:
        dx, dy = round(px - x, places), round(py - y, places)
        x, y = x + dx, y + dy
        if dx or dy:
            steps.append((dx, dy))
    return f"M{_point(line[0], places)}l{_row(steps, places)}" + ("z" if closed else "")
