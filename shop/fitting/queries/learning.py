"""What all answers about one profile's garments teach, looked up and given to the rules."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from shop.fitting.models import Answer
from shop.fitting.queries.garments import told_in, worn_of
from shop.fitting.rules import Decided, FitAnswer, Outcome, Wearer, Worn, outcome
from shop.measurements import queries as measurements
from shop.measurements.models import CorrectionRow, Profile
from shop.measurements.rules import Decision
from shop.orders.models import Order, OrderLine
from shop.orders.rules import State
from shop.wardrobe import queries as wardrobe


def outcome_of(session: Session, profile: Profile, *, now: datetime) -> Outcome:
    """Return what the garments made for this profile propose, as things stand now."""
    return outcome(_worn(session, profile), _wearer(session, profile), now=now)


def _worn(session: Session, profile: Profile) -> list[Worn]:
    told: dict[str, dict[str, FitAnswer]] = {}
    for row in session.scalars(select(Answer).where(Answer.profile_id == profile.id)):
        told.setdefault(row.line, {})[row.point] = told_in(row)
    lines = session.scalars(
        select(OrderLine)
        .join(OrderLine.order)
        .where(
            OrderLine.public_id.in_(told),
            OrderLine.profile_id == profile.public_id,
            Order.person_id == profile.person_id,
            Order.state == State.DELIVERED,
        )
        .options(joinedload(OrderLine.order).selectinload(Order.steps))
    ).all()
    worn = worn_of(session, [(line, line.order) for line in lines])
    return [replace(each, told=told[each.line]) for each in worn]


def _wearer(session: Session, profile: Profile) -> Wearer:
    view = measurements.profile_of(
        session, person_id=profile.person_id, public_id=profile.public_id
    )
    rows = measurements.corrections_of(session, profile.id, Decision.ACCEPTED, Decision.DECLINED)
    return Wearer(
        body=view.body,
        taken=view.taken,
        weighed=view.weighed,
        decided=tuple(_decided(row) for row in rows),
        followed=_followed(session, profile),
    )


def _followed(session: Session, profile: Profile) -> frozenset[tuple[str, str]]:
    kept = wardrobe.kept_of(session, profile_id=profile.id)
    return frozenset((each.garment, code) for each in kept if each.followed for code in each.points)


def _decided(row: CorrectionRow) -> Decided:
    return Decided(
        public_id=row.public_id,
        layer=row.layer,
        garment=row.garment,
        point=row.point,
        cloth=row.cloth,
        mm=row.mm,
        is_accepted=row.decision is Decision.ACCEPTED,
        at=row.decided_at or row.proposed_at,
        heard=row.reason.heard,
    )
