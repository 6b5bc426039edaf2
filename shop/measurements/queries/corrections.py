"""Reads of what garments taught us about a body."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.infra import words
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.measurements.models import CorrectionRow, Profile
from shop.measurements.rules import Correction, Decision, Layer, Why, garments_in_words


def corrections_of(
    session: Session, profile_id: int, *decisions: Decision
) -> tuple[CorrectionRow, ...]:
    """Return what garments taught about this profile, as decided, oldest first."""
    statement = select(CorrectionRow).where(
        CorrectionRow.profile_id == profile_id, CorrectionRow.decision.in_(decisions)
    )
    return tuple(session.scalars(statement.order_by(CorrectionRow.id)))


def cut_with(accepted: Iterable[CorrectionRow]) -> tuple[Correction, ...]:
    """Return those corrections that the next garment is cut with, with words to show."""
    return tuple(_as_rule(row) for row in accepted if _is_cut_with(row))


def _as_rule(row: CorrectionRow) -> Correction:
    """Return a correction of the ease or the cut, apart from the database."""
    return Correction(
        layer=row.layer,
        garment=row.garment,
        point=row.point,
        mm=row.mm,
        cloth=row.cloth,
        reason=_after(row),
    )


def correction_of(
    session: Session, *, person_id: int | None, public_id: str, lock: bool = False
) -> tuple[CorrectionRow, Profile]:
    """Return a correction with its profile, both the person's own; raise NotFound for another's.

    With `lock` the profile waits for its turn first, as it does for an answer, then the correction.
    """
    is_hers = (Profile.person_id == person_id) & (CorrectionRow.public_id == public_id)
    joined = Profile.id == CorrectionRow.profile_id
    if lock:
        session.scalar(
            select(Profile).join(CorrectionRow, joined).where(is_hers).with_for_update(of=Profile)
        )
    statement = select(CorrectionRow, Profile).join(Profile, joined).where(is_hers)
    found = session.execute(statement.with_for_update() if lock else statement).one_or_none()
    if found is None:
        raise NotFound(_("There is no such proposal. It may have been withdrawn."))
    return found[0], found[1]


def _is_cut_with(row: CorrectionRow) -> bool:
    """Leave out what became a revision of the body, or a garment in the wardrobe put right."""
    is_followed = row.reason.why is Why.FOLLOWED
    return row.layer is not Layer.BODY and not is_followed


def _after(row: CorrectionRow) -> str:
    named = garments_in_words(row.reason, day=_day)
    return _("after your %(garments)s", garments=named)


def _day(day: date) -> str:
    return words.short_day(day)
