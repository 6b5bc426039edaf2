"""Cloth on rolls: kept for a garment, cut for it, given back."""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager

from shop.infra.log import say
from shop.kernel.actors import Actor
from shop.kernel.errors import NotFound, Refused
from shop.kernel.texts import gettext as _
from shop.stock.models import ClothReservation
from shop.stock.rules import Hold, best_roll
from shop.stock.rules.ledger import cut, released, reserved
from shop.stock.service import ledger
from shop.stock.service.locking import cloth_row, locked_rolls


class ClothSoldOut(Refused):
    """No roll of this cloth is long enough."""


def reserve_cloth(
    session: Session, *, cloth: str, mm: int, reference: str, actor: Actor, now: datetime
) -> ClothReservation:
    """Keep so much of the cloth, in one piece, for the garment of this reference.

    It comes from the shortest roll that suffices. The same reference again changes nothing while
    its cloth is kept or cut. Raises ClothSoldOut when no roll has enough, NotFound for no cloth.
    """
    row = cloth_row(session, cloth)
    rolls = locked_rolls(session, row.id)
    held = session.scalar(_reservation(reference))
    if held is not None and held.state is not Hold.RELEASED:
        return held
    roll = best_roll(rolls, mm)
    if roll is None:
        raise ClothSoldOut(
            _(
                "%(cloth)s has just sold out: no roll is long enough for this garment.",
                cloth=row.name,
            )
        )
    ledger.post(session, roll, reserved(mm, reference=reference), actor=actor, now=now)
    if held is None:
        held = ClothReservation(reference=reference)
        session.add(held)
    held.roll, held.mm, held.state, held.reserved_at = roll, mm, Hold.HELD, now
    say("stock.cloth_reserved", cloth=cloth, roll=roll.number, mm=mm, reference=reference)
    return held


def release_cloth(session: Session, *, reference: str, actor: Actor, now: datetime) -> None:
    """Give the cloth of this garment back to its roll; what is cut or not kept stays as it is."""
    held = _locked_reservation(session, reference)
    if held is None or held.state is not Hold.HELD:
        return
    movement = released(held.mm, reference=reference)
    ledger.post(session, held.roll, movement, actor=actor, now=now)
    held.state = Hold.RELEASED
    say("stock.cloth_released", roll=held.roll.number, mm=held.mm, reference=reference)


def mark_cut(session: Session, *, reference: str, actor: Actor, now: datetime) -> None:
    """Note that the cloth of this garment has been cut off its roll; a second call does nothing.

    Raises NotFound when nothing was ever kept for it, Refused when it was given back.
    """
    held = _locked_reservation(session, reference)
    if held is None:
        raise NotFound(_("No cloth is kept for this garment."))
    if held.state is Hold.CUT:
        return
    if held.state is Hold.RELEASED:
        raise Refused(_("The cloth of this garment was given back. Keep cloth for it first."))
    ledger.post(session, held.roll, cut(held.mm, reference=reference), actor=actor, now=now)
    held.state = Hold.CUT
    say("stock.cloth_cut", roll=held.roll.number, mm=held.mm, reference=reference)


def _locked_reservation(session: Session, reference: str) -> ClothReservation | None:
    """Return the reservation; the rolls of its cloth are locked first, as when reserving."""
    held = session.scalar(_reservation(reference))
    if held is None:
        return None
    locked_rolls(session, held.roll.cloth_id)
    return session.scalar(_reservation(reference))


def _reservation(reference: str) -> Select[ClothReservation]:
    return (
        select(ClothReservation)
        .join(ClothReservation.roll)
        .options(contains_eager(ClothReservation.roll))
        .where(ClothReservation.reference == reference)
        .execution_options(populate_existing=True)
    )
