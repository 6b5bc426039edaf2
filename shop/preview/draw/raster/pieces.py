"""One panel as light: what it covers, how bright it is, where on the cloth every point lies."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from shop.geometry.curves import Line, sampled
from shop.geometry.lines import at_shares, lengths
from shop.preview.draw.drawing import Panel
from shop.preview.draw.planes.fields import Plane, blurred, enlarged, gradient, shifted
from shop.preview.draw.planes.light import lit
from shop.preview.draw.raster.canvas import Box, Canvas
from shop.preview.draw.raster.distance import near
from shop.preview.draw.raster.grain import place_of
from shop.preview.draw.raster.hands import Fall
from shop.preview.draw.raster.heights import height_of
from shop.preview.draw.raster.slopes import slope_of, tube_over
from shop.preview.draw.spec import Slot

STEP: Final = 2  # slow planes are worked out for every second pixel
COARSE: Final = 4  # and shades for every fourth
CAVITY: Final = 0.5  # how dark valleys are
SHIFT: Final = 0.35  # how far folds move the pattern
CONTACT: Final = 0.16  # cm of the tight shadow
STITCH: Final = 0.24, 0.09  # cm on and off
THREAD_WIDTH: Final = 0.045
SEAM_WIDTH: Final = 0.05


@dataclass(frozen=True, kw_only=True, eq=False)
class Shadow:
    """What a piece throws on everything below: 0 is nothing, 1 black."""

    box: Box
    by: Plane


@dataclass(frozen=True, kw_only=True, eq=False)
class Piece:
    """One drawable thing. `u` and `v` are places on the cloth in cm; None for one plain colour."""

    slot: Slot
    box: Box
    cover: Plane
    shade: Plane
    sheen: Plane | None = None
    u: Plane | None = None
    v: Plane | None = None
    shadow: Shadow | None = None

    @property
    def size(self) -> int:
        """Return the bytes that it takes to keep."""
        planes = [self.cover, self.shade, self.sheen, self.u, self.v]
        planes += [self.shadow.by] if self.shadow else []
        return sum(plane.nbytes for plane in planes if plane is not None)


def pieces_of(panel: Panel, canvas: Canvas, fall: Fall) -> Iterator[Piece]:
    """Yield the cloth of a panel and its stitches, back to front."""
    box = canvas.box(panel.edge, 2 + STEP)
    cover = canvas.mask(panel.edge, box)
    x, y = canvas.grid(box, STEP)
    tube = tube_over(x, y, panel.tube) if panel.tube else None
    height = height_of(panel, canvas, box, STEP, fall=fall)
    across, down = gradient(height)
    per_cm = np.float32(canvas.scale / STEP)
    down, across = down * per_cm, across * per_cm
    u, v = place_of(panel, x, y, tube)
    u = u + SHIFT * (0.5 * across + 0.4 * height)
    v = v + SHIFT * 0.5 * down
    form_x, form_y = slope_of(panel, x, y, tube)
    slopes = enlarged(form_x + across, STEP, *box.shape), enlarged(form_y + down, STEP, *box.shape)
    deep = enlarged(_cavities(height, canvas.scale / STEP), STEP, *box.shape)
    shade, sheen = _lit(panel, canvas, cover, slopes)
    shade = (shade * deep * _marks(panel, canvas, box, fall.seams)).astype(np.float32)
    yield Piece(
        slot=panel.slot,
        box=box,
        cover=cover,
        shade=shade,
        sheen=sheen,
        u=enlarged(u.astype(np.float32), STEP, *box.shape),
        v=enlarged(v.astype(np.float32), STEP, *box.shape),
        shadow=_shadow(panel, canvas),
    )
    if panel.stitches:
        yield _stitches(panel, canvas, box, cover, shade)


def _lit(
    panel: Panel, canvas: Canvas, cover: Plane, slopes: tuple[Plane, Plane]
) -> tuple[Plane, Plane]:
    across, down = slopes
    if panel.bevel:
        edge_y, edge_x = _edge(panel, canvas, cover)
        across, down = across + edge_x, down + edge_y
    found = lit(across, down)
    return found.shade * np.float32(panel.tone), found.sheen * cover


def _marks(panel: Panel, canvas: Canvas, box: Box, seams: float) -> Plane:
    """Return what shades, ribs, seams and stitches leave of the light."""
    left = _grooves(panel, canvas, box, seams)
    if panel.shades:
        left = left * enlarged(_shades(panel, canvas, box), COARSE, *box.shape)
    return left * _ribs(panel, canvas, box) if panel.rib else left


def _edge(panel: Panel, canvas: Canvas, cover: Plane) -> tuple[Plane, Plane]:
    """Return the slope of the rounded edge that makes cloth look as thick as it is."""
    soft = blurred(cover, (0.09 + 0.08 * panel.bevel) * canvas.scale)
    rise = np.float32(0.03 + 0.12 * panel.bevel) * np.clip(2 * soft - 1, 0, 1)
    across, down = gradient(rise)
    return down * np.float32(canvas.scale), across * np.float32(canvas.scale)


def _cavities(height: Plane, per_cm: float) -> Plane:
    wide = blurred(height, 1.1 * per_cm) - height
    fine = blurred(height, 0.45 * per_cm) - height
    dark = np.clip(1 - CAVITY * np.clip(wide, -0.25, 1), 0.3, 1.12)
    return dark * np.clip(1 - 1.6 * CAVITY * np.clip(fine, -0.05, 1), 0.5, 1.08)


def _shades(panel: Panel, canvas: Canvas, box: Box) -> Plane:
    x, y = canvas.grid(box, COARSE)
    out = np.ones((y.shape[0], x.shape[1]), np.float32)
    for shade in panel.shades:
        away = near(x, y, sampled(shade.line, 4), tolerance=0.1).away
        out *= 1 + np.float32(shade.by) * np.exp(-((away / np.float32(shade.width)) ** 2))
    return out


def _ribs(panel: Panel, canvas: Canvas, box: Box) -> Plane:
    x, y = canvas.grid(box)
    way = near(x, y, panel.edge, tolerance=0.05).way
    return 1 + np.float32(0.07) * np.sin(way * np.float32(2 * np.pi / panel.rib))


def _grooves(panel: Panel, canvas: Canvas, box: Box, strength: float) -> Plane:
    out = np.ones(box.shape, np.float32)
    if panel.stitches:
        sunk = blurred(canvas.strokes(panel.stitches, box, 0.10), 0.07 * canvas.scale)
        out *= 1 - np.float32(0.22 * strength) * sunk
    if panel.seams:
        line = canvas.strokes(panel.seams, box, SEAM_WIDTH)
        out *= (1 - np.float32(0.34 * strength) * line) * (
            1 - 0.14 * blurred(line, 0.12 * canvas.scale)
        )
    return out


def _stitches(panel: Panel, canvas: Canvas, box: Box, cover: Plane, shade: Plane) -> Piece:
    dashes = [dash for line in panel.stitches for dash in _dashes(line)]
    drawn = canvas.strokes(dashes, box, THREAD_WIDTH)
    return Piece(slot=Slot.THREAD, box=box, cover=drawn * cover, shade=shade * np.float32(1.03))


def _dashes(line: Line) -> Iterator[Line]:
    on, off = STITCH
    count = max(1, int(lengths(line)[-1] / (on + off)))
    share = on / (on + off)
    ends = at_shares(line, [(i + part) / count for i in range(count) for part in (0, share)])
    yield from zip(ends[::2], ends[1::2], strict=True)


def _shadow(panel: Panel, canvas: Canvas) -> Shadow | None:
    """Return two shadows in one: soft and away, and tight where the piece touches."""
    cast = panel.cast
    if cast is None:
        return None
    margin = (3 * cast.blur + max(abs(cast.x), abs(cast.y))) * canvas.scale + 2
    box = canvas.box(panel.edge, margin)
    cover = canvas.mask(panel.edge, box)
    moved = shifted(cover, round(cast.x * canvas.scale), round(cast.y * canvas.scale))
    soft = blurred(moved, cast.blur * canvas.scale) * np.float32(cast.by)
    tight = blurred(cover, CONTACT * canvas.scale) * np.float32(0.55 * cast.by)
    return Shadow(box=box, by=np.clip(1 - (1 - soft) * (1 - tight), 0, 0.9))
