"""What a profile's owner wants: how close garments sit, letters, today's weight."""

from flask import Response, url_for

from shop.infra import db
from shop.infra.access import customers_only, public
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.measurements import mails, queries, service
from shop.measurements.forms.profiles import LettersForm, PreferencesForm, WeightForm
from shop.measurements.views.blueprint import blueprint
from shop.measurements.views.profiles import own, own_row, show_profile


@blueprint.post("/<public_id>/preferences")
@public
def prefer(public_id: str) -> Response:
    form = PreferencesForm.sent()
    if not form.validate():
        return show_profile(public_id, preferences_form=form, status=422)
    service.prefer(
        own_row(public_id),
        closeness=form.given_closeness(),
        shoulders=form.given_shoulders(),
        stance=form.given_stance(),
    )
    return _back(public_id)


@blueprint.post("/<public_id>/weight")
@public
def weigh(public_id: str) -> Response:
    form = WeightForm.sent()
    grams = form.given_grams() if form.validate() else None
    if grams is None:
        return show_profile(public_id, weight_form=form, status=422)
    row = own_row(public_id)
    service.weigh(db.session(), row, own(public_id), grams=grams, now=clock.now())
    return _back(public_id)


@blueprint.post("/<public_id>/letters")
@customers_only
def letters(public_id: str) -> Response:
    """Write letters about this profile, or stop; only who has an address can have them."""
    service.write_letters(own_row(public_id), wanted=LettersForm.sent().wants_letters())
    return _back(public_id)


@blueprint.get("/letters/<sent>")
@public
def stop(sent: str) -> Response:
    """Ask whoever got our letter whether they shall stop; mail scanners follow links too."""
    mails.profile_in(sent)
    return page("measurements/stop.html", sent=sent)


@blueprint.post("/letters/<sent>")
@public
def stop_send(sent: str) -> Response:
    row = queries.find_profile(db.session(), mails.profile_in(sent))
    if row is not None:
        service.write_letters(row, wanted=False)
    return page("measurements/stopped.html")


def _back(public_id: str) -> Response:
    return go_to(url_for("measurements.show", public_id=public_id))
