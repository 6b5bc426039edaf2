"""How often somebody may try: counted by address and by what they aim at.

The counts lie in Redis where several processes share them. When it does not answer, each process
counts for itself: no page fails since a helper is away.
"""

import math
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, TypeVar

from flask import Flask, current_app, request
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import MovingWindowRateLimiter

from shop.infra.log import log
from shop.kernel.errors import TooMany
from shop.kernel.texts import gettext as _

Answer = TypeVar("Answer")

PATIENCE: Final = 1  # seconds that a page waits for the shared counts


def init_app(app: Flask, *, redis_url: str) -> None:
    deadlines = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
    options = {"wrap_exceptions": True, **deadlines} if redis_url else {}
    storage = storage_from_string(redis_url or "memory://", **options)
    app.extensions["rates"] = MovingWindowRateLimiter(storage)
    app.extensions["own_rates"] = MovingWindowRateLimiter(MemoryStorage())


def hold(limit: str, *names: str) -> None:
    """Count one try, such as `10 per 15 minutes`; raise TooMany when there were enough."""
    item = parse(limit)
    if not _ask(lambda rates: rates.hit(item, *names)):
        raise _too_many(item, *names)


def check(limits: Iterable[str], *names: str) -> None:
    """Raise TooMany when there were enough tries by any of the limits; this one is not counted."""
    for item in map(parse, limits):
        if not _ask(partial(_is_free, item, names)):
            raise _too_many(item, *names)


def count(limits: Iterable[str], *names: str) -> None:
    """Count one try that went wrong, however many there were."""
    for item in map(parse, limits):
        _ask(partial(_hit, item, names))


def address() -> str:
    """Return the address the request came from, behind as many proxies as the settings trust."""
    return request.remote_addr or "unknown"


def _ask(question: Callable[[MovingWindowRateLimiter], Answer]) -> Answer:
    try:
        return question(current_app.extensions["rates"])
    except StorageError as away:
        log.warning("rate.away cause=%s", type(away.storage_error).__name__)
        return question(current_app.extensions["own_rates"])


def _is_free(item: RateLimitItem, names: tuple[str, ...], rates: MovingWindowRateLimiter) -> bool:
    return rates.test(item, *names)


def _hit(item: RateLimitItem, names: tuple[str, ...], rates: MovingWindowRateLimiter) -> bool:
    return rates.hit(item, *names)


def _too_many(item: RateLimitItem, *names: str) -> TooMany:
    free_at = _ask(lambda rates: rates.get_window_stats(item, *names).reset_time)
    minutes = math.ceil((free_at - time.time()) / 60)
    if minutes > 1:
        return TooMany(
            _("Those were too many tries. Please wait %(n)s minutes and try again.", n=minutes)
        )
    return TooMany(_("Those were too many tries. Please wait a minute and try again."))
