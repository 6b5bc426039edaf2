"""The register: who keeps something of people. Here it is told, handed over and erased as a whole.

What becomes of each column when its person leaves stands in the `people.py` of its subject. The
holders come in the order in which they forget: who hangs on another's rows before the other.
"""

from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from shop.accounts import people as accounts
from shop.artwork import people as artwork
from shop.cart import people as cart
from shop.catalogue import people as catalogue
from shop.designs import people as designs
from shop.fitting import people as fitting
from shop.infra import people as letters
from shop.infra.holders import Exported, Holder
from shop.measurements import people as measurements
from shop.orders import people as orders
from shop.payments import people as payments
from shop.production import people as production
from shop.wardrobe import people as wardrobe

FORMAT: Final = 1  # of the exported file; a higher one may lack what a lower one had
HOLDERS: Final[tuple[Holder, ...]] = (
    fitting, wardrobe, measurements, designs, artwork, cart, orders, payments, production,
    catalogue, letters, accounts,
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
