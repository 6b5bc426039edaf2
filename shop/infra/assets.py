"""Style, scripts and fonts under one hashed address, to be kept by browsers for ever.

htmx comes from the wheel that carries it, the typefaces from theirs: subset to the Latin letters
and packed as woff2 once, beside the packages they come from.
"""

import hashlib
import sys
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from fontTools import subset

from shop.config import ROOT
from shop.kernel import ids

STATIC: Final = ROOT / "static"
FONTS: Final = {
    "serif.woff2": ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    "serif-semibold.woff2": ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
    "sans.woff2": ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    "sans-semibold.woff2": ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
}
LETTERS: Final = "U+0020-024F,U+2010-203A,U+20AC,U+2190-2193,U+2212,U+00D7,U+2032,U+2033,U+2713"
FEATURES: Final = ["kern", "liga", "tnum", "lnum", "frac", "numr", "dnom", "mark", "ccmp", "locl"]


@cache
def shelf() -> dict[str, Path]:
    """Return every file we serve, by its path under the hashed address."""
    found = {str(p.relative_to(STATIC)): p for p in sorted(STATIC.rglob("*")) if p.is_file()}
    found["js/htmx.js"] = Path(str(files("django_htmx"))) / "static/django_htmx/htmx-2.min.js"
    found |= {f"fonts/{name}": _font(name, *source) for name, source in FONTS.items()}
    return found


@cache
def digest() -> str:
    """Return one short hash over all files, so that links between them may stay relative."""
    whole = hashlib.sha256()
    for name, path in sorted(shelf().items()):
        whole.update(name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:12]


def font_file(family: str, name: str) -> Path:
    """Return a typeface as its package brings it, for pictures and papers."""
    return Path(str(files(family))) / "files" / name


def _font(name: str, family: str, source: str) -> Path:
    """Return the packed typeface; make it when it is not there yet (about a second each)."""
    packed = Path(sys.prefix) / "share" / "toile" / name
    if not packed.exists():
        packed.parent.mkdir(parents=True, exist_ok=True)
        options = subset.Options(flavor="woff2", layout_features=FEATURES)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=subset.parse_unicodes(LETTERS))
        half = packed.with_suffix(f".{ids.public_id()}")
        with closing(subset.load_font(str(font_file(family, source)), options)) as font:
            subsetter.subset(font)
            subset.save_font(font, str(half), options)
        half.replace(packed)
    return packed
