"""The counter over real HTTP, in place of Stripe."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from shop.config import Settings
from shop.infra.events import Event
from tests.builders.payments import Counter, a_counter, listening


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
