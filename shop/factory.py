"""Put the application together: settings, machinery, subjects, in this order."""

from datetime import timedelta
from functools import cache
from typing import Any

from flask import Flask, Response, g, has_request_context, request, url_for
from flask_wtf import CSRFProtect
from flask_wtf.csrf import CSRFError
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.local import LocalProxy
from werkzeug.middleware.proxy_fix import ProxyFix

from shop.accounts.rules import SIGN_IN_LASTS
from shop.accounts.views import Door
from shop.accounts.views import blueprint as accounts
from shop.artwork.views import blueprint as artwork
from shop.cart import queries as bags
from shop.cart.views import blueprint as cart
from shop.checkout.views import blueprint as checkout
from shop.cli import commands
from shop.config import ROOT, Settings
from shop.configurator.views import blueprint as configurator
from shop.fitting.views import blueprint as fitting
from shop.infra import access, assets, db, headers, jobs, kept_pages, log, rate, store, words
from shop.infra.access import Permission
from shop.infra.log import reference
from shop.infra.web import go_to, problem
from shop.kernel.errors import ShopError, SignInNeeded
from shop.kernel.texts import gettext as _
from shop.measurements.views import blueprint as measurements
from shop.orders.views import blueprint as orders
from shop.payments.gateways import stripe_api
from shop.payments.gateways.counter import app as counter
from shop.payments.views import blueprint as payments
from shop.payments.views import webhook
from shop.preview.views import blueprint as preview
from shop.site.account.views import blueprint as account
from shop.site.gallery.views import blueprint as gallery
from shop.site.storefront.views import blueprint as storefront
from shop.site.views import blueprint as site
from shop.staff.artwork.views import blueprint as staff_artwork
from shop.staff.cloths.views import blueprint as staff_cloths
from shop.staff.orders.views import blueprint as staff_orders
from shop.staff.prices.views import blueprint as staff_prices
from shop.staff.rulebook.views import blueprint as staff_rules
from shop.staff.trims.views import blueprint as staff_trims
from shop.staff.work.views import blueprint as workshop
from shop.subscriptions import JOBS, SUBSCRIPTIONS, SWEEPS
from shop.wardrobe.views import blueprint as wardrobe

BLUEPRINTS = (
    account,
    accounts,
    artwork,
    cart,
    checkout,
    configurator,
    fitting,
    gallery,
    measurements,
    orders,
    payments,
    preview,
    site,
    staff_artwork,
    staff_cloths,
    staff_orders,
    staff_prices,
    staff_rules,
    staff_trims,
    storefront,
    wardrobe,
    workshop,
)
MAX_UPLOAD = 2 * 1024 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    """Return the shop, ready to serve; raise Misconfigured with all that is missing."""
    settings = settings or Settings.read()
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    app.config.update(_flask_settings(settings))
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.extensions["settings"] = settings
    app.extensions["stripe"] = stripe_api.connect(settings)
    if not settings.has_stripe:
        counter.mount(app, settings)
    _add_machinery(app, settings)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.extensions["csrf"].exempt(webhook)  # its signature says who it is from
    app.register_error_handler(Exception, _explain)
    app.cli.commands.update(commands())
    return app


def _flask_settings(settings: Settings) -> dict[str, Any]:
    return {
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "shop",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.is_production,
        "PERMANENT_SESSION_LIFETIME": SIGN_IN_LASTS + timedelta(days=1),
        "MAX_CONTENT_LENGTH": MAX_UPLOAD,
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the session: a form left open over night works
    }


def _add_machinery(app: Flask, settings: Settings) -> None:
    """Connect the machinery. After a request the last one here comes first: commit, then wake."""
    if settings.trusted_proxies:
        n = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n)  # type: ignore[method-assign]
    log.init_app(app, log_format=settings.log_format)
    headers.init_app(app)
    words.init_app(app)
    kept_pages.init_app(app)
    rate.init_app(app, redis_url=settings.redis_url)
    app.extensions["subscriptions"] = SUBSCRIPTIONS
    jobs.init_app(
        app, redis_url=settings.redis_url, var_dir=settings.var_dir, jobs=JOBS, sweeps=SWEEPS
    )
    db.init_app(app, settings.database)
    store.init_app(app, settings)
    app.extensions["csrf"] = CSRFProtect(app)
    access.init_app(app, Door())
    app.context_processor(lambda: _for_templates(settings))


def _for_templates(settings: Settings) -> dict[str, Any]:
    visitor = access.visitor() if has_request_context() else None
    return {
        "shop": settings,
        "visitor": visitor,
        "bag_count": LocalProxy(cache(_bag_count)),  # asked by a page that shows it
        "Permission": Permission,
        "asset": lambda name: f"/assets/{assets.digest()}/{name}",
        **words.facts(),
    }


def _bag_count() -> int:
    me = access.visitor_id()
    return bags.count(db.session(), me) if me is not None else 0


def _explain(error: Exception) -> Response:
    """Say what went wrong in a sentence; the trace goes to the log, never to the page."""
    db.drop()
    if isinstance(error, CSRFError):
        message = _("This page was open for too long. Go back, reload it, and send it again.")
        return problem("errors/problem.html", status=400, message=message, reference=None)
    if isinstance(error, ShopError):
        return _shop_problem(error)
    if isinstance(error, InternalServerError) and isinstance(error.original_exception, Exception):
        error = error.original_exception  # what broke after the view, such as the commit
    if isinstance(error, HTTPException):
        code = error.code or 500
        return problem("errors/problem.html", status=code, message=_usual(code), reference=None)
    log.log.error("failed ref=%s", reference(), exc_info=error)
    g.visitor = None  # the page below asks nothing of a database that may be what broke
    return problem("errors/problem.html", status=500, message=_usual(500), reference=reference())


def _shop_problem(error: ShopError) -> Response:
    if isinstance(error, SignInNeeded) and request.method == "GET":
        return go_to(url_for("accounts.sign_in", next=request.full_path.rstrip("?")))
    status, message = error.status, str(error)
    return problem("errors/problem.html", status=status, message=message, reference=None)


def _usual(status: int) -> str:
    """Return the sentence for a problem that came without one of its own."""
    sentences = {
        404: _("There is no such page. The link may be old, or a letter may be missing."),
        405: _("That address takes no such request."),
        413: _("That is too large to send."),
        500: _("Something broke on our side. Nothing that you saved is lost."),
    }
    return sentences.get(status, _("That did not work. Go back and try again."))
