"""Reads of materials."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue.models import MaterialRow
from shop.catalogue.rules import Material


def materials(session: Session) -> list[Material]:
    """Return the materials that garments may name, in the order of the file."""
    listed = select(MaterialRow).where(MaterialRow.is_active).order_by(MaterialRow.position)
    return [row.material for row in session.scalars(listed)]
