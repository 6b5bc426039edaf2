"""Quantiles of one or several Gaussians taken together, for many variables at once."""

from typing import Final

import numpy as np

from shop.anthropometry.rules.coefficients import Array

Z90: Final = 1.6448536269514722  # of a Gaussian, 90 % lie within so many sds
ENDS: Final = np.array([0.0, -Z90, Z90])  # median, low and high in sds
SHARES: Final = np.array([0.5, 0.05, 0.95])
STEPS: Final = 40
CLOSE: Final = 1e-8  # of a logarithm
ROOM: Final = 1e-5  # beyond the quantiles of the single Gaussians, as `below` is not exact
DENSITY: Final = 0.3989422804014327  # of a Gaussian at its middle


def quantiles(weights: Array, means: Array, sds: Array) -> Array:
    """Return median, low and high end of 90 %: three rows, one column for each variable.

    `means` and `sds` have a row for each Gaussian; so have `weights`, which add up to 1 in each
    column (one column does for all variables). The median lies between the ends, also where a
    variable is known so well that the search ends before it can tell them apart.
    """
    each = means + sds * ENDS[:, None, None]  # quantile, Gaussian, variable
    if len(means) == 1:
        return np.asarray(each[:, 0])
    bounds = {"low": each.min(axis=1) - ROOM, "high": each.max(axis=1) + ROOM}
    median, low, high = _between(weights, means, sds, **bounds)
    return np.stack([median, np.minimum(low, median), np.maximum(high, median)])


def moments(weights: Array, means: Array, sds: Array) -> tuple[Array, Array]:
    """Return mean and sd of each variable."""
    middle = (weights * means).sum(axis=0)
    variance = (weights * (sds**2 + (means - middle) ** 2)).sum(axis=0)
    return middle, np.sqrt(variance)


def _between(weights: Array, means: Array, sds: Array, *, low: Array, high: Array) -> Array:
    """Search where the shares are reached: Newton's step where it stays inside, else the middle."""
    at = (low + high) / 2
    for _step in range(STEPS):
        z = (at[:, None] - means) / sds
        over = (weights * below(z)).sum(axis=1) - SHARES[:, None]
        low, high = np.where(over < 0, at, low), np.where(over < 0, high, at)
        slope = (weights * np.exp(-0.5 * z * z) / sds).sum(axis=1) * DENSITY
        step = at - over / np.maximum(slope, 1e-12)
        nearer = np.where((step >= low) & (step <= high), step, (low + high) / 2)
        if np.abs(nearer - at).max() < CLOSE:
            return np.asarray(nearer)
        at = nearer
    return np.asarray(at)


def below(z: Array) -> Array:
    """Return the share of a Gaussian below z sds, within 7.5e-8 (Abramowitz and Stegun 26.2.17)."""
    t = 1 / (1 + 0.2316419 * np.abs(z))
    sum_ = t * (
        0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))
    )
    tail = DENSITY * np.exp(-0.5 * z * z) * sum_
    return np.asarray(np.where(z > 0, 1 - tail, tail))
