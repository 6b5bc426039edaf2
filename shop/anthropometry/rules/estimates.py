"""What the values not known probably are."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from shop.anthropometry.rules.coefficients import Array, shipped
from shop.anthropometry.rules.evidence import evidence
from shop.anthropometry.rules.gaussian import Posterior, posterior, seen
from shop.anthropometry.rules.mixture import quantiles
from shop.anthropometry.rules.variables import BODY_RISE, PLACE, VARIABLES, Sex

WIDER: Final = 1.25  # soldiers are not everyone
OUTSEAM, INSEAM = PLACE["outseam"], PLACE["inseam"]
LEAST: Final = 1e-24  # of a variance, for what is known exactly


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """The median of what a value may be, and the ends of the interval that holds 90 of 100."""

    mid: float
    low: float
    high: float

    def widened(self) -> "Estimate":
        """Return the interval 1.25 times as wide (in logarithms): for people of all kinds."""
        return Estimate(
            mid=self.mid,
            low=self.mid * (self.low / self.mid) ** WIDER,
            high=self.mid * (self.high / self.mid) ** WIDER,
        )


def estimate(
    known: Mapping[str, float],
    *,
    sex: Sex | None = None,
    errors: Mapping[str, float] | None = None,
) -> dict[str, Estimate]:
    """Return every variable that is not known exactly, and the body rise; mm, g and years.

    `errors` are relative sds of known values that are not exact (0.02 for a label of clothes);
    what is known with an error is estimated too. Without `sex` both are taken, weighted by how
    well they go with what is known. The body rise is outseam minus inseam; it is left out when
    it is known, and when the two contradict each other. What the model has no variable for is
    ignored. Raises ValueError for a value that is not above 0.
    """
    given = evidence(known, errors)
    sexes = [shipped().of[each] for each in ([sex] if sex else Sex)]
    views = [seen(each, given) for each in sexes]
    found = [posterior(each, given, at) for each, at in zip(sexes, views, strict=True)]
    exact = {key for key, noise in zip(given.keys, given.noise, strict=True) if noise == 0}
    keys = [key for key in VARIABLES if key not in exact]
    rises = [] if BODY_RISE in known else [_rise(each) for each in found]
    if rises and all(rises):
        keys.append(BODY_RISE)
    means, sds = _columns(found, rises, [PLACE[key] for key in keys if key != BODY_RISE])
    rows = np.exp(
        quantiles(shares(np.array([[at.likelihood] for at in views])), means, sds)
    ).tolist()
    return {
        key: Estimate(mid=mid, low=low, high=high)
        for key, mid, low, high in zip(keys, *rows, strict=True)
    }


def shares(likelihoods: Array) -> Array:
    """Return how probable each row is, by logarithms of likelihoods and even odds."""
    each = np.exp(likelihoods - likelihoods.max(axis=0))
    return np.asarray(each / each.sum(axis=0))


def _columns(
    found: Sequence[Posterior], rises: Sequence[tuple[float, float] | None], places: list[int]
) -> tuple[Array, Array]:
    """Return means and sds of logarithms, a row for each sex, the body rise as last column."""
    means = np.array([each.means[places] for each in found])
    variances = np.array([np.diag(each.covariance)[places] for each in found])
    sds = np.sqrt(np.maximum(variances, LEAST))
    last = np.array([each for each in rises if each])
    if len(last) < len(found):
        return means, sds
    return np.column_stack([means, last[:, 0]]), np.column_stack([sds, last[:, 1]])


def _rise(found: Posterior) -> tuple[float, float] | None:
    """Return mean and sd of the logarithm of outseam minus inseam, to first order."""
    outseam, inseam = np.exp(found.means[[OUTSEAM, INSEAM]])
    if outseam <= inseam:
        return None
    turn = np.array([outseam, -inseam]) / (outseam - inseam)
    both = found.covariance[np.ix_([OUTSEAM, INSEAM], [OUTSEAM, INSEAM])]
    return math.log(outseam - inseam), math.sqrt(max(float(turn @ both @ turn), LEAST))
