"""How implausible each known value is, given all the others."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from shop.anthropometry.rules.coefficients import Array, shipped
from shop.anthropometry.rules.estimates import shares
from shop.anthropometry.rules.evidence import evidence
from shop.anthropometry.rules.gaussian import Seen, seen
from shop.anthropometry.rules.mixture import moments, quantiles
from shop.anthropometry.rules.variables import Sex


@dataclass(frozen=True, kw_only=True)
class Check:
    """What the others say of a value: its median, 90 % interval, and how many sds it is off."""

    expected: float
    low: float
    high: float
    distance: float


def check(
    known: Mapping[str, float],
    *,
    sex: Sex | None = None,
    errors: Mapping[str, float] | None = None,
) -> dict[str, Check]:
    """Return, for every known variable, what all the other known ones say of it.

    `errors` as for `estimate`; the distance is in sds of what a tape so exact would read.
    Raises ValueError for a value that is not above 0.
    """
    given = evidence(known, errors)
    if not given.keys:
        return {}
    views = [seen(shipped().of[each], given) for each in ([sex] if sex else Sex)]
    expected = np.array([given.logs - at.pull / at.certainty for at in views])
    sds = np.array([1 / np.sqrt(at.certainty) for at in views])
    weights = _shares(views)
    rows = np.exp(quantiles(weights, expected, sds))
    middle, spread = moments(weights, expected, sds)
    off = np.abs(given.logs - middle) / spread
    return {
        key: Check(expected=mid, low=low, high=high, distance=distance)
        for key, mid, low, high, distance in zip(
            given.keys, *rows.tolist(), off.tolist(), strict=True
        )
    }


def _shares(views: list[Seen]) -> Array:
    """Return how probable each sex is by all values but one; a column for each left out."""
    rest = [
        at.likelihood + 0.5 * (at.pull**2 / at.certainty - np.log(at.certainty)) for at in views
    ]
    return shares(np.array(rest))
