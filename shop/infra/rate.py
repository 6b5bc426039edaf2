"""How often somebody may try: counted by address and by what they aim at."""

from flask import Flask, current_app, request
from limits import RateLimitItem, parse
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from shop.kernel.errors import TooMany
from shop.kernel.texts import gettext as _


def init_app(app: Flask, *, redis_url: str) -> None:
    storage = storage_from_string(redis_url or "memory://")
    app.extensions["rates"] = MovingWindowRateLimiter(storage)


def hold(limit: str, *names: str) -> None:
    """Count one try, such as `10 per 15 minutes`; raise TooMany when there were enough."""
    item: RateLimitItem = parse(limit)
    if not current_app.extensions["rates"].hit(item, *names):
        minutes = max(1, item.get_expiry() // 60)
        raise TooMany(
            _("Those were too many tries. Please wait %(n)s minutes and try again.", n=minutes)
        )


def address() -> str:
    """Return the address the request came from, behind as many proxies as the settings trust."""
    return request.remote_addr or "unknown"
