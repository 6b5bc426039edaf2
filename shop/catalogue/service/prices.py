"""Prices changed by the staff, between two loads of the files."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.catalogue import queries
from shop.catalogue.models import ClothRow, GarmentVersion
from shop.catalogue.rules import GarmentModel, canonical
from shop.catalogue.rules.prices import BASE, price_name, prices_of, with_prices
from shop.catalogue.service.publishing import Origin, locked, newest, publish
from shop.infra.log import say
from shop.kernel.errors import Invalid, NotFound
from shop.kernel.texts import gettext as _


def set_prices(
    session: Session,
    garment: str,
    *,
    base_minor: int,
    additions: Mapping[tuple[str, str], int],
    now: datetime,
) -> GarmentVersion | None:
    """Publish the garment with a new base price and, by group and value, what choices add.

    What is not named stays as it is. The same prices again publish nothing and return None.
    Raises NotFound for a garment or value we do not have, Invalid for a base below nothing.
    """
    if base_minor < 0:
        raise Invalid(_("The price of making is not below nothing."))
    row = locked(session, garment)
    current = newest(session, row) if row else None
    if row is None or current is None:
        raise NotFound(_("We make no such garment, or not any more."))
    model = canonical.read(GarmentModel, current.canonical)
    prices = {price_name(*names): minor for names, minor in additions.items()}
    if unknown := prices.keys() - prices_of(model).keys():
        raise NotFound(_("This garment has no choice %(names)s.", names=", ".join(sorted(unknown))))
    origin = Origin(digest=current.file_digest, prices=current.file_prices)
    priced = with_prices(model, {BASE: base_minor, **prices})
    return publish(session, row, priced, origin=origin, now=now)


def set_cloth_price(session: Session, *, cloth: str, per_metre_minor: int) -> None:
    """Change what a metre of the cloth costs. What is ordered already keeps its price."""
    if per_metre_minor < 0:
        raise Invalid(_("A metre of cloth does not cost less than nothing."))
    row = session.scalar(select(ClothRow).where(ClothRow.code == cloth).with_for_update())
    if row is None:
        raise NotFound(_("We do not know this cloth."))
    row.price_per_metre_minor = per_metre_minor
    row.digest = canonical.digest(canonical.canonical(queries.cloth_in(row)))
    say("catalogue.cloth_priced", cloth=cloth, minor=per_metre_minor)
