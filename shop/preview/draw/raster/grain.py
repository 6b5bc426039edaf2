"""Where the cloth's threads run on a panel: every point's place on the cloth (u, v) in cm."""

import numpy as np

from shop.preview.draw.drawing import Panel
from shop.preview.draw.planes.fields import Plane
from shop.preview.draw.raster.slopes import Tube, half_width
from shop.preview.draw.waves import height_at

BODY, LIMB = 0.93, 0.95  # how far round the eye sees before cloth turns away


def place_of(panel: Panel, x: Plane, y: Plane, tube: Tube | None) -> tuple[Plane, Plane]:
    """Return u and v: round the body, along the tube, with the wave, or turned by the grain."""
    form = panel.form
    if tube is not None and (form is None or form.blend is None):
        return _along(tube)
    if panel.wave:
        return _hung(panel, x, y)
    if panel.body and form is not None and form.profile:
        across, down = _wrapped(half_width(form, y), x), np.broadcast_to(y, (y.size, x.size))
        if tube is not None:  # a leg: its own tube below, the body above, meeting at the crease
            leg = np.clip(tube.away / tube.radius, -1, 1)
            round_leg = tube.radius * np.arcsin(0.9 * leg) / np.float32(0.9)
            return round_leg.astype(np.float32), down.astype(np.float32)
        return across.astype(np.float32), down.astype(np.float32)
    angle = np.radians(panel.grain)
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    return x * cos + y * sin, y * cos - x * sin


def _along(tube: Tube) -> tuple[Plane, Plane]:
    share = np.clip(tube.away / tube.radius, -1, 1)
    return (tube.radius * np.arcsin(LIMB * share) / np.float32(LIMB)).astype(np.float32), tube.way


def _wrapped(half: Plane, x: Plane) -> Plane:
    share = np.clip(x / half, -1, 1)
    return half * np.arcsin(np.float32(BODY) * share) / np.float32(BODY)


def _hung(panel: Panel, x: Plane, y: Plane) -> tuple[Plane, Plane]:
    """Return a skirt's grain: straight in the middle, running out towards the sides."""
    wave = panel.wave
    assert wave is not None  # noqa: S101 - asked by the caller
    heights, halves = zip(*wave.profile, strict=True)
    share = np.clip(x / np.interp(y, heights, halves).astype(np.float32), -1, 1)
    table = np.linspace(-1, 1, 361)
    ridge = np.interp(share, table, [height_at(wave, place) for place in table])
    down = np.clip((y - wave.top) / (wave.foot - wave.top), 0, 1.2)
    across = x * (1 + 0.35 * share * share) + 0.35 * wave.height * ridge * down
    return across.astype(np.float32), (y + 1.8 * share * share).astype(np.float32)
