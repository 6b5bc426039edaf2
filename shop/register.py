"""The register: who keeps something of people. Here it is told, handed over and erased as a whole.

What becomes of each column when its person leaves stands in the `people.py` of its subject. The
holders come in the order in which they forget: who hangs on another's rows before the other.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Final

from sqlalchemy.orm import Session

from shop.accounts import people as accounts
from shop.accounts import queries
from shop.accounts.models import Person
from shop.artwork import people as artwork
from shop.cart import people as cart
from shop.catalogue import people as catalogue
from shop.designs import people as designs
from shop.fitting import people as fitting
from shop.infra import people as letters
from shop.infra.holders import Exported, Holder, Leaving
from shop.infra.jobs import Sweep
from shop.infra.log import say
from shop.kernel import clock
from shop.measurements import people as measurements
from shop.orders import people as orders
from shop.payments import people as payments
from shop.production import people as production
from shop.stock import people as stock
from shop.wardrobe import people as wardrobe

A_DAY: Final = timedelta(days=1)
AT_ONCE: Final = 20  # people of whom more is erased in one go
FORMAT: Final = 1  # of the exported file; a higher one may lack what a lower one had
HOLDERS: Final[tuple[Holder, ...]] = (
    fitting, wardrobe, measurements, designs, artwork, cart, orders, payments, production,
    stock, catalogue, letters, accounts,
)  # fmt: skip


def export(session: Session, person_id: int, *, now: datetime) -> Exported:
    """Return all that is kept of the person, fit for JSON, under the names of its holders."""
    told: Exported = {"format": FORMAT, "told_at": now.isoformat()}
    for holder in reversed(HOLDERS):
        told |= holder.export(session, person_id)
    return told


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give all that a guest left to the person she turned out to be."""
    for holder in HOLDERS:
        holder.hand_over(session, guest_id=guest_id, person_id=person_id)


def goes() -> tuple[str, ...]:
    """Return what goes when somebody leaves, as she reads it: each holder's own sentence."""
    return tuple(str(holder.GOES) for holder in reversed(HOLDERS) if holder.GOES)


def forget(session: Session, person_id: int, *, now: datetime) -> None:
    """Erase what is kept of the person, as far as her orders and the law allow; it is for good.

    What has to stay is looked at again when more of it may go. Locks as who places an order does:
    the bag, the orders, the person.
    """
    cart.hold(session, person_id)
    needed = orders.needed(session, person_id, today=now.date())
    person = queries.person(session, person_id, lock=True)
    is_first = person.erased_at is None
    leaving = Leaving(person_id=person_id, now=now, needed=needed)
    for holder in HOLDERS:
        holder.forget(session, leaving)
    person.forget_again_at = now + A_DAY if is_first or needed else _books_end(session, person, now)
    say("register.forgotten", person=person_id, orders_under_way=len(needed))


def forget_again(session: Session) -> None:
    """Erase what had to stay when somebody left, and may go now; also what another tab left."""
    now = clock.now()
    for person_id in queries.to_forget_again(session, now=now, limit=AT_ONCE):
        forget(session, person_id, now=now)


def _books_end(session: Session, person: Person, now: datetime) -> datetime | None:
    """Return when the law asks for the next of her invoices no longer."""
    kept = orders.staying(session, person.id, today=now.date())
    days = [each.books for each in kept if each.books]
    return datetime.combine(min(days), time(), UTC) if days else None


SWEEPS: Final[tuple[Sweep, ...]] = (forget_again,)
