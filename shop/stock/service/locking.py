"""What is locked before anything is decided, so that two garments never get one piece of cloth."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue.models import ClothRow
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.stock.models import ClothRoll


def cloth_row(session: Session, code: str, *, lock: bool = False) -> ClothRow:
    """Return the row of the cloth; raise NotFound if we have never had it."""
    wanted = select(ClothRow).where(ClothRow.code == code)
    row = session.scalar(wanted.with_for_update() if lock else wanted)
    if row is None:
        raise NotFound(_("We do not know this cloth."))
    return row


def locked_rolls(session: Session, cloth_id: int) -> list[ClothRoll]:
    """Return all rolls of the cloth, locked in one order."""
    return list(
        session.scalars(
            select(ClothRoll)
            .where(ClothRoll.cloth_id == cloth_id)
            .order_by(ClothRoll.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    )
