"""Curves and polylines."""

import pytest

from shop.geometry.curves import backwards, joined, mirrored, sampled, through
from shop.geometry.lines import inset, is_inside, mitred, spread, thinned

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def test_a_curve_passes_through_its_points():
    points = [(0.0, 0.0), (3.0, 1.0), (5.0, 6.0)]

    line = sampled(through(points))

    assert all(min(abs(x - a) + abs(y - b) for a, b in line) < 1e-9 for x, y in points)


def test_two_points_give_a_straight_line():
    assert sampled(through([(0, 0), (4, 2)])) == ((0, 0), (4, 2))


def test_a_mirrored_curve_runs_the_same_way_down():
    line = sampled(mirrored(through([(1, 0), (2, 5)])))

    assert line == ((-1, 0), (-2, 5))


def test_backwards_ends_where_it_started():
    curve = through([(1, 0), (2, 5), (2, 8)])

    assert sampled(backwards(curve))[0] == pytest.approx((2, 8))


def test_gaps_between_joined_curves_are_closed():
    whole = joined([through([(0, 0), (1, 0)]), through([(2, 0), (3, 0)])])

    assert sampled(whole) == ((0, 0), (1, 0), (2, 0), (3, 0))


@pytest.mark.parametrize("edge", [((0.0, 0.0), (10.0, 0.0)), ((10.0, 0.0), (0.0, 0.0))])
def test_a_stitch_line_moves_inwards_whichever_way_its_edge_runs(edge):
    assert {y for _, y in inset(edge, 1, SQUARE)} == {1.0}


def test_stitch_lines_meet_in_the_corner():
    top, side = ((0.0, 1.0), (10.0, 1.0)), ((9.0, 0.0), (9.0, 10.0))

    assert mitred([top, side]) == ((0.0, 1.0), (9.0, 1.0), (9.0, 10.0))


def test_lines_that_do_not_cross_are_put_end_to_end():
    assert len(mitred([((0, 0), (1, 0)), ((5, 5), (6, 6))])) == 4


def test_inside_is_told_from_outside():
    assert is_inside((5, 5), SQUARE)
    assert not is_inside((11, 5), SQUARE)


def test_points_are_spread_evenly():
    assert spread(((0, 0), (1, 0), (10, 0)), 3) == ((0, 0), (5, 0), (10, 0))


def test_points_on_a_straight_line_are_spared():
    assert thinned(((0, 0), (5, 0.001), (10, 0)), 0.01) == ((0, 0), (10, 0))
    assert len(thinned(((0, 0), (5, 2), (10, 0)), 0.01)) == 3
