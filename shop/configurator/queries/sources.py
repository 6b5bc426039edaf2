"""What configurations are worked out from, read once for all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import current_app
from sqlalchemy.orm import Session

from shop.catalogue import queries as catalogue
from shop.catalogue.rules import GarmentModel
from shop.configurator.queries.artwork import Printed, printed
from shop.configurator.queries.wearer import Wearer, wearers
from shop.designs.rules import Configuration
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.stock import queries as stock
from shop.stock.rules import ClothOnShelf


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What the database says: the garments' rules, the shelf, who will wear what, the artworks."""

    models: Mapping[tuple[str, str], GarmentModel]  # by garment, and "1" for its draft
    shelf: tuple[ClothOnShelf, ...]
    wearers: Mapping[tuple[str, str], Wearer]  # by code and garment
    artworks: Mapping[str, Printed]  # those that may be seen, by name
    currency: str
    locale: str  # in which numbers are written

    def model_for(self, asked: Configuration) -> GarmentModel:
        """Return the rules of its garment; raise NotFound for one that is not offered."""
        published = self.models.get((asked.garment, ""))
        found = self.models.get((asked.garment, asked.draft)) or published
        if found is None:
            raise NotFound(_("We make no such garment, or not any more."))
        return found

    def shelf_for(self, asked: Configuration) -> tuple[ClothOnShelf, ...]:
        """Return the cloths that its garment is made of."""
        return tuple(each for each in self.shelf if asked.garment in each.cloth.garments)

    def wearer_of(self, asked: Configuration) -> Wearer | None:
        """Return who will wear it; None for nobody yet."""
        return self.wearers.get((asked.wearer, asked.garment))


def sources_of(
    session: Session, asked: Iterable[Configuration], *, person_id: int | None
) -> Sources:
    """Read what all these configurations of one person need, in as many queries as for one."""
    configurations, offer = tuple(asked), stock.offer(session)
    house = current_app.extensions["settings"]
    return Sources(
        models=_models(session, configurations, offer.models),
        shelf=offer.shelf,
        wearers=wearers(session, configurations, person_id=person_id),
        artworks=printed(session, configurations, person_id=person_id),
        currency=house.currency,
        locale=house.locale,
    )


def _models(
    session: Session, asked: tuple[Configuration, ...], newest: tuple[GarmentModel, ...]
) -> dict[tuple[str, str], GarmentModel]:
    published = {(each.garment, ""): each for each in newest}
    drafts = {
        (each.garment, each.draft): catalogue.draft_model(session, each.garment)
        for each in asked
        if each.draft
    }
    return published | {key: model for key, model in drafts.items() if model}
