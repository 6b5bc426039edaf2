"""Each picture is drawn once, few at a time, and what is kept stays within its bounds."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from shop.preview.draw.looks import WHITE
from shop.preview.draw.requests import ClothRequest
from shop.preview.gateways.files import Folder, prune
from shop.preview.gateways.render_queue import Busy, RenderQueue
from shop.preview.service import Pictures, name_of

CLOTH = ClothRequest(look=WHITE, width=360, kind="jpg")
OTHER = ClothRequest(look=WHITE, width=720, kind="jpg")
MANY = 4


class Worker:
    """Draws nothing, but counts, and may be made to wait until it is told to go on."""

    def __init__(self):
        self.drawn = []
        self.begun = threading.Semaphore(0)
        self.go_on = threading.Event()
        self.go_on.set()

    def draw(self, wanted):
        self.drawn.append(wanted)
        self.begun.release()
        assert self.go_on.wait(20)
        return f"picture of {wanted.key}".encode()


@pytest.fixture
def worker():
    return Worker()


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def pictures(folder, worker, *, memory_bytes=1000, at_once=1):
    return Pictures(files=folder, draw=worker.draw, memory_bytes=memory_bytes, at_once=at_once)


def test_many_who_ask_at_once_get_one_drawing(folder, worker):
    made = pictures(folder, worker)
    start = threading.Barrier(MANY)

    def ask(_number):
        start.wait(20)
        return made.made(CLOTH)

    with ThreadPoolExecutor(MANY) as people:
        answers = set(people.map(ask, range(MANY)))

    assert worker.drawn == [CLOTH]
    assert answers == {f"picture of {CLOTH.key}".encode()}


def test_what_was_drawn_once_is_found_in_memory_or_among_the_files(folder, worker):
    first = pictures(folder, worker).made(CLOTH)

    elsewhere = pictures(folder, worker, memory_bytes=0)

    assert elsewhere.made(CLOTH) == first == folder.find(name_of(CLOTH))
    assert worker.drawn == [CLOTH]


def test_no_more_are_drawn_at_once_than_there_are_hands(folder, worker):
    made = pictures(folder, worker, at_once=1)
    worker.go_on.clear()

    with ThreadPoolExecutor(2) as people:
        one = people.submit(made.made, CLOTH)
        assert worker.begun.acquire(timeout=20)
        two = people.submit(made.made, OTHER)
        drawn_meanwhile = list(worker.drawn)
        worker.go_on.set()

    assert drawn_meanwhile == [CLOTH]
    assert worker.drawn == [CLOTH, OTHER]
    assert one.result() != two.result()


def test_who_finds_the_line_full_is_told_so_at_once():
    queue = RenderQueue(at_once=1, waiting=0, patience_s=20)

    def ask_too():
        queue.made("b", find=lambda: None, make=lambda: b"b")

    with pytest.raises(Busy):
        queue.made("a", find=lambda: None, make=ask_too)
    assert queue.made("b", find=lambda: None, make=lambda: b"b") == b"b"


def test_a_drawing_that_fails_is_tried_anew_by_the_next(folder):
    def falter(wanted):
        raise ValueError(wanted.key)

    with pytest.raises(ValueError, match=CLOTH.key):
        Pictures(files=folder, draw=falter, memory_bytes=0, at_once=1).made(CLOTH)
    assert folder.find(name_of(CLOTH)) is None

    worker = Worker()
    assert pictures(folder, worker).made(CLOTH)
    assert worker.drawn == [CLOTH]


def test_pruning_takes_the_oldest_until_the_rest_fits(folder, tmp_path):
    put_at(folder, tmp_path, "now/a.jpg", 100)
    put_at(folder, tmp_path, "now/b.jpg", 300)
    put_at(folder, tmp_path, "now/c.jpg", 200)

    assert prune(folder, limit_bytes=25) == (1, 20)

    assert sorted(each.name for each in folder.all()) == ["now/b.jpg", "now/c.jpg"]


def test_pruning_takes_what_a_former_engine_drew_first(folder, tmp_path):
    put_at(folder, tmp_path, "now/a.jpg", 100)
    put_at(folder, tmp_path, "former/b.jpg", 300)

    assert prune(folder, limit_bytes=10, current="now") == (1, 10)

    assert [each.name for each in folder.all()] == ["now/a.jpg"]


def test_pruning_leaves_what_fits(folder, tmp_path):
    put_at(folder, tmp_path, "now/a.jpg", 100)

    assert prune(folder, limit_bytes=10) == (0, 10)
    assert folder.find("now/a.jpg") == b"0123456789"


def put_at(folder, root, name, seconds):
    import os

    folder.put(name, b"0123456789")
    os.utime(root / name, (seconds, seconds))
