"""Fixtures: the counter over real HTTP, in place of Stripe."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from flask import Flask

from shop.config import Settings
from shop.infra.events import Event
from tests.builders.payments import Counter, a_counter, a_stripe, listening


@pytest.fixture
def counter(
    app: Flask, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    with a_counter(settings, tmp_path) as counter:
        monkeypatch.setitem(app.extensions, "stripe", counter.stripe)
        yield counter


@pytest.fixture
def seen(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[Event]:
    """What payments announced during the test."""
    seen: list[Event] = []
    monkeypatch.setitem(app.extensions, "subscriptions", listening(seen))
    return seen


@pytest.fixture
def silence(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], AbstractContextManager[None]]:
    """Within this, Stripe does not answer."""

    @contextmanager
    def silence() -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setitem(app.extensions, "stripe", a_stripe(settings, "http://127.0.0.1:9"))
            yield

    return silence
