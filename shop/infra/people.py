"""Letters to somebody, or about her, that wait in the outbox."""

from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from shop.infra.holders import Exported, Fates, Leaving, fates
from shop.infra.outbox import OutboxRow
from shop.kernel.documents import plain
from shop.kernel.texts import lazy as _

FATES: Final[Fates] = fates(
    "outbox",
    after_order="payload about",
    stays="topic tries recorded_at due_at begun_at cause given_up_at told_at done_at person_id",
)
GOES: Final = _("Letters that wait to be sent to you, unless an order under way needs them.")


def export(session: Session, person_id: int) -> Exported:
    """Return the letters that are yet to be sent; of those that were, nothing is kept."""
    hers = select(OutboxRow).where(OutboxRow.person_id == person_id).order_by(OutboxRow.id)
    return {
        "letters": [
            {"recorded_at": plain(each.recorded_at), "done_at": plain(each.done_at), **each.payload}
            for each in session.scalars(hers)
        ]
    }


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's letters to the person."""
    theirs = update(OutboxRow).where(OutboxRow.person_id == guest_id)
    session.execute(theirs.values(person_id=person_id))


def forget(session: Session, leaving: Leaving) -> None:
    """Send no letter any more, but those that an order under way may still need."""
    if leaving.needed:
        return
    hers = update(OutboxRow).where(OutboxRow.person_id == leaving.person_id)
    session.execute(hers.values(payload={}, about=""))
    session.execute(hers.where(OutboxRow.done_at.is_(None)).values(done_at=leaving.now))
