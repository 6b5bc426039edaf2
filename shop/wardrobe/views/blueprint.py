"""The wardrobe of a profile: garments that fit her, copied, followed, given up."""

from flask import Blueprint

from shop.infra import access, db
from shop.measurements import queries as profiles
from shop.measurements.queries import ProfileView
from shop.wardrobe import queries
from shop.wardrobe.queries import KeptView

blueprint = Blueprint("wardrobe", __name__, url_prefix="/profiles")


@blueprint.app_template_global("wardrobe_of")
def wardrobe_of(profile: ProfileView) -> list[KeptView]:
    """Return what hangs in the wardrobe of a profile that its reader was shown; one query."""
    return queries.kept_of(db.session(), profile_id=profile.id)


def own(public_id: str) -> ProfileView:
    return profiles.profile_of(db.session(), person_id=access.visitor_id(), public_id=public_id)
