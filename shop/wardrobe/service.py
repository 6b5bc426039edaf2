"""Commands about garments that fit: copy, keep, follow, rename, remove."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.designs.rules import FIT
from shop.infra.log import say
from shop.kernel import ids
from shop.measurements import service as bodies
from shop.measurements.models import Profile
from shop.measurements.rules import Body, SizeTable, Way, Whose
from shop.wardrobe import queries, rules
from shop.wardrobe.models import WardrobeGarment
from shop.wardrobe.rules import Laid, Points


def begin(
    session: Session,
    laid: Laid,
    *,
    person_id: int,
    wearer: str,
    whose: Whose,
    table: SizeTable,
    now: datetime,
) -> Profile:
    """Make a profile from a garment that fits, and hang it there; the same `once` makes one."""
    body = rules.bodies(laid.model, laid.made, laid.telling)
    profile = bodies.create(
        session,
        person_id=person_id,
        name=wearer,
        table=table,
        body=body,
        once=laid.once,
        now=now,
        whose=whose,
        way=Way.GARMENT,
    )
    _hang(session, profile, laid, now=now)
    return profile


def copy(
    session: Session, profile: Profile, laid: Laid, *, known: Body, now: datetime
) -> WardrobeGarment:
    """Hang a garment that fits into the wardrobe, and learn from it what `known` lacks of the body.

    What was measured stays; an estimate and a standard size give way to a garment that is surer.
    The same `once` finds the garment and learns nothing twice.
    """
    before = queries.find_by_once(session, laid.once)
    row = _hang(session, profile, laid, now=now)
    if row is not before:
        found = rules.worth_knowing(rules.bodies(laid.model, laid.made, laid.telling), known)
        bodies.record(session, profile, body=found, way=Way.GARMENT, now=now)
    return row


def keep(
    session: Session,
    *,
    profile_id: int,
    garment: str,
    fit: str,
    name: str,
    points: Points,
    followed: bool,
    line: str | None,
    once: str,
    now: datetime,
) -> WardrobeGarment:
    """Hang a garment that fits into the wardrobe of a profile; `points` in mm, finished.

    The same `once`, or a garment we made (`line`) that hangs there already, finds what was kept and
    changes nothing. Who is followed is the only one followed of her kind.
    """
    known = queries.find_by_once(session, once)
    if known is not None and known.profile_id == profile_id:
        return known
    if made := _made(session, profile_id, line):
        return made
    row = WardrobeGarment(
        public_id=ids.public_id(),
        profile_id=profile_id,
        garment=garment,
        fit=fit,
        name=name,
        points=dict(points),
        followed=False,
        line=line,
        once=once if known is None else ids.token(),
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()  # a double click meets the unique token here
    except IntegrityError:
        if queries.find_by_once(session, once) is None and not _made(session, profile_id, line):
            raise
        return keep(
            session,
            profile_id=profile_id,
            garment=garment,
            fit=fit,
            name=name,
            points=points,
            followed=followed,
            line=line,
            once=once,
            now=now,
        )
    if followed:
        follow(session, row)
    say("wardrobe.kept", garment=row.public_id, points=len(points))
    return row


def _made(session: Session, profile_id: int, line: str | None) -> WardrobeGarment | None:
    return queries.find_by_line(session, profile_id=profile_id, line=line) if line else None


def _hang(session: Session, profile: Profile, laid: Laid, *, now: datetime) -> WardrobeGarment:
    return keep(
        session,
        profile_id=profile.id,
        garment=laid.model.garment,
        fit=laid.made.get(FIT, ""),
        name=laid.name,
        points=laid.points,
        followed=laid.followed,
        line=None,
        once=laid.once,
        now=now,
    )


def follow(session: Session, row: WardrobeGarment) -> None:
    """Let the next garment of this kind take these measures; no other of its kind is followed."""
    session.execute(
        update(WardrobeGarment)
        .where(
            WardrobeGarment.profile_id == row.profile_id,
            WardrobeGarment.garment == row.garment,
            WardrobeGarment.id != row.id,
        )
        .values(followed=False)
    )
    row.followed = True


def unfollow(row: WardrobeGarment) -> None:
    """Let the next garment of this kind be cut from the body again."""
    row.followed = False


def rename(row: WardrobeGarment, *, name: str) -> None:
    """Give the garment another name; an empty one changes nothing."""
    row.name = name or row.name


def remove(session: Session, row: WardrobeGarment) -> None:
    """Take the garment out of the wardrobe, with its measures, for good."""
    session.delete(row)
    say("wardrobe.removed", garment=row.public_id)
