"""Conditioning one Gaussian on what is known of a body."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from shop.anthropometry.rules.coefficients import Array, Gaussian
from shop.anthropometry.rules.evidence import Evidence


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """The evidence as one Gaussian sees it."""

    off: Array  # from the means
    precision: Array  # of the evidence, errors included
    pull: Array  # precision times off
    distance: float  # squared, of the evidence from the middle of all people
    log_volume: float  # logarithm of the determinant of the covariance

    @cached_property
    def certainty(self) -> Array:
        """Return, for each value, one over its variance given all the others."""
        return np.asarray(np.diag(self.precision))

    @property
    def likelihood(self) -> float:
        """Return the logarithm of the density of the evidence."""
        return -0.5 * (self.distance + self.log_volume + len(self.off) * math.log(2 * math.pi))


@dataclass(frozen=True, kw_only=True, eq=False)
class Posterior:
    """Mean and covariance of the logarithms of some variables, given the evidence."""

    means: Array
    covariance: Array


def seen(gaussian: Gaussian, known: Evidence) -> Seen:
    """Return how far the evidence lies from the people of this sex."""
    covariance = gaussian.covariance[np.ix_(known.places, known.places)] + np.diag(known.noise)
    off = known.logs - gaussian.means[known.places]
    precision = np.asarray(np.linalg.inv(covariance), dtype=np.float64)
    pull = precision @ off
    return Seen(
        off=off,
        precision=precision,
        pull=pull,
        distance=float(off @ pull),
        log_volume=float(np.linalg.slogdet(covariance)[1]),
    )


def posterior(gaussian: Gaussian, known: Evidence, at: Seen) -> Posterior:
    """Return all variables given the evidence; one that is known exactly has no variance left."""
    shared = gaussian.covariance[:, known.places]
    covariance = gaussian.covariance - shared @ at.precision @ shared.T
    return Posterior(means=gaussian.means + shared @ at.pull, covariance=covariance)
