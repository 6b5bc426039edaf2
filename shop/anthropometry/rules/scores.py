"""How well the values go together under a story: logarithms of densities, over the sexes.

A multivariate t distribution instead of the Gaussian: whoever is rare in everything is given more
room in each thing, so that rare but real people are left alone.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from shop.anthropometry.rules.coefficients import Array, Gaussian
from shop.anthropometry.rules.evidence import Evidence
from shop.anthropometry.rules.gaussian import Seen, seen
from shop.anthropometry.rules.slips import (
    BREADTH,
    SHEET_LEAST,
    SHEET_SHARE,
    SLIP_TAIL,
    SPARED,
    STOUTER,
    USUAL,
)
from shop.anthropometry.rules.stories import SheetStory, Stories
from shop.anthropometry.rules.variables import PLACE


@dataclass(frozen=True, kw_only=True, eq=False)
class View:
    """The evidence as one sex sees it, and the tail of its people."""

    at: Seen
    tail: float

    def density(self, count: int, distance: Array, log_volume: Array | float) -> Array:
        """Return logarithms of the density of `count` values at these squared distances."""
        level = math.lgamma((self.tail + count) / 2) - math.lgamma(self.tail / 2)
        level -= count / 2 * math.log((self.tail - 2) * math.pi)
        drop = (self.tail + count) / 2 * np.log1p(distance / (self.tail - 2))
        return np.asarray(level - 0.5 * log_volume - drop)


def view(gaussian: Gaussian, given: Evidence) -> View:
    return View(at=seen(of_all_weights(gaussian), given), tail=gaussian.tail)


@cache
def of_all_weights(gaussian: Gaussian) -> Gaussian:
    """Return people as different in weight for their height as people outside an army are.

    Soldiers may not be stout; all that goes with stoutness is given more room, and nothing else.
    """
    height, weight = PLACE["height"], PLACE["weight"]
    covariance = gaussian.covariance
    slope = covariance[weight, height] / covariance[height, height]
    stout = covariance[:, weight] - slope * covariance[:, height]  # with weight beyond the height
    room = (STOUTER**2 - 1) / (stout[weight] - slope * stout[height])
    return replace(gaussian, covariance=covariance + room * np.outer(stout, stout))


def as_it_is(views: Sequence[View]) -> float:
    each = [
        one.density(len(one.at.off), np.array(one.at.distance), one.at.log_volume) for one in views
    ]
    return float(_over_sexes(each))


def score(views: Sequence[View], told: Stories) -> Array:
    """Return, for each story, odds times density of the values as they were meant."""
    each = [
        one.density(len(one.at.off), _distances(one.at, told), one.at.log_volume) for one in views
    ]
    return np.asarray(_over_sexes(each) + told.odds)


def without_the_spared(views: Sequence[View], told: SheetStory) -> SheetStory:
    """Return the story without fields that are far better as they are; others may be right."""
    at = max(views, key=lambda one: sheet_score([one], told)).at
    places = told.places
    least = max(SHEET_LEAST, math.ceil(len(places) * SHEET_SHARE))
    while len(places) > least:
        pull = at.pull + told.shift * at.precision[:, places].sum(axis=1)
        change = told.shift**2 * at.certainty[places] - 2 * told.shift * pull[places]
        if change.min() > -SPARED:
            break
        places = np.delete(places, int(change.argmin()))
    return replace(told, places=places)


def sheet_score(views: Sequence[View], told: SheetStory) -> float:
    """Return the density of the values as they were meant."""
    each = []
    for one in views:
        change = 2 * told.shift * one.at.pull[told.places].sum()
        change += told.shift**2 * one.at.precision[np.ix_(told.places, told.places)].sum()
        distance = np.array(max(one.at.distance + float(change), 0.0))
        each.append(one.density(len(one.at.off), distance, one.at.log_volume))
    return float(_over_sexes(each))


def slip_scores(views: Sequence[View]) -> Array:
    """Return, for each value, the density of the others times that of a slip so large."""
    return _over_sexes([_rest(one) + _slip(one.at) for one in views])


def is_usual(views: Sequence[View]) -> bool:
    """Tell whether all values go together as those of most people do."""
    return min(one.at.distance for one in views) <= _most(len(views[0].at.off))


def rest_is_usual(views: Sequence[View]) -> NDArray[np.bool_]:
    """Tell, for each value, whether all the others go together."""
    least = np.min([_rest_distance(one.at) for one in views], axis=0)
    return np.asarray(least <= _most(len(views[0].at.off) - 1))


def _most(count: int) -> float:
    """Return the distance² of Gaussians that hardly anybody passes: its mean, and some sds."""
    return count + USUAL * math.sqrt(2 * max(count, 0))


def expected(views: Sequence[View], given: Evidence, at: int) -> float:
    """Return what the other values say of this one."""
    weights = np.array([_rest(one)[at] for one in views])
    weights = np.exp(weights - weights.max())
    each = np.array([given.logs[at] - one.at.pull[at] / one.at.certainty[at] for one in views])
    return float(np.exp(weights @ each / weights.sum()))


def _over_sexes(each: Sequence[Array]) -> Array:
    return np.asarray(np.logaddexp.reduce(each) - math.log(len(each)))


def _distances(at: Seen, told: Stories) -> Array:
    first, second, shift, other = told.first, told.second, told.shift, told.other
    change = 2 * (shift * at.pull[first] + other * at.pull[second])
    change += shift**2 * at.certainty[first] + other**2 * at.certainty[second]
    change += 2 * shift * other * at.precision[first, second]
    return np.asarray(np.maximum(at.distance + change, 0.0))


def _rest(one: View) -> Array:
    at = one.at
    return one.density(len(at.off) - 1, _rest_distance(at), at.log_volume + np.log(at.certainty))


def _rest_distance(at: Seen) -> Array:
    return np.asarray(np.maximum(at.distance - at.pull**2 / at.certainty, 0.0))


def _slip(at: Seen) -> Array:
    """Return the density of each value if it is just wrong: a t distribution round the expected."""
    off = at.pull / at.certainty
    scale = np.sqrt(BREADTH**2 + 1 / at.certainty)
    level = math.lgamma((SLIP_TAIL + 1) / 2) - math.lgamma(SLIP_TAIL / 2)
    level -= 0.5 * math.log(SLIP_TAIL * math.pi)
    drop = (SLIP_TAIL + 1) / 2 * np.log1p((off / scale) ** 2 / SLIP_TAIL)
    return np.asarray(level - np.log(scale) - drop)
