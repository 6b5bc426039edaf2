"""The front door, the words of law, and what machines ask for."""

from typing import Final

from flask import Blueprint, Response, current_app, request, send_file
from sqlalchemy import text

from shop.infra import assets, db, words
from shop.infra.access import public
from shop.infra.web import go_to, page, page_left, safe_next
from shop.kernel import clock
from shop.kernel.errors import Invalid, NotFound, Unavailable
from shop.kernel.lengths import Unit
from shop.kernel.money import Money
from shop.kernel.texts import gettext as _
from shop.site.forms import SampleForm

blueprint = Blueprint("site", __name__)

FOR_EVER: Final = "public, max-age=31536000, immutable"
LEGAL: Final = frozenset({"imprint", "terms", "privacy", "returns"})


@blueprint.get("/legal/<name>")
@public
def legal(name: str) -> Response:
    if name not in LEGAL:
        raise NotFound(_("There is no such page."))
    return page(f"site/legal/{name}.html")


@blueprint.get("/styleguide")
@public
def styleguide() -> Response:
    """Show every token and component in all its states, to whoever builds the shop."""
    settings = current_app.extensions["settings"]
    if settings.is_production:
        raise NotFound(_("There is no such page."))
    return page(
        "site/styleguide.html",
        form=SampleForm(),
        wrong=SampleForm.wrongly_sent(),
        money=lambda minor: Money(minor, settings.currency),
        now=clock.now(),
    )


@blueprint.post("/units")
@public
def units() -> Response:
    """Switch between centimetres and inches and go back to the page that asked."""
    wanted = request.form.get("unit", "")
    if wanted not in set(Unit):
        raise Invalid(_("Measure in cm or in inches."))
    words.choose_unit(Unit(wanted))
    return go_to(page_left(safe_next("/")))


@blueprint.get("/brand.css")
@public
def brand() -> Response:
    """Let a house's own colour take the place of indigo chalk."""
    accent = current_app.extensions["settings"].accent
    rule = f"@layer subject {{ :root {{ --accent: {accent}; --accent-deep: {accent}; }} }}\n"
    response = current_app.response_class(rule if accent else "", mimetype="text/css")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


@blueprint.get("/assets/<digest>/<path:name>")
@public
def asset(digest: str, name: str) -> Response:
    path = assets.shelf().get(name)
    if path is None:
        raise NotFound(_("There is no such file."))
    response = send_file(path)
    response.headers["Cache-Control"] = FOR_EVER if digest == assets.digest() else "no-cache"
    return response


@blueprint.get("/health")
@public
def health() -> Response:
    """Say that the process lives and reaches its database; a balancer asks this often."""
    try:
        db.session().execute(text("SELECT 1"))
    except Exception as error:
        raise Unavailable(_("The database does not answer.")) from error
    return current_app.response_class("ok\n", mimetype="text/plain")


@blueprint.get("/robots.txt")
@public
def robots() -> Response:
    words_for_robots = "User-agent: *\nDisallow: /staff/\nDisallow: /bag\nDisallow: /checkout\n"
    return current_app.response_class(words_for_robots, mimetype="text/plain")
