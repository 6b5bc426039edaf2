"""Two at once, in the pages."""

import threading
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Do all at the same moment; return what came of each."""
    results: dict[int, Any] = {}
    gate = threading.Barrier(len(works))

    def run(place: int, work: Callable[[], Any]) -> None:
        gate.wait()
        results[place] = work()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return [results[place] for place in range(len(works))]


def twin_of(browser: FlaskClient) -> FlaskClient:
    """Return the same browser once more, for its second click."""
    with browser.session_transaction() as cookie:
        key = cookie["key"]
    twin = browser.application.test_client()
    with twin.session_transaction() as cookie:
        cookie["key"] = key
    return twin
