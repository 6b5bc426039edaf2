"""What every request at the counter needs: the open store, the time, the postman."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from flask import current_app, request

from shop.payments.gateways.counter import dealings
from shop.payments.gateways.counter import store as stores
from shop.payments.gateways.counter.letters import Postman
from shop.payments.gateways.counter.store import Document, Store

NEWEST: Final = "2026-10-28.endive"


@dataclass(frozen=True, kw_only=True)
class Desk:
    store: Path
    postman: Postman
    now: Callable[[], datetime]


def desk() -> Desk:
    found: Desk = current_app.extensions["desk"]
    return found


@contextmanager
def dealing() -> Iterator[Store]:
    """Give the store for this request, and send off what it wrote to the shop when it is kept."""
    with stores.opened(desk().store) as store:
        yield store
    desk().postman.wake()


def version() -> str:
    """Return the version of the API that the caller asked for."""
    return request.headers.get("Stripe-Version", NEWEST)


def session_of(store: Store, name: str) -> Document:
    return dealings.session_of(store, name, now=desk().now(), version=version())
