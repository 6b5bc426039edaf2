"""Keeping the materials that the files list."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue.gateways.materials import StockedMaterial
from shop.catalogue.models import MaterialRow


def load_materials(session: Session, listed: Sequence[StockedMaterial]) -> tuple[str, ...]:
    """Make the list be what the files say; return the codes that are new or changed.

    What the files no longer have is kept, but garments may not name it any more.
    """
    rows = {
        row.code: row
        for row in session.scalars(select(MaterialRow).order_by(MaterialRow.id).with_for_update())
    }
    for code in rows.keys() - {each.material.code for each in listed}:
        rows[code].is_active = False
    changed = []
    for position, each in enumerate(listed):
        row = rows.get(each.material.code)
        if row is None:
            session.add(row := MaterialRow(code=each.material.code, is_active=False))
        before = (row.name, row.unit, row.opening, row.is_active)
        _fill(row, each, position)
        if before != (row.name, row.unit, row.opening, True):
            changed.append(row.code)
    return tuple(changed)


def _fill(row: MaterialRow, each: StockedMaterial, position: int) -> None:
    row.position, row.is_active = position, True
    row.name, row.unit, row.opening = each.material.name, each.material.unit, each.opening
