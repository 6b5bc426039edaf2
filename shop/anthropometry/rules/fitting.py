"""Fitting the model to people: means, covariances, and how far the farthest lie."""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np

from shop.anthropometry.rules.coefficients import Array, Coefficients, Gaussian
from shop.anthropometry.rules.variables import PLACE, Sex

SOURCE: Final = "ANSUR II, public release 2012 (4,082 men and 1,986 women, U.S. Army, 2010 to 2012)"
HONEST: Final = 5.0  # robust sds between what was said and measured; beyond it is a slip
SIZES: Final = (1, 2, 3, 5, 8, 12, 16, 24, 42)  # of the sets of variables whose farthest we note
SETS: Final = 200  # drawn of each size
TAILS: Final = (8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 60.0, 100.0, 200.0)
FOLDS: Final = 5


def fitted(people: Mapping[Sex, Array], *, split: str) -> Coefficients:
    """Return the model of these people: rows in the order of VARIABLES, in mm, g and years.

    A row with a value missing (0) or a said value that is a plain slip is not used.
    """
    of = {sex: _gaussian(sound(rows)) for sex, rows in people.items()}
    return Coefficients(source=SOURCE, split=split, of=of)


def sound(rows: Array) -> Array:
    """Return the rows to fit on: complete, and with said values that mean what was measured."""
    complete = rows[(rows > 0).all(axis=1)]
    kept = np.ones(len(complete), dtype=bool)
    for thing in ("height", "weight"):
        off = np.log(complete[:, PLACE[f"{thing}_said"]] / complete[:, PLACE[thing]])
        off -= np.median(off)
        kept &= np.abs(off) <= HONEST * 1.4826 * np.median(np.abs(off))
    return np.asarray(complete[kept])


def _gaussian(rows: Array) -> Gaussian:
    logs = np.log(rows)
    means, covariance = logs.mean(axis=0), np.cov(logs.T)
    return Gaussian(
        people=len(rows),
        means=means,
        covariance=covariance,
        tail=_tail(logs),
        farthest=_farthest(logs - means, covariance),
    )


def _farthest(off: Array, covariance: Array) -> tuple[tuple[int, float], ...]:
    """Return the largest distance² of anybody, in any of some sets of variables of each size."""
    draw = np.random.default_rng(0)
    found, largest = [], 0.0
    for size in SIZES:
        for _set in range(SETS):
            some = draw.choice(len(covariance), size, replace=False)
            largest = max(
                largest, float(_distances(off[:, some], covariance[np.ix_(some, some)]).max())
            )
        found.append((size, round(largest, 1)))
    return tuple(found)


def _distances(off: Array, covariance: Array) -> Array:
    return np.asarray((off * np.linalg.solve(covariance, off.T).T).sum(axis=1))


def _tail(logs: Array) -> float:
    """Return the degrees of freedom under which people left out of the fit are likeliest."""
    distances, logs_of_people = [], np.random.default_rng(0).permutation(logs)
    for fold in range(FOLDS):
        out = np.arange(len(logs)) % FOLDS == fold
        rest = logs_of_people[~out]
        off = logs_of_people[out] - rest.mean(axis=0)
        distances.append(_distances(off, np.cov(rest.T)))
    each, size = np.concatenate(distances), logs.shape[1]
    return max(TAILS, key=lambda tail: float(_likelihoods(each, tail, size).sum()))


def _likelihoods(distances: Array, tail: float, size: int) -> Array:
    level = math.lgamma((tail + size) / 2) - math.lgamma(tail / 2) - size / 2 * math.log(tail - 2)
    return np.asarray(level - (tail + size) / 2 * np.log1p(distances / (tail - 2)))
