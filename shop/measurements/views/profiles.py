"""Profiles as they stand: all of somebody's, one with its values, its name, its end."""

from typing import Any

from flask import Response, url_for

from shop.infra import access, db, words
from shop.infra.access import public
from shop.infra.web import go_to, page
from shop.kernel import clock
from shop.measurements import queries, rules, service
from shop.measurements.forms.profiles import AboutForm, LettersForm, PreferencesForm, WeightForm
from shop.measurements.models import Profile
from shop.measurements.queries import ProfileView
from shop.measurements.views import profile_lines
from shop.measurements.views.blueprint import blueprint


@blueprint.get("")
@public
def overview() -> Response:
    profiles = queries.profiles_of(db.session(), access.visitor_id())
    now, unit = clock.now(), words.current_unit()
    due = {each.id: queries.reminders_of(each, now=now, unit=unit) for each in profiles}
    return page(
        "measurements/overview.html",
        profiles=profiles,
        due=due,
        for_a_shirt=set(rules.CORE),
        Source=rules.Source,
    )


@blueprint.get("/<public_id>")
@public
def show(public_id: str) -> Response:
    return show_profile(public_id)


@blueprint.post("/<public_id>/rename")
@public
def rename(public_id: str) -> Response:
    """Keep another name, and whose it is."""
    form = AboutForm.sent()
    if not form.validate():
        return show_profile(public_id, about_form=form, status=422)
    profile = own_row(public_id)
    service.rename(profile, name=form.given_name())
    service.give_to(profile, whose=form.given_whose())
    return go_to(url_for("measurements.show", public_id=public_id))


@blueprint.get("/<public_id>/erase")
@public
def erase(public_id: str) -> Response:
    return page("measurements/erase.html", profile=own(public_id))


@blueprint.post("/<public_id>/erase")
@public
def erase_send(public_id: str) -> Response:
    service.erase(db.session(), own_row(public_id))
    return go_to(url_for("measurements.overview"))


def own(public_id: str) -> ProfileView:
    return queries.profile_of(db.session(), person_id=access.visitor_id(), public_id=public_id)


def own_row(public_id: str) -> Profile:
    """Return the profile as a command changes it; it waits for its turn."""
    return queries.own_profile(
        db.session(), person_id=access.visitor_id(), public_id=public_id, lock=True
    )


def show_profile(public_id: str, *, status: int = 200, **forms: Any) -> Response:
    """Show the profile's page; a form that was sent and is not right stands in for a fresh one."""
    profile, walk = queries.page_of(
        db.session(), person_id=access.visitor_id(), public_id=public_id
    )
    missing = [each for each in rules.MEASURES if each.key not in profile.body]
    due = queries.reminders_of(profile, now=clock.now(), unit=words.current_unit())
    return page(
        "measurements/show.html",
        status=status,
        profile=profile,
        walk=walk,
        groups=profile_lines.groups_of(profile),
        facts=profile_lines.facts_of(profile),
        missing=missing,
        asked_only=rules.ASKED_ONLY,
        due=due,
        **(_forms(profile) | forms),
    )


def _forms(profile: ProfileView) -> dict[str, Any]:
    return {
        "about_form": AboutForm(name=profile.name, whose=profile.whose),
        "preferences_form": PreferencesForm(
            closeness=profile.closeness, shoulders=profile.shoulders, stance=profile.stance
        ),
        "letters_form": LettersForm(reminds=profile.reminds),
        "weight_form": WeightForm(),
    }
