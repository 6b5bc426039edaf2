"""What is kept of people's bodies: told, handed over, deleted."""

from typing import Final

from sqlalchemy import update
from sqlalchemy.orm import Session

from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _
from shop.measurements import queries, service
from shop.measurements.models import Profile, Walk
from shop.measurements.rules import Decision

FATES: Final[Fates] = {
    **fates(
        "profiles",
        erased="public_id person_id name whose size_table closeness shoulders stance revision once"
        " created_at changed_at reminds reminded_at",
    ),
    **fates("profile_revisions", erased="profile_id no way at"),
    **fates(
        "measurements", erased="profile_id revision key amount low high source insisted taken_at"
    ),
    **fates("tape_walks", erased="profile_id keys skipped first revision carried begun_at"),
    **fates(
        "corrections",
        erased="public_id profile_id layer garment point cloth mm reason decision proposed_at"
        " decided_at",
    ),
}
GOES: Final = _("Your profiles, with every measurement they ever had.")


def export(session: Session, person_id: int) -> Exported:
    """Return the person's profiles with their whole history, and what garments taught of them."""
    profiles = queries.with_history(session, person_id)
    return {
        "profiles": [_profile(session, each) for each in profiles],
        "corrections": [each for profile in profiles for each in _corrections(session, profile)],
    }


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's profiles to the person, with all that hangs on them."""
    theirs = update(Profile).where(Profile.person_id == guest_id)
    session.execute(theirs.values(person_id=person_id))


def forget(session: Session, leaving: Leaving) -> None:
    """Delete every profile with every value it ever had."""
    for profile in queries.with_history(session, leaving.person_id):
        service.erase(session, profile)


def _profile(session: Session, profile: Profile) -> Exported:
    walk = queries.find_walk(session, profile.id)
    own = columns(profile, "name whose table closeness shoulders stance created_at changed_at")
    return own | {
        "wants_letters": profile.reminds,
        "reminded_at": columns(profile, "reminded_at")["reminded_at"],
        "walk": _walk(walk) if walk else None,
        "revisions": [columns(each, "no way at") for each in profile.revisions],
        "measurements": [
            columns(each, "key amount low high source insisted revision taken_at")
            for each in profile.measurements
        ],
    }


def _walk(walk: Walk) -> Exported:
    return columns(walk, "keys skipped revision begun_at") | {
        "first_mm": walk.first,
        "leads_to": walk.carried,
    }


def _corrections(session: Session, profile: Profile) -> list[Exported]:
    names = "layer garment point cloth mm decision reason proposed_at decided_at"
    rows = queries.corrections_of(session, profile.id, *Decision)
    return [{"profile": profile.name, **columns(row, names)} for row in rows]
