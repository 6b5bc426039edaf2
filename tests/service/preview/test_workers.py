"""Those who draw: what they keep for the next picture, and what happens when one dies."""

import os
import signal
from io import BytesIO

import pytest
from PIL import Image

from shop.preview.draw.looks import WHITE
from shop.preview.draw.requests import CardRequest, ClothRequest, GarmentRequest
from shop.preview.draw.spec import View
from shop.preview.gateways.files import Folder
from shop.preview.gateways.renderer import Renderer
from shop.preview.gateways.workers import DrawingFailed, Worker, drawing

SHIRT = GarmentRequest(
    garment="shirt", choices=(), look=WHITE, view=View.FRONT, width=360, kind="jpg"
)


def a_shirt(**changes):
    return GarmentRequest(**{**vars(SHIRT), **changes})


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


@pytest.fixture
def worker(folder):
    worker = Worker(folder)
    yield worker
    worker.close()


def styles_on(folder):
    return [each.name for each in folder.all() if "/styles/" in each.name]


def opened(content):
    return Image.open(BytesIO(content))


def test_a_style_is_kept_for_the_next_cloth(folder):
    renderer = Renderer(folder)

    renderer.draw(SHIRT)
    renderer.draw(a_shirt(kind="webp"))
    renderer.draw(a_shirt(choices=(("buttons", "horn"),)))

    assert len(styles_on(folder)) == 1


def test_a_style_from_the_files_makes_the_same_picture(folder):
    first = opened(Renderer(folder).draw(SHIRT)).convert("L")

    again = opened(Renderer(folder).draw(SHIRT)).convert("L")

    worst = max(abs(a - b) for a, b in zip(first.tobytes(), again.tobytes(), strict=True))
    assert worst <= 12  # JPEG around a level of rounding


def test_a_worker_draws_like_the_renderer(folder, worker):
    assert opened(worker.draw(SHIRT)).size == (360, 480)
    assert opened(worker.draw(ClothRequest(look=WHITE, width=360, kind="webp"))).size == (360, 360)


def test_a_card_is_as_large_as_readers_of_links_ask_for(folder):
    card = CardRequest(
        garment="shirt",
        choices=(),
        look=WHITE,
        house="Toile",
        title="A very long name " * 9,
        line="Slim shirt in white poplin, " * 9,
        cloth="White poplin " * 9,
    )

    assert opened(Renderer(folder).draw(card)).size == (1200, 630)


def test_what_fails_is_told_and_the_next_is_drawn(worker):
    with pytest.raises(DrawingFailed, match="KeyError"):
        worker.draw(a_shirt(garment="toga"))

    assert opened(worker.draw(SHIRT)).size == (360, 480)


def test_a_hand_that_was_killed_begins_anew(worker):
    worker.draw(SHIRT)
    os.kill(worker._process.pid, signal.SIGKILL)
    worker._process.wait()

    assert opened(worker.draw(SHIRT)).size == (360, 480)


def test_without_processes_one_draws_oneself(folder):
    assert opened(drawing(folder, apart=False)(SHIRT)).size == (360, 480)
