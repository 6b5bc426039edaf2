"""The table of measures: four layers, tolerance, origin, and a box for the check."""

from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Table

from shop.kernel.texts import gettext as _
from shop.production.draw.parts import BOLD, INK, says, table
from shop.production.rules.origins import cm, signed
from shop.production.rules.spec import SpecPoint

WIDTHS: Final = [63.0, 16.0, 14.0, 20.0, 18.0, 16.0, 26.0, 17.0]
SHADE: Final = HexColor("#EFEBE3")


def measures(points: tuple[SpecPoint, ...]) -> Table:
    """Return the table; lengths in cm. What is estimated is marked by a word, not by a colour."""
    heads = [
        _("Measure (cm)"),
        _("Body"),
        _("Ease"),
        _("FINISHED"),
        _("Tolerance"),
        _("Cut"),
        _("From"),
        _("Checked"),
    ]
    rows: list[list[Any]] = [heads, *(_row(point) for point in points)]
    return table(
        rows,
        WIDTHS,
        ("FONT", (0, 0), (-1, 0), BOLD, 8),
        ("FONT", (1, 1), (2, -1), "Source Sans", 10),
        ("FONT", (3, 1), (3, -1), BOLD, 15),
        ("FONT", (5, 1), (5, -1), BOLD, 10.5),
        ("ALIGN", (1, 0), (5, -1), "RIGHT"),
        ("BACKGROUND", (3, 0), (3, -1), SHADE),
        ("GRID", (7, 1), (7, -1), 0.25 * mm, INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.4 * mm, INK),
    )


def tolerance(point: SpecPoint) -> str:
    """Write the tolerance in cm: `± 0.6`, or both where plus and minus differ."""
    if point.plus_mm == point.minus_mm:
        return f"± {cm(point.plus_mm)}"
    return f"+{cm(point.plus_mm)} \N{MINUS SIGN}{cm(point.minus_mm)}"


def body(point: SpecPoint) -> str:
    """Write what the ease is added to, and the body's own measure where that is another."""
    if point.body_mm is None or point.base_mm is None:
        return "\N{EN DASH}"
    if point.base_mm == point.body_mm:
        return cm(point.body_mm)
    return _("%(share)s\nof %(body)s", share=cm(point.base_mm), body=cm(point.body_mm))


def ease(point: SpecPoint) -> str:
    """Write what is added to the body; a dash where that is not known."""
    return "\N{EN DASH}" if point.body_mm is None else signed(point.ease_mm)


def changed(point: SpecPoint) -> list[str]:
    """Write how ease and cut come about, where that is not what the house does with each."""
    said = [_("Ease: %(parts)s", parts=point.ease)] if point.ease else []
    return [*said, _("Cut: %(parts)s", parts=point.cut)] if point.cut else said


def reckoned(points: tuple[SpecPoint, ...]) -> list[Table]:
    """Return the table of what is changed for this wearer and cloth, point by point, if any is."""
    rows = [
        [says(each.name, bold=True), says("; ".join(changed(each)))]
        for each in points
        if changed(each)
    ]
    if not rows:
        return []
    head = [_("How ease and cut come about (cm)"), ""]
    return [
        table(
            [head, *rows],
            [40, 150],
            ("FONT", (0, 0), (-1, 0), BOLD, 9.5),
            ("LINEBELOW", (0, 0), (-1, 0), 0.4 * mm, INK),
        )
    ]


def _row(point: SpecPoint) -> list[Any]:
    source = says(point.source, size=7, bold=point.is_doubtful)
    return [
        says(point.name, size=10, bold=True, under=point.how),
        body(point),
        ease(point),
        cm(point.mm),
        tolerance(point),
        cm(point.cut_mm),
        source,
        "",
    ]
