"""Numbers with two neighbouring digits the wrong way round."""

import pytest

from shop.anthropometry.rules.digits import slips_of_digits


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("chest", 983, {893, 938}),
        ("chest", 980, {890}),  # as whole cm
        ("seat", 965, {695, 956, 2108}),  # or 38 inches, of 83
        ("seat", 978, {798, 987, 2121}),  # or 38 1/2, of 83 1/2
        ("wrist", 170, {710}),
        ("weight", 68_500, {86_500, 65_800}),
        ("age", 35, {53}),
        ("age", 33, set()),
        ("neck", 405, {450}),  # not 04.5
    ],
)
def test_neighbouring_digits_are_turned_as_they_were_typed(key, typed, meant):
    found = slips_of_digits(key, typed)

    assert {each for _typed, each, _count in found} == meant
    assert {count for _typed, _each, count in found} <= {len(meant)}
