"""The commands for pictures."""

import pytest
from PIL import Image

from shop.preview.draw.reader import garments


@pytest.fixture
def run(app):
    return app.test_cli_runner().invoke


def test_pruning_says_what_is_left(run, app):
    app.extensions["pictures"].files.put("former/a.jpg", b"0123456789")

    said = run(args=["pictures", "prune", "--keep-mb", "0"])

    assert (said.exit_code, said.output.split()[-3:]) == (0, ["0.0", "MB", "kept."])
    assert list(app.extensions["pictures"].files.all()) == []


def test_a_sheet_of_all_garments_has_a_row_for_each(run, tmp_path):
    said = run(args=["pictures", "sheet", "--width", "36", "--out", str(tmp_path / "all.png")])

    assert said.exit_code == 0, said.output
    with Image.open(tmp_path / "all.png") as image:
        assert image.height == len(garments()) * (48 + 26 + 12) + 12


def test_a_sheet_of_what_nobody_draws_says_what_there_is(run):
    said = run(args=["pictures", "sheet", "--garment", "toga"])

    assert said.exit_code == 2
    assert "shirt" in said.output
