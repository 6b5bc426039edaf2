"""Planes of numbers: resizing, blurring and noise in float32, where eight bits would show steps."""

from typing import Any, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Plane = NDArray[Any]  # float32; sums of it are typed too narrowly by numpy's stubs

SHARP: Final = 0.3  # pixels; a smaller blur is not seen
WIDEST_KERNEL: Final = 5.0  # pixels; a wider blur is done on a smaller plane


def resized(plane: Plane, wide: int, tall: int, *, smooth: bool = True) -> Plane:
    how = Image.Resampling.BICUBIC if smooth else Image.Resampling.BILINEAR
    image = Image.fromarray(np.ascontiguousarray(plane, dtype=np.float32))
    return np.asarray(image.resize((wide, tall), how))


def enlarged(plane: Plane, times: int, tall: int, wide: int) -> Plane:
    """Return the plane `times` larger, cut to size."""
    rows, columns = plane.shape
    return resized(plane, columns * times, rows * times, smooth=False)[:tall, :wide]


def blurred(plane: Plane, sigma: float) -> Plane:
    """Return the plane blurred by a gaussian of `sigma` pixels; edges go on as they end."""
    if sigma <= SHARP:
        return plane
    step = 1
    while sigma / step > WIDEST_KERNEL:
        step *= 2
    if step == 1:
        return _convolved(plane, sigma)
    tall, wide = plane.shape
    padded = np.pad(plane, ((0, -tall % step), (0, -wide % step)), mode="edge")
    small = Image.fromarray(np.ascontiguousarray(padded)).reduce(step)
    soft = _convolved(np.asarray(small), sigma / step)
    return resized(soft, padded.shape[1], padded.shape[0])[:tall, :wide]


def _convolved(plane: Plane, sigma: float) -> Plane:
    reach = int(2.6 * sigma + 1)
    kernel = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * sigma * sigma)).astype(np.float32)
    kernel /= kernel.sum()
    tall, wide = plane.shape
    rows = np.pad(plane, ((reach, reach), (0, 0)), mode="edge")
    down = np.zeros_like(plane)
    for i, share in enumerate(kernel):
        down += share * rows[i : i + tall]
    columns = np.pad(down, ((0, 0), (reach, reach)), mode="edge")
    out = np.zeros_like(plane)
    for i, share in enumerate(kernel):
        out += share * columns[:, i : i + wide]
    return out


def noise(shape: tuple[int, int], cell: tuple[float, float], seed: str, octaves: int = 1) -> Plane:
    """Return smooth noise of about ±1; `cell` is the size of a feature (down, across) in pixels."""
    random = np.random.default_rng(crc32(seed.encode()))
    tall, wide = shape
    out = np.zeros(shape, np.float32)
    for octave in range(octaves):
        down, across = cell[0] / 2**octave, cell[1] / 2**octave
        rows, columns = max(2, int(tall / down) + 3), max(2, int(wide / across) + 3)
        grid = random.standard_normal((rows, columns)).astype(np.float32)
        size = max(int(columns * across) + 1, wide), max(int(rows * down) + 1, tall)
        out += resized(grid, *size)[:tall, :wide] / 2**octave
    return out


def gradient(plane: Plane) -> tuple[Plane, Plane]:
    """Return how the plane rises across and down, per step."""
    down, across = np.gradient(plane)
    return across, down


def shifted(plane: Plane, across: int, down: int) -> Plane:
    """Return the plane moved by whole pixels, zero where nothing was."""
    tall, wide = plane.shape
    out = np.zeros_like(plane)
    out[max(0, down) : tall + min(0, down), max(0, across) : wide + min(0, across)] = plane[
        max(0, -down) : tall - max(0, down), max(0, -across) : wide - max(0, across)
    ]
    return out


def eased(start: float, end: float, values: Plane) -> Plane:
    """Return 0 before `start`, 1 after `end`, smooth between; also the other way round."""
    share = np.clip((values - np.float32(start)) / np.float32(end - start), 0, 1)
    return share * share * (3 - 2 * share)
