"""The shop's typefaces for pictures, as their packages bring them."""

from functools import lru_cache
from importlib.resources import as_file, files
from typing import Final

from PIL import ImageFont

SERIF: Final = "font_source_serif_pro", "SourceSerifPro-Semibold.ttf"
ITALIC: Final = "font_source_serif_pro", "SourceSerifPro-SemiboldIt.ttf"
SANS: Final = "font_source_sans_pro", "SourceSansPro-Semibold.ttf"


def serif(size: int) -> ImageFont.FreeTypeFont:
    return _font(SERIF, size)


def italic(size: int) -> ImageFont.FreeTypeFont:
    return _font(ITALIC, size)


def sans(size: int) -> ImageFont.FreeTypeFont:
    return _font(SANS, size)


@lru_cache(maxsize=64)
def _font(face: tuple[str, str], size: int) -> ImageFont.FreeTypeFont:
    package, name = face
    with as_file(files(package) / "files" / name) as path:
        return ImageFont.truetype(str(path), size)
