"""Which walks with the tape somebody is in the middle of."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.measurements.models import Profile, Walk
from shop.measurements.queries.walks import WalkView, walk_view


@dataclass(frozen=True, kw_only=True)
class OpenWalk:
    """A walk that is not at its end, and whose body it measures."""

    public_id: str
    name: str
    walk: WalkView


def open_walks_of(session: Session, person_id: int | None) -> list[OpenWalk]:
    """Return the person's open walks, the last begun first; nobody has none."""
    if person_id is None:
        return []
    found = session.execute(
        select(Profile.id, Profile.public_id, Profile.name)
        .join(Walk, Walk.profile_id == Profile.id)
        .where(Profile.person_id == person_id)
        .order_by(Walk.begun_at.desc())
    ).all()
    views = ((public_id, name, walk_view(session, id_)) for id_, public_id, name in found)
    return [
        OpenWalk(public_id=public_id, name=name, walk=walk)
        for public_id, name, walk in views
        if walk
    ]
