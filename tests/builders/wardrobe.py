"""Garments that fit, for tests; say only what the test is about."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from shop.kernel import ids
from shop.measurements.models import Profile
from shop.wardrobe import service
from shop.wardrobe.models import WardrobeGarment
from tests.builders.measurements import a_profile

KEPT_AT = datetime(2026, 11, 3, 9, tzinfo=UTC)
SHIRT_POINTS: Mapping[str, int] = {"collar": 394, "chest": 1056, "waist": 994}


def a_kept_garment(
    session: Session,
    *,
    profile: Profile | None = None,
    garment: str = "shirt",
    fit: str = "regular",
    name: str = "My blue shirt",
    points: Mapping[str, int] = SHIRT_POINTS,
    followed: bool = False,
    line: str | None = None,
    once: str = "",
    now: datetime = KEPT_AT,
) -> WardrobeGarment:
    """Return a garment in the wardrobe of this profile, else of somebody new."""
    whose = profile or a_profile(session)
    return service.keep(
        session,
        profile_id=whose.id,
        garment=garment,
        fit=fit,
        name=name,
        points=points,
        followed=followed,
        line=line,
        once=once or ids.token(),
        now=now,
    )
