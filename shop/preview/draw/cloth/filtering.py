"""Texels out of crossings, and the filter that takes away what is finer than a pixel."""

from typing import Final

import numpy as np
from PIL import Image

from shop.preview.draw.planes.fields import Plane

PASS: Final = 0.36  # cycles per pixel up to which nearly everything is kept
WRAP: Final = 8  # crossings that a kernel may reach over the edge
LARGEST_PRIME: Final = 5


def good_size(wanted: float) -> int:
    """Return the next size up that a Fourier transform is quick at: factors 2, 3 and 5."""
    size = max(2, round(wanted))
    while not _is_smooth(size):
        size += 1
    return size


def _is_smooth(size: int) -> bool:
    for prime in (2, 3, LARGEST_PRIME):
        while size % prime == 0:
            size //= prime
    return size == 1


def spread(colours: Plane, size: tuple[int, int]) -> Plane:
    """Return the crossings (3, picks, ends) over texels (3, *size)."""
    rows, columns = colours.shape[1:]
    padded = np.pad(colours, ((0, 0), (WRAP, WRAP), (WRAP, WRAP)), mode="wrap")
    shrinks = columns > size[1] and rows > size[0]
    how = Image.Resampling.BOX if shrinks else Image.Resampling.BILINEAR
    box = (WRAP, WRAP, WRAP + columns, WRAP + rows)
    return np.stack(
        [
            np.asarray(Image.fromarray(plane).resize((size[1], size[0]), how, box))
            for plane in padded
        ]
    )


def filtered(planes: Plane, over: float) -> Plane:
    """Remove what is finer than a pixel of `over` texels; in frequencies, so that it still wraps.

    Nothing is left near half a cycle per pixel: turned and bent cloth shows no bands.
    """
    tall, wide = planes.shape[-2:]
    down = np.fft.fftfreq(tall).astype(np.float32)[:, None] * np.float32(over)
    across = np.fft.rfftfreq(wide).astype(np.float32)[None] * np.float32(over)
    square = down * down + across * across
    keep = np.exp(-0.7 * (square / np.float32(PASS**2)) ** 2 - np.float32(0.81) * square)
    out = np.empty(planes.shape, np.float32)
    for i in np.ndindex(planes.shape[:-2]):  # one at a time: their waves take much memory
        out[i] = np.fft.irfft2(np.fft.rfft2(planes[i]) * keep, s=(tall, wide))
    return out
