"""How fine a picture prints, and what is said about it."""

import pytest

from shop.artwork import rules


@pytest.mark.parametrize(("width", "height", "dpi"), [
    (3543, 4724, 299),  # 300 by 400 mm at 300 dpi, rounded down
    (1772, 2362, 150),
    (1772, 1000, 150),  # wide: as wide as the print, and lower
    (600, 2362, 149),  # tall: as high as the print, and narrower
    (200, 200, 16),
])  # fmt: skip
def test_the_side_that_fills_the_print_first_decides(width, height, dpi):
    assert rules.dpi(width, height) == dpi


def test_only_a_coarse_picture_is_warned_about():
    assert rules.coarse(1772, 2362) == ""
    assert rules.coarse(600, 2362).startswith("At print size this picture has 149 dpi. Below 150")


def test_the_hint_of_the_form_names_the_limit_of_the_rules():
    from shop.artwork.forms import UploadForm

    assert f"up to {rules.MOST_BYTES // 2**20} MB" in str(UploadForm().picture.description)
