"""The table of measures: four layers, tolerance, origin, and a box for the check."""

from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Table

from shop.kernel.texts import gettext as _
from shop.production.draw.parts import BOLD, INK, says, table
from shop.production.draw.spec import SpecPoint

WIDTHS: Final = [68.0, 16.0, 14.0, 22.0, 18.0, 16.0, 17.0, 19.0]
SHADE: Final = HexColor("#EFEBE3")


def measures(points: tuple[SpecPoint, ...]) -> Table:
    """Return the table; lengths in cm. What is estimated is marked by a word, not by a colour."""
    heads = [_("Measure (cm)"), _("Body"), _("Ease"), _("FINISHED"), _("Tolerance"), _("Cut"),
             _("From"), _("Checked")]  # fmt: skip
    rows: list[list[Any]] = [heads, *(_row(point) for point in points)]
    return table(
        rows, WIDTHS,
        ("FONT", (0, 0), (-1, 0), BOLD, 8),
        ("FONT", (1, 1), (2, -1), "Source Sans", 10),
        ("FONT", (3, 1), (3, -1), BOLD, 15),
        ("FONT", (5, 1), (5, -1), BOLD, 10.5),
        ("ALIGN", (1, 0), (5, -1), "RIGHT"),
        ("BACKGROUND", (3, 0), (3, -1), SHADE),
        ("GRID", (7, 1), (7, -1), 0.25 * mm, INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.4 * mm, INK),
    )  # fmt: skip


def cm(length_mm: int) -> str:
    """Write millimetres as a tape reads: `52.5`."""
    return f"{length_mm / 10:.1f}".replace("-", "\N{MINUS SIGN}")


def tolerance(point: SpecPoint) -> str:
    """Write the tolerance in cm: `± 0.6`, or both where plus and minus differ."""
    if point.plus_mm == point.minus_mm:
        return f"± {cm(point.plus_mm)}"
    return f"+{cm(point.plus_mm)} \N{MINUS SIGN}{cm(point.minus_mm)}"


def body(point: SpecPoint) -> str:
    """Write what the ease is added to, and the body's own measure where that is another."""
    if point.base_mm == point.body_mm:
        return cm(point.body_mm)
    return _("%(share)s\nof %(body)s", share=cm(point.base_mm), body=cm(point.body_mm))


def _row(point: SpecPoint) -> list[Any]:
    ease = ("+" if point.ease_mm > 0 else "") + cm(point.ease_mm)
    source = says(point.source, size=8, bold=point.is_estimated)
    return [says(point.name, size=10, bold=True, under=point.how), body(point), ease,
            cm(point.mm), tolerance(point), cm(point.cut_mm), source, ""]  # fmt: skip
