"""The card of a design, for where its link is shared: words at the left, the garment at the right.

The room of the picture goes on to the left, so that garment and words stand in one place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Final

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from shop.preview.draw.requests import CardRequest

WIDE, TALL = 1200, 630  # what readers of og:image ask for
LEFT: Final = 64
COLUMN: Final = 400
SWATCH: Final = 116
SMOOTH: Final = 4  # the round edge is drawn larger first
INK: Final = "#1C1B19"
PENCIL: Final = "#4F4A42"
SERIF: Final = ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf")
SANS: Final = ("font_source_sans_pro", "SourceSansPro-Regular.ttf")
BOLD: Final = ("font_source_sans_pro", "SourceSansPro-Semibold.ttf")
TITLES: Final = (54, 46, 38)  # sizes tried, until the title has no more lines than fit
TITLE_LINES: Final = 3
SENTENCE_LINES: Final = 5
CLOTH_LINES: Final = 3


@dataclass(frozen=True, kw_only=True)
class Face:
    """Letters of one kind: which font, how large, how far from line to line, in which colour."""

    font: ImageFont.FreeTypeFont
    leading: int
    colour: str

    def lines(self, words: str, *, wide: int, most: int) -> list[str]:
        """Break the words into lines; what does not fit into `most` ends in an ellipsis."""
        found = list(self._broken(words, wide))
        if len(found) > most:
            found = [*found[: most - 1], self._shortened(" ".join(found[most - 1 :]), wide)]
        return [self._shortened(line, wide) for line in found]

    def _broken(self, words: str, wide: int) -> Iterator[str]:
        line = ""
        for word in words.split():
            longer = f"{line} {word}".strip()
            if line and self.font.getlength(longer) > wide:
                yield line
                line = word
            else:
                line = longer
        if line:
            yield line

    def _shortened(self, line: str, wide: int) -> str:
        if self.font.getlength(line) <= wide:
            return line
        while line and self.font.getlength(f"{line}…") > wide:
            line = line[:-1].rstrip(" ,")
        return f"{line}…"


def card(front: Image.Image, cloth: Image.Image, words: CardRequest) -> Image.Image:
    """Return the card: `front` is the garment, 720 wide, `cloth` a square of it close up."""
    out = _room(front)
    pen = ImageDraw.Draw(out)
    _write(pen, (LEFT, 56), [words.house.upper()], _face(BOLD, 19, colour=PENCIL), spaced=4)
    title, face = _title(words.title)
    y = _write(pen, (LEFT, 120), title, face) + 14
    plain = _face(SANS, 25, colour=PENCIL)
    _write(pen, (LEFT, y), plain.lines(words.line, wide=COLUMN, most=SENTENCE_LINES), plain)
    top = TALL - LEFT - SWATCH
    side = cloth.width * 3 // 4  # above and beside the bar that tells the scale
    piece = cloth.crop((cloth.width - side, 0, cloth.width, side))
    out.paste(piece.resize((SWATCH, SWATCH), Image.Resampling.LANCZOS), (LEFT, top), _round())
    small = _face(SANS, 21, colour=INK)
    named = small.lines(words.cloth, wide=COLUMN - SWATCH - 20, most=CLOTH_LINES)
    middle = top + (SWATCH - len(named) * small.leading) // 2
    _write(pen, (LEFT + SWATCH + 20, middle), named, small)
    return out


def _room(front: Image.Image) -> Image.Image:
    """Return the garment at the right edge, and its room spread over the rest."""
    out = Image.new("RGB", (WIDE, TALL))
    left = WIDE - front.width
    wall = front.crop((0, 0, 2, TALL)).filter(ImageFilter.GaussianBlur(12))
    out.paste(wall.resize((left, TALL)), (0, 0))
    out.paste(front.crop((0, 0, front.width, TALL)), (left, 0))
    return out


def _title(words: str) -> tuple[list[str], Face]:
    """Return the title in the largest letters in which it fits."""
    for size in TITLES:
        face = _face(SERIF, size, colour=INK)
        lines = face.lines(words, wide=COLUMN, most=TITLE_LINES + 1)
        if len(lines) <= TITLE_LINES and not any(line.endswith("…") for line in lines):
            return lines, face
    face = _face(SERIF, TITLES[-1], colour=INK)
    return face.lines(words, wide=COLUMN, most=TITLE_LINES), face


def _write(
    pen: ImageDraw.ImageDraw,
    at: tuple[int, int],
    lines: list[str],
    face: Face,
    *,
    spaced: int = 0,
) -> int:
    """Write the lines and return where the next one would stand."""
    x, y = at
    for line in lines:
        place = float(x)
        for letter in line if spaced else (line,):
            pen.text((place, y), letter, font=face.font, fill=face.colour)
            place += face.font.getlength(letter) + spaced
        y += face.leading
    return y


@lru_cache
def _face(source: tuple[str, str], size: int, *, colour: str) -> Face:
    package, name = source
    with as_file(files(package) / "files" / name) as path:
        font = ImageFont.truetype(str(path), size)
    return Face(font=font, leading=round(size * (1.14 if source is SERIF else 1.25)), colour=colour)


@lru_cache
def _round() -> Image.Image:
    large = Image.new("L", (SWATCH * SMOOTH, SWATCH * SMOOTH), 0)
    ImageDraw.Draw(large).ellipse((0, 0, large.width - 1, large.height - 1), fill=255)
    return large.reduce(SMOOTH)
