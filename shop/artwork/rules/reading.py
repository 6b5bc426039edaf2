"""Read what was sent as a picture: judged by its content, never by its name.

What comes out is a picture of our own making: pixels in sRGB, upright, nothing else of the file.
"""

import hashlib
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from shop.artwork.rules import colours, print_limits
from shop.kernel.errors import Invalid
from shop.kernel.texts import gettext as _

FORMATS: Final = ("PNG", "JPEG", "WEBP")
STILL: Final = frozenset({"JPEG", "MPO"})  # a telephone's JPEG may carry a second one: depth
BROKEN: Final = (  # what Pillow's decoders raise over files that lie or end too soon
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, EOFError,
    MemoryError, struct.error, zlib.error,
)  # fmt: skip
KNOWN: Final = (  # the first bytes of what people send instead
    (b"GIF8", "GIF"), (b"%PDF", "PDF"), (b"<svg", "SVG"), (b"<?xml", "SVG"), (b"BM", "BMP"),
    (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"8BPS", "PSD"),
)  # fmt: skip

PATIENCE_S: Final = 8.0

_desk = threading.Lock()  # one at a time, so that the memory of a server process stays bounded


class Unreadable(Invalid):
    """What was sent is no picture that can be printed; the sentence says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture as it is kept: PNG in sRGB, whole for the print and small for the pages."""

    png: bytes
    small_png: bytes
    width_px: int
    height_px: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.png).hexdigest()


def read(content: bytes) -> Picture:
    """Return the picture; raise Unreadable with a sentence for anything that is none.

    Size and pixels are judged before anything is decoded.
    """
    if not content:
        raise Unreadable(_("There is nothing in this file. Choose a picture."))
    if len(content) > print_limits.MOST_BYTES:
        raise Unreadable(
            _(
                "This file has more than %(n)s MB. Save it as a JPEG, or smaller.",
                n=print_limits.MOST_BYTES // 2**20,
            )
        )
    with _at_the_desk(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's opinions about odd files; the limits are ours
        return _made(_decoded(content))


@contextmanager
def _at_the_desk() -> Iterator[None]:
    """Wait for one's turn, but not so long that the server has hands for nothing else."""
    if not _desk.acquire(timeout=PATIENCE_S):
        raise Unreadable(_("Many pictures come in just now. Please send yours again in a minute."))
    try:
        yield
    finally:
        _desk.release()


def _decoded(content: bytes) -> Image.Image:
    try:
        image = Image.open(BytesIO(content), formats=FORMATS)
    except UnidentifiedImageError:
        raise Unreadable(_unknown(content)) from None
    except Image.DecompressionBombError:
        raise Unreadable(_too_large()) from None
    except BROKEN:
        raise Unreadable(_damaged()) from None
    _judge(image)
    try:
        image.load()
        return colours.in_srgb(_upright(image), longest=print_limits.KEPT_SIDE)
    except BROKEN:
        raise Unreadable(_damaged()) from None


def _judge(image: Image.Image) -> None:
    """Refuse by what the file says of itself, before its pixels are unpacked."""
    width, height = image.size
    if width * height > print_limits.MOST_PIXELS or max(width, height) > print_limits.LONGEST_SIDE:
        raise Unreadable(_too_large())
    if min(width, height) < print_limits.FEWEST_SIDE:
        raise Unreadable(
            _(
                "This picture has %(width)s by %(height)s pixels;"
                " it needs at least %(n)s each way.",
                width=width,
                height=height,
                n=print_limits.FEWEST_SIDE,
            )
        )
    if image.format not in STILL and getattr(image, "is_animated", False):
        raise Unreadable(_("This picture moves. Send one that stands still."))


def _upright(image: Image.Image) -> Image.Image:
    with suppress(*BROKEN):  # what a camera wrote beside the picture may be; the picture is not
        ImageOps.exif_transpose(image, in_place=True)
    return image


def _made(image: Image.Image) -> Picture:
    small = image
    if max(image.size) > print_limits.SMALL_SIDE:
        small = ImageOps.contain(image, (print_limits.SMALL_SIDE, print_limits.SMALL_SIDE))
    return Picture(
        png=_png(image), small_png=_png(small), width_px=image.width, height_px=image.height
    )


def _png(image: Image.Image) -> bytes:
    """Return the bare picture: what the file carried beside it is left behind."""
    image.info = {}
    out = BytesIO()
    image.save(out, "PNG", compress_level=3)  # twice as fast as the default, a tenth larger
    return out.getvalue()


def _unknown(content: bytes) -> str:
    start = content[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    kind = next((name for mark, name in KNOWN if start.startswith(mark)), "")
    if content[4:8] == b"ftyp":
        kind = "HEIC"
    if kind:
        return _("We cannot print %(kind)s files. Save it as PNG, JPEG or WebP.", kind=kind)
    return _("This is no PNG, JPEG or WebP picture, whatever its name says.")


def _too_large() -> str:
    return _(
        "This picture has more than %(n)s million pixels, or a side beyond %(side)s. "
        "Save it smaller.",
        n=print_limits.MOST_PIXELS // 10**6,
        side=print_limits.LONGEST_SIDE,
    )


def _damaged() -> str:
    return _("This picture is damaged or not complete. Save it anew, or send it again.")
