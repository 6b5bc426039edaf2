"""For whom the garment is: one of the person's profiles, or a standard size."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from shop.kernel.errors import NotFound
from shop.kernel.texts import lazy as _
from shop.measurements import queries as measurements
from shop.measurements import rules
from shop.measurements.queries import ProfileView
from shop.measurements.rules import AS_CUT, Body, Table, Tuning
from shop.wardrobe import queries as wardrobe

_SIZES: Final = {Table.MEN: _("men's size %(size)s"), Table.WOMEN: _("women's size %(size)s")}


@dataclass(frozen=True, kw_only=True)
class Wearer:
    """A body with a name to show, where it came from, and how its garments are cut."""

    label: str
    body: Body
    profile_id: str = ""
    size: str = ""
    tuning: Tuning = AS_CUT
    profile: ProfileView | None = None


def wearer(session: Session, code: str, *, person_id: int | None, garment: str) -> Wearer | None:
    """Return who will wear it; None for nobody yet, and for a profile that is not the person's."""
    if not code:
        return None
    table, dash, size = code.partition("-")
    if dash:
        return _by_size(table, size)
    if person_id is None:
        return None
    try:
        profile = measurements.profile_of(session, person_id=person_id, public_id=code)
    except NotFound:
        return None
    return Wearer(
        label=profile.name, body=profile.body, profile_id=profile.public_id, profile=profile,
        tuning=_tuning(session, profile, garment),
    )  # fmt: skip


def _tuning(session: Session, profile: ProfileView, garment: str) -> Tuning:
    """Return what she likes, how she stands, and what her garments taught us."""
    return Tuning(
        closeness=profile.closeness, shoulders=profile.shoulders, stance=profile.stance,
        corrections=measurements.taught(session, profile.id),
        follow=wardrobe.follow_of(session, profile_id=profile.id, garment=garment),
    )  # fmt: skip


def _by_size(table: str, code: str) -> Wearer | None:
    found = rules.find_size(table, code)
    if found is None:
        return None
    label = _SIZES[Table(table)] % {"size": found.code}
    return Wearer(label=label, body=found.body, size=f"{table}-{code}")
