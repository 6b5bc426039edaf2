"""The spec sheet on A4: first what is read from two metres, then what is looked up."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.colors import white as WHITE  # noqa: N812  # a constant there
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Spacer, Table

from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy
from shop.production.draw import lookup
from shop.production.draw.measuring import measures, reckoned
from shop.production.draw.parts import BOLD, INK, SANS, Faces, FlatDrawing, Qr, says, table, use
from shop.production.draw.sheet import Sheet
from shop.production.rules.spec import Spec

MARGIN: Final = 10
WIDTH: Final = 190  # of the page between its margins, in mm
PAGES: Final = 2
HEIGHTS: Final = (56, 46, 36)  # of the drawings in mm: they give way to what must be read
SIGNED: Final = (lazy("Cut"), lazy("Sewn"), lazy("Finished"), lazy("Checked"), lazy("Packed"))
Day = Callable[[date], str]


def paper(sheet: Sheet, *, faces: Faces, day: Day) -> bytes:
    """Return the sheet as PDF; the same sheet gives the same bytes. `day` writes a date."""
    use(faces)
    for height in HEIGHTS:
        made, pages = _built(sheet, day, height)
        if pages <= PAGES:
            return made
    return _built(sheet, day, HEIGHTS[0])[0]  # so much to say that a third page is right


def _built(sheet: Sheet, day: Day, height: int) -> tuple[bytes, int]:
    """Return the sheet with drawings of this height in mm, and how many pages it takes."""
    kept, spec = io.BytesIO(), sheet.spec
    document = SimpleDocTemplate(
        kept,
        pagesize=A4,
        invariant=1,
        leftMargin=MARGIN * mm,
        rightMargin=MARGIN * mm,
        topMargin=MARGIN * mm,
        bottomMargin=14 * mm,
        title=spec.head.number,
        author="",
        subject=spec.head.garment,
    )
    foot = _foot(sheet)
    parts = [*_first(sheet, day, height), PageBreak(), _signed(), Spacer(0, 5 * mm)]
    document.build(
        [*parts, lookup.second(spec), *reckoned(spec.points)], onFirstPage=foot, onLaterPages=foot
    )
    return kept.getvalue(), document.page


def _foot(sheet: Sheet) -> Callable[[Any, Any], None]:
    head = sheet.spec.head

    def draw(canvas: Any, document: Any) -> None:
        canvas.setFont(SANS, 8)
        canvas.setFillColor(INK)
        canvas.drawString(MARGIN * mm, 8 * mm, f"{head.number} · {head.garment}")
        said = _("Revision %(n)s · page %(page)s", n=sheet.revision, page=document.page)
        canvas.drawRightString((MARGIN + WIDTH) * mm, 8 * mm, said)

    return draw


def _first(sheet: Sheet, day: Day, height: int) -> list[Flowable]:
    return [
        _head(sheet, day),
        Spacer(0, 2 * mm),
        _unusual(sheet.spec),
        Spacer(0, 2 * mm),
        _drawings_and_cloth(sheet, height),
        Spacer(0, 2 * mm),
        measures(sheet.spec.points),
    ]


def _head(sheet: Sheet, day: Day) -> Table:
    head = sheet.spec.head
    order = _(
        "Order %(number)s · piece %(n)s of %(all)s",
        number=head.order_number,
        n=head.piece,
        all=head.pieces,
    )
    bars = Code128(head.number, barHeight=8 * mm, barWidth=0.3 * mm, quiet=0)
    left = [
        says(head.number, size=27, bold=True),
        Spacer(0, 1 * mm),
        says(order, size=11),
        Spacer(0, 1.5 * mm),
        bars,
    ]
    first_day = _("Cut from %(day)s, at the latest", day=day(head.cut_on))
    middle = [
        says(head.garment, size=17, bold=True),
        says(first_day, size=8),
        says(day(head.cut_by), size=13, bold=True),
        says(_("Promised"), size=8),
        says(day(head.promised_on), size=13, bold=True),
    ]
    return table(
        [[left, middle, Qr(sheet.link, 32)]],
        [102, 56, 32],
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, 0), 0),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6 * mm, INK),
    )


def _unusual(spec: Spec) -> Table:
    """Return the box that is read before anything is touched."""
    lines = [[says(each, size=10.5, bold=True)] for each in spec.unusual]
    if spec.note:
        lines.insert(0, [says(_("The customer writes: %(note)s", note=spec.note), size=10.5)])
    lines = lines or [[says(_("Nothing: made as the house makes it."), size=10.5)]]
    halves = [lines[0::2], lines[1::2]] if len(lines) > 4 else [lines]  # noqa: PLR2004
    cells = [_stacked(half, WIDTH / len(halves) - 3) for half in halves]
    title = says(_("UNUSUAL ABOUT THIS PIECE"), size=8.5, bold=True)
    head = [title, *[""] * (len(cells) - 1)]
    styles = [
        ("SPAN", (0, 0), (-1, 0)),
        ("BOX", (0, 0), (-1, -1), 0.7 * mm, INK),
        ("LINEBELOW", (0, 0), (-1, -1), 0, INK),
        ("VALIGN", (0, 1), (-1, 1), "TOP"),
    ]
    return table([head, cells], [WIDTH / len(cells)] * len(cells), *styles)


def _stacked(lines: list[list[Any]], width: float) -> Table:
    return table(lines, [width], ("LEFTPADDING", (0, 0), (-1, -1), 0))


def _drawings_and_cloth(sheet: Sheet, height: int) -> Table:
    drawings: list[Any] = [
        [FlatDrawing(flat, width_mm=52, height_mm=height), says(name, size=7.5)] if flat else ""
        for flat, name in ((sheet.front, _("Front")), (sheet.back, _("Back")))
    ]
    beside = table([drawings], [56, 56], ("LINEBELOW", (0, 0), (-1, -1), 0, WHITE))
    styles = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, 0), 0),
        ("RIGHTPADDING", (-1, 0), (-1, 0), 0),
    ]
    left = [beside, *_said(sheet)]
    return table([[left, lookup.cloth(sheet.spec.cloth, 78)]], [112, 78], *styles)


def _said(sheet: Sheet) -> list[Flowable]:
    """Return what the numbers in the drawings say, read down its three columns."""
    words = [says(f"{each.number}  {each.words}", size=7.5) for each in sheet.callouts]
    if not words:
        return []
    tall = -(-len(words) // 3)
    rows = [
        [words[i] if i < len(words) else "" for i in range(row, 3 * tall, tall)]
        for row in range(tall)
    ]
    return [
        table(
            rows,
            [37, 37, 37],
            ("LINEBELOW", (0, 0), (-1, -1), 0, WHITE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        )
    ]


def _signed() -> Table:
    """Return a box for who did each stage and when."""
    names = [str(name) for name in SIGNED]
    return table(
        [names, [""] * len(names)],
        [WIDTH / len(names)] * len(names),
        ("GRID", (0, 0), (-1, -1), 0.25 * mm, INK),
        ("FONT", (0, 0), (-1, 0), BOLD, 8),
        ("BOTTOMPADDING", (0, 1), (-1, 1), 9 * mm),
    )
