"""Where centimetres become pixels: boxes, masks and strokes with soft edges."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from shop.geometry.curves import Line
from shop.preview.draw.planes.fields import Plane
from shop.preview.draw.spec import Frame

FINE: Final = 4  # sub-pixels each way: 17 levels, not seen from 16
SMALLEST: Final = 4  # pixels of a box


@dataclass(frozen=True, kw_only=True)
class Box:
    """A part of the picture, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def wide(self) -> int:
        return self.right - self.left

    @property
    def tall(self) -> int:
        return self.bottom - self.top

    @property
    def shape(self) -> tuple[int, int]:
        return self.tall, self.wide

    @property
    def part(self) -> tuple[slice, slice]:
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def inside(self, outer: "Box") -> tuple[slice, slice]:
        """Return where this box lies within a larger one."""
        rows = slice(self.top - outer.top, self.bottom - outer.top)
        return rows, slice(self.left - outer.left, self.right - outer.left)

    def common(self, other: "Box") -> "Box | None":
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        if right <= left or bottom <= top:
            return None
        return Box(left=left, top=top, right=right, bottom=bottom)

    def joined(self, other: "Box") -> "Box":
        return Box(
            left=min(self.left, other.left),
            top=min(self.top, other.top),
            right=max(self.right, other.right),
            bottom=max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, kw_only=True)
class Canvas:
    """A picture's size and scale; x = 0 lies `centre` pixels from the left."""

    wide: int
    tall: int
    scale: float  # pixels per cm
    centre: float
    top: float

    @classmethod
    def of(cls, frame: Frame, wide: int) -> "Canvas":
        scale = wide / frame.width
        return cls(
            wide=wide,
            tall=round(frame.height * scale),
            scale=scale,
            centre=frame.centre * scale,
            top=frame.top * scale,
        )

    def pixels(self, line: Line | NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(line, float) * self.scale + (self.centre, self.top)

    def box(self, line: Line | NDArray[np.float64], margin: float = 0) -> Box:
        """Return the box of a line with a margin in pixels, within the picture, never empty."""
        points = self.pixels(line)
        left, top = (points.min(0) - margin).astype(int)
        right, bottom = (points.max(0) + margin).astype(int) + 2
        left = int(min(max(left, 0), self.wide - SMALLEST))
        top = int(min(max(top, 0), self.tall - SMALLEST))
        return Box(
            left=left,
            top=top,
            right=int(max(min(right, self.wide), left + SMALLEST)),
            bottom=int(max(min(bottom, self.tall), top + SMALLEST)),
        )

    def grid(self, box: Box, step: int = 1) -> tuple[Plane, Plane]:
        """Return x as one row and y as one column, in cm, for every `step`-th pixel of the box."""
        wide, tall = -(-box.wide // step), -(-box.tall // step)
        x = (box.left + (np.arange(wide) + 0.5) * step - self.centre) / self.scale
        y = (box.top + (np.arange(tall) + 0.5) * step - self.top) / self.scale
        return x.astype(np.float32)[None, :], y.astype(np.float32)[:, None]

    def mask(self, line: Line | NDArray[np.float64], box: Box) -> Plane:
        """Return how much of each pixel lies inside the closed line."""
        image = Image.new("L", (box.wide * FINE, box.tall * FINE))
        ImageDraw.Draw(image).polygon(self._flat(line, box), fill=255)
        return np.asarray(image.reduce(FINE), np.float32) / 255

    def strokes(self, lines: Iterable[Line | NDArray[np.float64]], box: Box, width: float) -> Plane:
        """Return how much of each pixel lines of a width in cm cover."""
        image = Image.new("L", (box.wide * FINE, box.tall * FINE))
        draw = ImageDraw.Draw(image)
        wanted = width * self.scale * FINE
        whole = max(1, round(wanted))
        for line in lines:
            draw.line(self._flat(line, box), fill=255, width=whole, joint="curve")
        return np.asarray(image.reduce(FINE), np.float32) / 255 * min(1.0, wanted / whole)

    def _flat(self, line: Line | NDArray[np.float64], box: Box) -> Sequence[float]:
        flat: list[float] = ((self.pixels(line) - (box.left, box.top)) * FINE).ravel().tolist()
        return flat
