"""Put the counter together, and set it up inside the shop's address."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from shop.config import ROOT, Settings
from shop.infra import assets, headers, words
from shop.kernel import clock
from shop.payments.gateways.counter import api, keys, pages
from shop.payments.gateways.counter.desk import Desk
from shop.payments.gateways.counter.letters import Postman


def create_counter(
    settings: Settings, *, store: Path, shop_url: str, now: Callable[[], datetime] = clock.now
) -> Flask:
    """Return a counter that keeps its books in `store` and writes to the shop at `shop_url`.

    From the settings it takes how the shop writes amounts, and the secret for its signature.
    """
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.extensions["settings"] = settings
    secret = keys.webhook_secret(settings.secret_key)
    postman = Postman(store=store, address=f"{shop_url}/payments/webhook", secret=secret)
    app.extensions["desk"] = Desk(store=store, postman=postman, now=now)
    headers.init_app(app)
    words.init_app(app)
    app.context_processor(
        lambda: {"asset": lambda name: f"/assets/{assets.digest()}/{name}", **_language(settings)}
    )
    app.register_blueprint(api.blueprint)
    app.register_blueprint(pages.blueprint)
    return app


def mount(app: Flask, settings: Settings) -> None:
    """Set the counter up under the shop's own address, in a file of its own."""
    store = Path(settings.var_dir) / "test-counter.sqlite"
    counter = create_counter(settings, store=store, shop_url=settings.url)
    app.extensions["counter"] = counter
    app.wsgi_app = DispatcherMiddleware(  # type: ignore[method-assign]  # how Flask is wrapped
        app.wsgi_app, {keys.MOUNTED_AT: counter.wsgi_app}
    )


def _language(settings: Settings) -> dict[str, str]:
    return {"lang": settings.locale.partition("_")[0]}
