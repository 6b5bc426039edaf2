"""Reads of delivered garments, as they were made, with what was said of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue import queries as catalogue
from shop.catalogue.rules import Ease, GarmentModel
from shop.designs.rules import FIT, Finished
from shop.fitting.models import Answer
from shop.fitting.rules import FitAnswer, Made, Worn
from shop.kernel import clock
from shop.kernel.errors import NotFound, Refused
from shop.kernel.texts import gettext as _
from shop.measurements.models import Profile
from shop.measurements.rules import KEYS, Source
from shop.orders import queries as orders
from shop.orders.models import Order, OrderLine
from shop.orders.rules import Move, State
from shop.wardrobe.models import WardrobeGarment


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """A delivered garment of the person's own, and the profile it was made for, if it is there."""

    order: Order
    line: OrderLine
    worn: Worn
    profile: Profile | None


def fitted_of(
    session: Session, *, person_id: int | None, order: str, line: str, lock: bool = False
) -> Fitted:
    """Return the garment; raise NotFound for another's, Refused while it is not delivered.

    With `lock` the order waits for its turn, and the profile after it.
    """
    found = orders.order_of(session, person_id=person_id, public_id=order, lock=lock)
    lines = {each.public_id: each for each in found.lines}
    if line not in lines:
        raise NotFound(_("There is no such garment in this order."))
    if found.state is not State.DELIVERED:
        raise Refused(
            _(
                "This order is not delivered yet. When you have worn the garment, tell us "
                "here how it fits."
            )
        )
    whole = worn_of(session, [(lines[line], found)])[0]
    told = answers_to(session, line)
    profile = _profile(session, lines[line], person_id, lock=lock)
    return Fitted(order=found, line=lines[line], worn=replace(whole, told=told), profile=profile)


def followed_of(session: Session, profile: Profile, *, garment: str) -> WardrobeGarment | None:
    """Return the garment in the wardrobe that the next one of this kind is made like."""
    return session.scalar(
        select(WardrobeGarment).where(
            WardrobeGarment.profile_id == profile.id,
            WardrobeGarment.garment == garment,
            WardrobeGarment.followed,
        )
    )


def answers_to(session: Session, line: str) -> dict[str, FitAnswer]:
    """Return by point what was said of this line's garment."""
    rows = session.scalars(select(Answer).where(Answer.line == line).order_by(Answer.id))
    return {row.point: told_in(row) for row in rows}


def told_in(row: Answer) -> FitAnswer:
    return FitAnswer(said=row.said, since=row.since, mm=row.mm)


def worn_of(session: Session, lines: Sequence[tuple[OrderLine, Order]]) -> list[Worn]:
    """Return these delivered lines as they were made, not yet with what was said of them."""
    models = catalogue.models_by_digest(session, {line.digest for line, _order in lines})
    return [_worn(line, order, models.get(line.digest)) for line, order in lines]


def _worn(line: OrderLine, order: Order, model: GarmentModel | None) -> Worn:
    per_mille = _per_mille(model, line.choices.get(FIT, "")) if model else {}
    zone = current_app.extensions["settings"].timezone
    return Worn(
        line=line.public_id,
        garment=line.garment,
        name=line.garment_name,
        cloth=line.cloth.code,
        cloth_name=line.cloth.name,
        made_at=line.confirmed_at,
        ordered_on=clock.day_in(zone, order.placed_at),
        delivered_at=_delivered_at(order),
        points=tuple(
            _made(each, per_mille.get(each.code, 1000))
            for each in line.finished
            if each.body_key in KEYS
        ),
    )


def _made(point: Finished, per_mille: int) -> Made:
    is_followed = bool(point.like)
    return Made(
        code=point.code,
        name=point.name,
        of=point.body_key,
        mm=point.mm,
        body_mm=point.body_mm or 0,
        is_followed=is_followed,
        source=Source.GARMENT if is_followed else Source(point.source),
        per_mille=per_mille,
    )


def _per_mille(model: GarmentModel, fit: str) -> dict[str, int]:
    """Return by how much each point grows with the body, in the fit that was made."""
    return {
        each.code: each.share_per_mille * (1000 + each.ease.get(fit, Ease()).per_mille) // 1000
        for each in model.points
    }


def _delivered_at(order: Order) -> datetime:
    moves = [step.at for step in order.steps if step.move is Move.DELIVER]
    return moves[-1] if moves else order.placed_at


def _profile(
    session: Session, line: OrderLine, person_id: int | None, *, lock: bool
) -> Profile | None:
    statement = select(Profile).where(
        Profile.public_id == line.profile_id, Profile.person_id == person_id
    )
    return session.scalar(statement.with_for_update() if lock else statement)
