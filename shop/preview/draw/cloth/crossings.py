"""The woven cloth at one texel for every crossing of warp and weft."""

from dataclasses import dataclass
from typing import Final
from zlib import crc32

import numpy as np
from numpy.random import Generator

from shop.preview.draw.cloth.noise import wrapped_noise
from shop.preview.draw.cloth.weave import weave_of
from shop.preview.draw.cloth.yarns import Colours, Fabric, Yarns
from shop.preview.draw.planes.fields import Plane
from shop.preview.draw.planes.tone import linear_of

FLOAT_LIGHT: Final = 0.045  # warp floats catch the light of the window, weft floats turn from it
TURN_LIGHT: Final = 0.026  # so does one side of a herringbone
THICK: Final = 1.1  # smooth noise above this is a slub that the eye finds
FIBRES_CM: Final = (0.07, 0.15, 0.32, 0.7)  # clusters of fibres in a melange
DARKEST, BRIGHTEST = 0.35, 1.7


@dataclass(frozen=True, kw_only=True, eq=False)
class Woven:
    """Colours (3, picks, ends) in linear light, and the size of the piece in cm."""

    colours: Plane
    wide: float
    tall: float


def threads(fabric: Fabric) -> tuple[int, int]:
    """Return how many ends and picks make whole repeats of weave and colours."""
    draft = weave_of(fabric.weave, fabric.turn)
    return (
        _whole(fabric.warp, draft.shape[1], fabric.size),
        _whole(fabric.weft, draft.shape[0], fabric.size),
    )


def share_of_warp(weave: str, turn: int, cover: float) -> float:
    """Return how much of the face the warp makes up."""
    above = float(weave_of(weave, turn).mean())
    return above + (1 - above) * cover


def mean_of(fabric: Fabric) -> Plane:
    """Return the colour of the cloth from afar, linear; of a print that of the cloth below."""
    share = np.float32(share_of_warp(fabric.weave, fabric.turn, fabric.cover))
    warp, weft = (row(yarns.colours, yarns.repeat).mean(1) for yarns in (fabric.warp, fabric.weft))
    return share * warp + (1 - share) * weft


def woven(fabric: Fabric) -> Woven:
    """Weave the piece: it repeats without a seam, and is the same on every machine."""
    ends, picks = threads(fabric)
    random = np.random.default_rng(seed_of(fabric))
    draft = weave_of(fabric.weave, fabric.turn)
    up = np.tile(draft, (picks // draft.shape[0], ends // draft.shape[1])).astype(bool)
    colours = _face(fabric, up, random)
    if fabric.nap:
        colours = _softened(colours, fabric)
    colours *= _light(fabric, up) * _unevenness(fabric, up.shape, random)
    colours *= (mean_of(fabric) / colours.mean((1, 2)))[:, None, None]
    return Woven(colours=colours, wide=ends / fabric.warp.per_cm, tall=picks / fabric.weft.per_cm)


def seed_of(fabric: Fabric) -> int:
    return crc32(repr(fabric).encode())


def row(colours: Colours, count: int) -> Plane:
    """Return so many threads side by side, (3, count)."""
    base = np.concatenate([np.repeat(linear_of(colour)[:, None], n, 1) for colour, n in colours], 1)
    return np.tile(base, (1, -(-count // base.shape[1])))[:, :count]


def _whole(yarns: Yarns, draft: int, size: float) -> int:
    both = int(np.lcm(yarns.repeat, draft))
    return max(1, round(size * yarns.per_cm / both)) * both


def _face(fabric: Fabric, up: Plane, random: Generator) -> Plane:
    """Return the colour that lies on top at every crossing, slubs along its own thread."""
    picks, ends = up.shape
    along = _slubs(fabric.warp, (picks, ends), fabric.weft.per_cm, random)
    across = _slubs(fabric.weft, (ends, picks), fabric.warp.per_cm, random).T
    warp = row(fabric.warp.colours, ends)[:, None, :] * along
    weft = row(fabric.weft.colours, picks)[:, :, None] * across
    cover = np.float32(fabric.cover)
    return np.where(up, warp, weft * (1 - cover) + warp * cover)


def _slubs(yarns: Yarns, shape: tuple[int, int], per_cm: float, random: Generator) -> Plane:
    """Return the brightness along each thread (length, threads); slubs are rare and long."""
    slow = wrapped_noise(shape, (yarns.slub_cm * per_cm, 1), random)
    thick = np.maximum(np.abs(slow) - np.float32(THICK), 0) * np.sign(slow)
    own = random.standard_normal((1, shape[1]), dtype=np.float32)
    light = 1 + np.float32(yarns.slub) * (0.38 * own + 0.65 * slow + 1.3 * thick)
    return np.clip(light, DARKEST, BRIGHTEST).astype(np.float32)


def _softened(colours: Plane, fabric: Fabric) -> Plane:
    """Return the colours seen through raised fibres: a blur of up to a millimetre."""
    reach = 0.05 * fabric.nap
    down, across = (
        np.fft.fftfreq(colours.shape[1])[:, None] * np.float32(fabric.weft.per_cm * reach),
        np.fft.rfftfreq(colours.shape[2])[None] * np.float32(fabric.warp.per_cm * reach),
    )
    keep = np.exp(-2 * np.pi**2 * (down * down + across * across)).astype(np.float32)
    found = np.fft.irfft2(np.fft.rfft2(colours) * keep, s=colours.shape[1:])
    return np.maximum(found, 0).astype(np.float32)


def _light(fabric: Fabric, up: Plane) -> Plane:
    """Return how floats, and the two sides of a herringbone, take the light."""
    relief = np.float32(FLOAT_LIGHT * fabric.relief * (1 - 0.8 * fabric.nap))
    light = np.where(up, 1 + relief, 1 - relief)
    if fabric.turn:
        sides = (np.arange(up.shape[1]) // fabric.turn % 2) * 2 - 1
        light *= (1 + np.float32(TURN_LIGHT * fabric.relief) * sides).astype(np.float32)
    return light


def _unevenness(fabric: Fabric, shape: tuple[int, int], random: Generator) -> Plane:
    """Return grain from crossing to crossing, and clusters of fibres in several sizes."""
    light = 1 + np.float32(fabric.grain) * random.standard_normal(shape, dtype=np.float32)
    for size in FIBRES_CM if fabric.melange else ():
        cell = size * fabric.weft.per_cm, size * fabric.warp.per_cm
        light += np.float32(fabric.melange / 2) * wrapped_noise(shape, cell, random)
    return np.clip(light, DARKEST, BRIGHTEST).astype(np.float32)
