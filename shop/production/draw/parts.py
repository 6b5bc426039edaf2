"""What the paper is made of: typefaces, a QR code, a flat drawing, tables."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

import segno
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from shop.production.draw.sheet import Callout, Flat

SANS: Final = "Source Sans"
BOLD: Final = "Source Sans Semibold"
INK: Final = HexColor("#1C1B19")
CHALK: Final = HexColor("#B9B2A5")
LINE: Final = 0.25 * mm
NUMBER: Final = 1.65 * mm  # radius of a number's ring, whatever the scale of the drawing


@dataclass(frozen=True, kw_only=True)
class Faces:
    """Where the typefaces lie."""

    regular: Path
    bold: Path


def use(faces: Faces) -> None:
    """Make the typefaces known to reportlab; twice is as good as once."""
    known = set(pdfmetrics.getRegisteredFontNames())
    for name, path in ((SANS, faces.regular), (BOLD, faces.bold)):
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(path)))


def says(words: str, *, size: float = 8.5, bold: bool = False, under: str = "") -> Paragraph:
    """Return words as they are typed, nothing in them is markup; `under` stands small below."""
    style = ParagraphStyle(
        "says", fontName=BOLD if bold else SANS, fontSize=size, leading=size * 1.18, textColor=INK
    )
    below = f'<br/><font name="{SANS}" size="{size * 0.72}">{escape(under)}</font>' if under else ""
    return Paragraph(escape(words).replace("\n", "<br/>") + below, style)


def table(rows: list[list[Any]], widths: list[float], *styles: tuple[Any, ...]) -> Table:
    """Return a table with hairlines between its rows; widths in mm."""
    made = Table(rows, colWidths=[width * mm for width in widths])
    made.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), SANS, 8.5),
                ("TEXTCOLOR", (0, 0), (-1, -1), INK),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LINEBELOW", (0, 0), (-1, -1), LINE, CHALK),
                ("LEFTPADDING", (0, 0), (-1, -1), 1 * mm),
                ("RIGHTPADDING", (0, 0), (-1, -1), 1 * mm),
                ("TOPPADDING", (0, 0), (-1, -1), 0.4 * mm),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5 * mm),
                *styles,
            ]
        )
    )
    return made


class Qr(Flowable):
    """A QR code, its quiet zone included, of this width in mm."""

    def __init__(self, link: str, width_mm: float) -> None:
        super().__init__()
        self.rows = [bytes(row) for row in segno.make(link, error="m").matrix]
        self.width = self.height = width_mm * mm

    def draw(self) -> None:
        step = self.width / (len(self.rows) + 8)
        self.canv.setFillColor(INK)
        for y, row in enumerate(self.rows):
            for x, is_dark in enumerate(row):
                if is_dark:
                    top = self.height - (y + 5) * step
                    self.canv.rect((x + 4) * step, top, step, step, stroke=0, fill=1)


class FlatDrawing(Flowable):
    """A flat drawing, as large as the box in mm allows."""

    def __init__(self, flat: Flat, *, width_mm: float, height_mm: float) -> None:
        super().__init__()
        self.flat = flat
        self.width, self.height = width_mm * mm, height_mm * mm
        self.scale = min(self.width / flat.width_mm, self.height / flat.height_mm)

    def draw(self) -> None:
        self.canv.setStrokeColor(INK)
        self.canv.setFillColor(HexColor("#FFFFFF"))
        self.canv.setLineJoin(1)
        for stroke in self.flat.strokes:
            path = self.canv.beginPath()
            for place, (x, y) in enumerate(stroke.points):
                go = path.lineTo if place else path.moveTo
                go(*self._on_paper(x, y))
            if stroke.closed:
                path.close()
            self.canv.setLineWidth(0.16 * mm if stroke.dashed else 0.24 * mm)
            self.canv.setDash([1.6, 1.4] if stroke.dashed else [])
            self.canv.drawPath(path, stroke=1, fill=1 if stroke.filled else 0)
        self.canv.setDash([])
        for callout in self.flat.callouts:
            self._number(callout)

    def _on_paper(self, x: float, y: float) -> tuple[float, float]:
        left = (self.width - self.flat.width_mm * self.scale) / 2
        return left + x * self.scale, self.height - y * self.scale

    def _number(self, callout: Callout) -> None:
        """Draw the line first: the ring covers its end."""
        x, y = self._on_paper(*callout.label)
        to_x, to_y = self._on_paper(*callout.point)
        self.canv.setLineWidth(0.12 * mm)
        self.canv.setFillColor(HexColor("#FFFFFF"))
        self.canv.line(x, y, to_x, to_y)
        self.canv.circle(x, y, NUMBER, stroke=1, fill=1)
        self.canv.setFillColor(INK)
        self.canv.circle(to_x, to_y, 0.3 * mm, stroke=0, fill=1)
        self.canv.setFont(BOLD, 6.5)
        self.canv.drawCentredString(x, y - 2.2, str(callout.number))
