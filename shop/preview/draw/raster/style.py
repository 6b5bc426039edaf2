"""A style: a garment's picture without its cloth, ready to take any."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shop.kernel.cache import Cache
from shop.preview.draw.choosing import Figure
from shop.preview.draw.cloth.tile import WHOLE
from shop.preview.draw.drawing import Panel
from shop.preview.draw.planes.fields import Plane
from shop.preview.draw.raster.canvas import Box, Canvas
from shop.preview.draw.raster.hands import Hand
from shop.preview.draw.raster.pieces import Piece, pieces_of
from shop.preview.draw.raster.studio import WALL, ground, room
from shop.preview.draw.raster.trims import button_pieces, text_pieces
from shop.preview.draw.resolve import NOBODY, resolve
from shop.preview.draw.spec import Slot, View

WOVEN: Final = (Slot.MAIN, Slot.CONTRAST, Slot.INNER)  # slots with threads; others are one colour
FAINT: Final = 1e-3
MOST_KEPT: Final = 28 * 2**20  # bytes of pieces, those of one style of usual size
WIDEST_KEPT: Final = 720  # pixels; larger pictures are for who rests, and would displace the others


@dataclass(frozen=True, kw_only=True, eq=False)
class Layer:
    """The light on one slot, at the pixels where it is seen (flat indices of the style's box)."""

    where: NDArray[np.int32]
    light: Plane
    u: Plane | None = None
    v: Plane | None = None


@dataclass(kw_only=True, eq=False)
class Style:
    """What a picture is without its cloth. The main cloth is dense, all other slots are sparse."""

    canvas: Canvas
    box: Box
    ground: Plane  # the whole picture: what is left of the room
    light: Plane  # the box: on the main cloth
    u: Plane
    v: Plane
    sheen: Plane
    layers: Mapping[Slot, Layer]
    indices: dict[tuple[int, int, float, float], NDArray[np.int32]] = field(default_factory=dict)
    frame: NDArray[np.uint8] | None = None  # the whole room as seen, made with the first picture

    @cached_property
    def stepped(self) -> Plane:
        """Return the light for cloth that is kept in steps."""
        return self.light / np.float32(WHOLE)

    @cached_property
    def backdrop(self) -> Plane:
        """Return the room behind the garment's box, three planes."""
        part = self.box.part
        wall = room(self.canvas.wide, self.canvas.tall)[part] * self.ground[part]
        return np.stack([np.float32(colour) * wall for colour in WALL])


def styled(
    garment: str,
    choices: Mapping[str, str],
    *,
    view: View,
    wide: int,
    hand: Hand = Hand.CRISP,
    initials: str = "",
    figure: Figure = NOBODY,
) -> Style:
    """Work out a style; unknown choices fall back, an unknown garment is a KeyError."""
    drawing = resolve(garment, choices, view=view, figure=figure)
    canvas = Canvas.of(drawing.frame, wide)
    sheet = _Sheet(canvas)
    for panel in drawing.panels:
        for piece in _pieces(panel, canvas, hand, initials):
            sheet.add(piece)
        if panel.print:
            sheet.print_on(panel)
    return sheet.style()


PIECES: Final[Cache[tuple[str, Canvas, Hand], tuple[Piece, ...]]] = Cache(limit=MOST_KEPT)


def _kept(panel: Panel, canvas: Canvas, hand: Hand) -> tuple[Piece, ...]:
    """Return the pieces of a panel, those that were worked out before if they are still kept."""
    if canvas.wide > WIDEST_KEPT:
        return tuple(_made(panel, canvas, hand))
    key = _mark(panel), canvas, hand
    found = PIECES.find(key)
    if found is None:
        found = tuple(_made(panel, canvas, hand))
        PIECES.keep(key, found, size=_bytes(found))
    return found


def _bytes(pieces: tuple[Piece, ...]) -> int:
    return sum(piece.size for piece in pieces)


@lru_cache(maxsize=4096)
def _mark(panel: Panel) -> str:
    """Return the same mark for the same panel, whatever its place in the drawing."""
    fields = {name: value for name, value in vars(panel).items() if name != "key"}
    return blake2b(repr(fields).encode(), digest_size=12).hexdigest()


def _made(panel: Panel, canvas: Canvas, hand: Hand) -> Iterator[Piece]:
    if panel.outline and not panel.print:
        yield from pieces_of(panel, canvas, hand.value)
    for button in panel.buttons:
        yield from button_pieces(button, canvas)


def _pieces(panel: Panel, canvas: Canvas, hand: Hand, initials: str) -> Iterator[Piece]:
    yield from _kept(panel, canvas, hand)
    for text in panel.text:
        words = initials if text.words == "monogram" else text.words
        yield from text_pieces(text, words, canvas)


class _Sheet:
    """Takes pieces back to front; each covers and darkens what is already there."""

    def __init__(self, canvas: Canvas) -> None:
        shape = canvas.tall, canvas.wide
        self.canvas = canvas
        self.cover = np.zeros(shape, np.float32)
        self.sheen = np.zeros(shape, np.float32)
        self.lights: dict[Slot, Plane] = {}
        self.places: dict[Slot, tuple[Plane, Plane]] = {}
        self.reach: dict[Slot, Box] = {}
        self.last: Piece | None = None

    def add(self, piece: Piece) -> None:
        if piece.shadow:
            self._darken(piece.shadow.box, 1 - piece.shadow.by)
        self._darken(piece.box, 1 - piece.cover)
        part = piece.box.part
        light = self._slot(piece.slot, piece.box)
        if piece.u is not None and piece.v is not None and piece.slot in self.places:
            share = piece.cover * piece.shade
            fresh = (share > 0) & (share >= light[part])  # an edge shows the cloth it has more of
            for plane, values in zip(self.places[piece.slot], (piece.u, piece.v), strict=True):
                np.copyto(plane[part], values, where=fresh)
            self.last = piece
        light[part] += piece.cover * piece.shade
        if piece.sheen is not None:
            self.sheen[part] += piece.sheen
        self.cover[part] += (1 - self.cover[part]) * piece.cover

    def print_on(self, panel: Panel) -> None:
        """Print the artwork on the last piece of cloth: same light, same folds.

        Its places are measured in widths of the print's box.
        """
        base = self.last
        if base is None or base.u is None or base.v is None:
            return
        inside = self.canvas.mask(panel.edge, base.box) * base.cover
        light = self._slot(Slot.ARTWORK, base.box)
        part = base.box.part
        light[part] = inside * base.shade
        seen = inside > FAINT
        if not seen.any():
            return
        across, down = self.places[Slot.ARTWORK]
        wide = max(float(np.ptp(base.u[seen])), FAINT)
        across[part] = (base.u - base.u[seen].min()) / wide
        down[part] = (base.v - base.v[seen].min()) / wide

    def _slot(self, slot: Slot, box: Box) -> Plane:
        if slot not in self.lights:
            shape = self.cover.shape
            self.lights[slot] = np.zeros(shape, np.float32)
            self.reach[slot] = box
            if slot in (*WOVEN, Slot.ARTWORK):
                self.places[slot] = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        self.reach[slot] = self.reach[slot].joined(box)
        return self.lights[slot]

    def _darken(self, box: Box, left: Plane) -> None:
        for slot, light in self.lights.items():
            common = box.common(self.reach[slot])
            if common:
                light[common.part] *= left[common.inside(box)]
        self.sheen[box.part] *= left

    def style(self) -> Style:
        rows, columns = np.nonzero(self.cover > FAINT)
        box = Box(
            left=int(columns.min()),
            top=int(rows.min()),
            right=int(columns.max()) + 1,
            bottom=int(rows.max()) + 1,
        )
        part = box.part
        empty = np.zeros(self.cover.shape, np.float32)
        u, v = self.places.get(Slot.MAIN, (empty, empty))
        return Style(
            canvas=self.canvas,
            box=box,
            ground=ground(self.cover, self.canvas),
            light=self.lights.get(Slot.MAIN, empty)[part].copy(),
            u=u[part].copy(),
            v=v[part].copy(),
            sheen=self.sheen[part].copy(),
            layers={
                slot: _sparse(light[part], self._places(slot, box))
                for slot, light in self.lights.items()
                if slot is not Slot.MAIN
            },
        )

    def _places(self, slot: Slot, box: Box) -> tuple[Plane, ...]:
        return tuple(plane[box.part] for plane in self.places.get(slot, ()))


def _sparse(light: Plane, places: tuple[Plane, ...]) -> Layer:
    where = np.flatnonzero(light > FAINT).astype(np.int32)
    u, v = (plane.ravel()[where] for plane in places) if places else (None, None)
    return Layer(where=where, light=light.ravel()[where], u=u, v=v)
