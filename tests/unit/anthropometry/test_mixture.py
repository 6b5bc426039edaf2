"""Quantiles of two Gaussians taken together."""

import math

import numpy as np
import pytest

from shop.anthropometry.rules.mixture import below, moments, quantiles


@pytest.mark.parametrize("z", [-4, -1.5, 0, 0.3, 2, 5])
def test_the_share_below_is_that_of_a_gaussian(z):
    assert below(np.array([float(z)]))[0] == pytest.approx(
        0.5 * math.erfc(-z / math.sqrt(2)), abs=2e-7
    )


def test_quantiles_of_two_gaussians_hold_their_shares():
    weights = np.array([[0.3], [0.7]])
    means, sds = np.array([[0.0, 1.0], [4.0, 1.5]]), np.array([[1.0, 0.2], [0.5, 0.3]])

    found = quantiles(weights, means, sds)

    every = tuple(zip(found, (0.5, 0.05, 0.95), strict=True))
    assert every
    for row, share in every:
        shares = (weights * below((row - means) / sds)).sum(axis=0)
        assert shares == pytest.approx([share, share], abs=1e-6)


def test_equal_gaussians_are_one():
    weights = np.array([[0.2], [0.5], [0.3]])

    found = quantiles(weights, np.full((3, 1), 2.0), np.full((3, 1), 0.1))

    middle, low, high = (row[0] for row in found)
    assert middle == pytest.approx(2, abs=2e-5)
    # 1.6449 standard deviations hold nine in ten between them
    assert (low, high) == pytest.approx((2 - 0.164485, 2 + 0.164485), abs=2e-5)


def test_moments_count_the_way_between_the_middles():
    mean, sd = moments(np.array([[0.5], [0.5]]), np.array([[0.0], [2.0]]), np.zeros((2, 1)))

    assert (mean[0], sd[0]) == (1.0, 1.0)
