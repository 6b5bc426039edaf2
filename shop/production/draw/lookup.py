"""What is looked up: the cloth, every option, the parts, the work, the care label."""

from typing import Any

from reportlab.lib.colors import white as WHITE  # noqa: N812  # a constant there
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from shop.kernel.texts import gettext as _
from shop.production.draw.parts import BOLD, INK, says, table
from shop.production.rules.origins import cm
from shop.production.rules.spec import ClothToCut, Option, Spec

HALF = 93.0


def second(spec: Spec) -> Table:
    """Return the second page: options and monogram on the left, parts, work and care right."""
    left = [_options(name, rows) for name, rows in spec.sections]
    if spec.monogram:
        left.insert(0, _options(_("Monogram, exactly as stitched"), spec.monogram))
    right = [_parts(spec), _tasks(spec), _care(spec.cloth)]
    columns = [_column(left), _column(right)]
    return table(
        [columns],
        [HALF + 4, HALF],
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, 0), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("LINEBELOW", (0, 0), (-1, -1), 0, WHITE),
    )


def cloth(each: ClothToCut, width: float) -> Table:
    """Return the numbers of the cloth, its roll and what to cut from it."""
    kept = _("%(roll)s, lot %(lot)s", roll=each.roll, lot=each.dye_lot) if each.roll else _("none")
    pattern = f"{each.pattern}, {each.repeat_mm} mm" if each.repeat_mm else each.pattern
    facts = [
        (_("Mill"), f"{each.mill} · {each.article}"),
        (_("Colour"), f"{each.colour} · {each.weave}"),
        (_("Pattern"), pattern),
        (_("Fibre"), composed(each)),
        (_("Width"), f"{cm(each.width_mm)} cm · {each.weight_gsm} g/m²"),
        (
            _("Shrinks"),
            _(
                "%(length)s %% long, %(width)s %% wide",
                length=each.shrink_length_per_mille / 10,
                width=each.shrink_width_per_mille / 10,
            ),
        ),
    ]
    rows: list[list[Any]] = [[says(each.name, size=12, bold=True), ""]]
    rows += [[name, says(value)] for name, value in facts]
    rows += [
        [_("Roll"), says(kept, size=11, bold=True)],
        [_("To cut"), says(f"{each.mm / 1000:.2f} m", size=13, bold=True)],
    ]
    return table(
        rows, [17, width - 17], ("SPAN", (0, 0), (-1, 0)), ("VALIGN", (0, 0), (-1, -1), "TOP")
    )


def composed(each: ClothToCut) -> str:
    """Write the composition as the label does: `97 % cotton, 3 % elastane`."""
    return ", ".join(f"{share} % {fibre}" for fibre, share in each.composition)


def _column(tables: list[Table]) -> list[Flowable]:
    return [part for each in tables for part in (each, Spacer(0, 4 * mm))]


def _options(name: str, rows: tuple[Option, ...]) -> Table:
    lines: list[list[Any]] = [[name, "", ""]]
    lines += [
        [says(row.group), says(row.value, size=10, bold=not row.is_house), says(row.code, size=7.5)]
        for row in rows
    ]
    return table(lines, [30, 36, HALF - 66], *_titled())


def _parts(spec: Spec) -> Table:
    rows: list[list[Any]] = [[_("Parts"), ""]]
    length = f"{spec.cloth.mm / 1000:.2f} m"
    rows += [[says(_("Cloth: %(name)s", name=spec.cloth.name)), length]]
    rows += [[says(part.name), says(part.quantity)] for part in spec.parts]
    return table(rows, [HALF - 28, 28], *_titled())


def _tasks(spec: Spec) -> Table:
    rows: list[list[Any]] = [[_("Work"), "", _("min"), ""]]
    rows += [
        [says(f"{place}. {task.name}"), says(task.stage, size=7.5), str(task.minutes), ""]
        for place, task in enumerate(spec.tasks, start=1)
    ]
    rows += [[says(_("All of it"), bold=True), "", str(spec.minutes), ""]]
    return table(
        rows,
        [HALF - 40, 18, 12, 10],
        *_titled(),
        ("ALIGN", (2, 0), (2, -1), "RIGHT"),
        ("GRID", (3, 1), (3, -2), 0.25 * mm, INK),
    )


def _care(each: ClothToCut) -> Table:
    rows: list[list[Any]] = [[_("Care and fibre label"), ""]]
    rows += [[says(words), says(code, size=7.5)] for code, words in each.care]
    rows += [[says(composed(each), bold=True), ""]]
    return table(rows, [HALF - 28, 28], *_titled())


def _titled() -> tuple[tuple[Any, ...], ...]:
    return (("FONT", (0, 0), (-1, 0), BOLD, 9.5), ("LINEBELOW", (0, 0), (-1, 0), 0.4 * mm, INK))
