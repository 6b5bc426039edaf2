"""Drawing what is wanted, with the styles that were worked out before at hand.

Run as a program it is a worker: it draws what comes through its line, and asks for what lies among
the files by the same line, so that it needs no settings and no more libraries than drawing takes.
"""

import sys
from collections import OrderedDict
from collections.abc import Callable
from io import BytesIO
from multiprocessing.connection import Connection
from typing import Any, Final, Protocol, assert_never

from PIL import Image

from shop.kernel.cache import Cache
from shop.preview import draw
from shop.preview.draw import ENGINE, ClothLook, Size, Style, View, packed, unpacked
from shop.preview.draw.card import card
from shop.preview.draw.raster.style import PIECES
from shop.preview.draw.requests import (
    JPEG,
    Artwork,
    CardRequest,
    ClothRequest,
    GarmentRequest,
    PictureRequest,
    VisibleChoices,
    digest,
)
from shop.preview.gateways import memory

HOT_BYTES: Final = 48 * 2**20  # of styles ready to take a cloth: two of the usual size
PER_PIXEL: Final = 34  # bytes of a hot style, with its look-ups and its room
PAINTED: Final = frozenset({"buttons", "lining", "monogram-thread"})  # not part of a style
REST_S: Final = 0.5
MOST_UNPUT: Final = 2


class Lookup(Protocol):
    def find(self, name: str) -> bytes | None: ...
    def put(self, name: str, content: bytes) -> None: ...


class Renderer:
    """Draws; styles stay hot for the next cloth, and are put among the files by `put_style`."""

    def __init__(
        self, files: Lookup, *, put_style: Callable[[str, Style], None] | None = None
    ) -> None:
        self._files = files
        self._hot: Cache[str, Style] = Cache(limit=HOT_BYTES)
        self._put_style = put_style or (lambda name, style: files.put(name, packed(style)))

    def draw(self, wanted: PictureRequest) -> bytes:
        """Return the encoded picture."""
        encoded = draw.encoded(self._image(wanted), "jpeg" if wanted.kind == JPEG else "webp")
        memory.give_back()
        return encoded

    def _image(self, wanted: PictureRequest) -> Image.Image:
        match wanted:
            case GarmentRequest():
                return self._garment(wanted, view=wanted.view, width=wanted.width)
            case ClothRequest():
                return draw.swatch(wanted.look, wanted.width)
            case CardRequest():
                return self._card(wanted)
            case _:
                assert_never(wanted)

    def _card(self, wanted: CardRequest) -> Image.Image:
        front = self._garment(wanted, view=View.FRONT, width=Size.MEDIUM)
        PIECES.clear()  # pieces, which will not be asked for here again
        return card(front, draw.swatch(wanted.look, 360), wanted)

    def _garment(
        self, wanted: GarmentRequest | CardRequest, *, view: View, width: int
    ) -> Image.Image:
        garment, choices, look = wanted.garment, wanted.choices, wanted.look
        paints = draw.paints_of(garment, dict(choices), look, size=width)
        memory.give_back()
        style = self._style(garment, choices, look, view=view, width=width, is_kept=wanted.is_quick)
        memory.give_back()
        return draw.colour(style, paints, _opened(wanted.artwork))

    def _style(
        self,
        garment: str,
        choices: VisibleChoices,
        look: ClothLook,
        *,
        view: View,
        width: int,
        is_kept: bool,
    ) -> Style:
        """Return the style from where it is kept; one that is not quick is drawn from nothing."""
        hand = draw.hand_of(look)
        shaping = tuple(each for each in choices if each[0] not in PAINTED)
        if not is_kept:
            return draw.style(garment, dict(shaping), view=view, size=width, hand=hand)
        name = f"{ENGINE}/styles/{digest(garment, shaping, view, width, hand)}"
        if (style := self._hot.find(name)) is None:
            if (kept := self._files.find(name)) is not None:
                style = unpacked(kept)
            else:
                style = draw.style(garment, dict(shaping), view=view, size=width, hand=hand)
                self._put_style(name, style)
            self._hot.keep(name, style, size=width * width * 4 // 3 * PER_PIXEL)
        return style


def _opened(artwork: Artwork | None) -> Image.Image | None:
    return Image.open(BytesIO(artwork.content)) if artwork else None


class _Line:
    """The files at the other end of the line. Styles are packed and sent when nobody waits."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._unput: OrderedDict[str, Style] = OrderedDict()

    def find(self, name: str) -> bytes | None:
        self._line.send(("find", name))
        found: bytes | None = self._line.recv()
        return found

    def put(self, name: str, content: bytes) -> None:
        self._line.send(("put", name, content))

    def put_later(self, name: str, style: Style) -> None:
        self._unput[name] = style
        while len(self._unput) > MOST_UNPUT:
            self._unput.popitem(last=False)

    def wanted(self) -> PictureRequest:
        """Return what to draw next; raise EOFError when there is nobody any more."""
        while self._unput and not self._line.poll(REST_S):
            name, style = self._unput.popitem()
            self.put(name, packed(style))
        wanted: PictureRequest = self._line.recv()
        return wanted

    def say(self, *words: Any) -> None:
        self._line.send(words)


def main(line: _Line) -> None:
    """Draw what comes through the line until it is closed."""
    renderer = Renderer(line, put_style=line.put_later)
    while True:
        try:
            wanted = line.wanted()
        except (EOFError, OSError):
            return
        try:
            line.say("drawn", renderer.draw(wanted))
        except Exception as error:  # noqa: BLE001 - told to who asked; the next one is drawn
            line.say("failed", f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main(_Line(Connection(int(sys.argv[1]))))
