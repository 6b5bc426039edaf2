"""Trims: promised to garments, used up, given back; received and corrected.

A trim that is short refuses no sale, since buttons can be bought: more may be promised than is
there, and the staff see it.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TypeAlias

from sqlalchemy.orm import Session

from shop.infra.log import say
from shop.kernel.actors import Actor
from shop.kernel.errors import Invalid, Refused
from shop.kernel.texts import gettext as _
from shop.stock import queries
from shop.stock.models import Trim
from shop.stock.queries.trims import Taken, taken_by
from shop.stock.rules.ledger import corrected, cut, received, released, reserved
from shop.stock.service import ledger
from shop.stock.service.locking import locked_trims, locked_trims_of

Needs: TypeAlias = Mapping[str, Mapping[str, int]]  # by garment's reference: quantities by code


def reserve_trims(session: Session, needs: Needs, *, actor: Actor, now: datetime) -> None:
    """Promise each garment its trims, in their own units. Nothing is refused for being short.

    All garments of an order come at once, for their trims are locked in one order. The same
    reference again changes nothing while its trims are kept or used up.
    """
    codes = {code for trims in needs.values() for code in trims}
    trims = {trim.code: trim for trim in locked_trims(session, codes)} if codes else {}
    taken = taken_by(session, needs)
    for reference, quantities in needs.items():
        for code, quantity in sorted(quantities.items()):
            if not _is_taken(taken, reference, trims[code]):
                movement = reserved(quantity, reference=reference)
                ledger.post(session, trims[code], movement, actor=actor, now=now)
        say("stock.trims_reserved", reference=reference, kinds=len(quantities))


def release_trims(
    session: Session, references: Collection[str], *, actor: Actor, now: datetime
) -> None:
    """Promise the trims of these garments no longer; what is used up stays so."""
    for trim, reference, quantity in _held(session, references):
        ledger.post(session, trim, released(quantity, reference=reference), actor=actor, now=now)


def use_trims(session: Session, *, reference: str, actor: Actor, now: datetime) -> None:
    """Note that the trims of this garment went into it; a second call finds none left to take."""
    for trim, _reference, quantity in _held(session, [reference]):
        ledger.post(session, trim, cut(quantity, reference=reference), actor=actor, now=now)


def receive_trim(
    session: Session, *, code: str, quantity: int, reason: str, actor: Actor, now: datetime
) -> None:
    """Add what came in; raises NotFound for a trim we do not count, Invalid for nothing."""
    if quantity <= 0:
        raise Invalid(_("What came in is more than nothing."))
    trim = queries.trim_of(session, code, lock=True)
    ledger.post(session, trim, received(quantity, reason=reason), actor=actor, now=now)
    say("stock.trim_received", trim=code, quantity=quantity)


def correct_trim(
    session: Session,
    *,
    code: str,
    on_hand: int,
    seen: int,
    reason: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Write down what was counted, and why it differs from what should be there.

    `seen` is what the colleague had before her eyes. What is so already changes nothing; less than
    is promised is short, and no fault. Raises NotFound for a trim we do not count, Invalid without
    a reason, Refused when something moved meanwhile.
    """
    if on_hand < 0:
        raise Invalid(_("There cannot be less than nothing."))
    trim = queries.trim_of(session, code, lock=True)
    if on_hand == trim.on_hand:
        return
    if not reason:
        raise Invalid(_("Say why there is more or less than there should be."))
    if seen != trim.on_hand:
        raise Refused(
            _(
                "Something moved while you counted: there should be %(there)s now."
                " Look again before you correct it.",
                there=trim.on_hand,
            )
        )
    say("stock.trim_corrected", trim=code, before=trim.on_hand, after=on_hand)
    movement = corrected(on_hand - trim.on_hand, reason=reason)
    ledger.post(session, trim, movement, actor=actor, now=now)


def take_in_trims(
    session: Session, opening: Mapping[str, int], *, actor: Actor, now: datetime
) -> int:
    """Count the trims that lie in the house when it opens; return how many are new.

    They come by code, in their own unit. Those that are counted already are never touched.
    """
    known = queries.trim_codes(session)
    new = sorted(opening.keys() - known)
    for trim in locked_trims(session, new) if new else []:
        if quantity := opening[trim.code]:
            ledger.post(session, trim, received(quantity), actor=actor, now=now)
    return len(new)


def _held(session: Session, references: Collection[str]) -> list[tuple[Trim, str, int]]:
    """Return each trim with the garment it is kept for and how much of it, all locked."""
    trims = {trim.id: trim for trim in locked_trims_of(session, references)}
    taken = taken_by(session, references) if trims else {}
    return [
        (trims[trim_id], reference, each.held)
        for (reference, trim_id), each in sorted(taken.items())
        if each.held
    ]


def _is_taken(taken: Mapping[tuple[str, int], Taken], reference: str, trim: Trim) -> bool:
    """Tell whether the trim is kept for the garment, or went into it."""
    each = taken.get((reference, trim.id))
    return each is not None and bool(each.held or each.used)
