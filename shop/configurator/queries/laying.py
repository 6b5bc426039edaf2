"""A state laid out on the cutting table: what is kept of it, the whole design, its questions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import current_app
from sqlalchemy.orm import Session

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue import queries as catalogue
from shop.catalogue.rules import BODY, Cloth, GarmentModel, with_cloths
from shop.configurator import rules
from shop.configurator.queries.artwork import Printed, printed, without_artwork
from shop.configurator.queries.notes import Note, notes_on, text_faults
from shop.configurator.queries.questions import Question, Table, questions
from shop.configurator.queries.wearer import Wearer, wearer
from shop.configurator.rules import Dropped
from shop.designs import rules as designs
from shop.designs.rules import Configuration
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.making import rules as making
from shop.stock import queries as stock
from shop.stock.rules import ClothOnShelf


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What the database says: the garment's rules, the shelf, who will wear it."""

    session: Session
    bare: GarmentModel
    shelf: tuple[ClothOnShelf, ...]
    wearer: Wearer | None
    person_id: int | None
    currency: str


@dataclass(frozen=True, kw_only=True)
class Laid:
    """One state, laid out."""

    table: Table
    cloth: Cloth
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]
    faults: Mapping[str, str]
    picture: Printed | None


def sources_of(session: Session, state: Configuration, *, person_id: int | None) -> Sources:
    """Read what a state needs. Raises NotFound for a garment that is not offered."""
    draft = catalogue.draft_model(session, state.garment) if state.draft else None
    return Sources(
        session=session,
        bare=draft or catalogue.model_of(session, state.garment),
        shelf=stock.shelf(session, garment=state.garment),
        wearer=wearer(session, state.wearer, person_id=person_id, garment=state.garment),
        person_id=person_id,
        currency=current_app.extensions["settings"].currency,
    )


def laid_out(sources: Sources, state: Configuration) -> Laid:
    """Lay out a state; what it says that does not go together is told in the notes.

    Raises Refused when no cloth is left.
    """
    picture = printed(sources.session, state.choices, person_id=sources.person_id)
    choices = state.choices if picture else without_artwork(state.choices)
    body = body_of(sources.wearer)
    model, kept, dropped, whole = made_from(sources.bare, sources.shelf, choices, body=body)
    version = str(model.version) if model.version else ""
    table = Table(
        model=model,
        state=replace(state.with_choices(kept), version=version),
        asked=body | kept,
        whole=whole,
        shelf=sources.shelf,
        currency=sources.currency,
    )
    faults = text_faults(model, whole) | _picture_fault(picture, whole)
    cloth = next(e.cloth for e in sources.shelf if e.cloth.code == whole[designs.CLOTH])
    return Laid(
        table=table,
        cloth=cloth,
        questions=questions(table, faults),
        notes=notes_on(replace(table, state=replace(table.state, version=state.version)), dropped),
        faults=faults,
        picture=picture,
    )


def body_of(worn_by: Wearer | None) -> dict[str, str]:
    """Return the wearer's measurements as the rules read them, in mm."""
    body = worn_by.body if worn_by else {}
    return {f"{BODY}.{key}": str(each.mm) for key, each in body.items()}


def made_from(
    bare: GarmentModel,
    shelf: tuple[ClothOnShelf, ...],
    choices: Mapping[str, str],
    *,
    body: Mapping[str, str] | None = None,
) -> tuple[GarmentModel, dict[str, str], tuple[Dropped, ...], dict[str, str]]:
    """Return the model with the cloths of which enough is left for the whole design.

    The house's own answers take cloth too, such as a flared skirt, and follow from the cloths
    that are there: cloths are taken away until what is left suffices. With the model come the
    choices kept, those dropped, and the whole design. Raises Refused when no cloth is left.
    """
    left, worn = shelf, dict(body or {})
    while True:
        model = with_cloths(bare, (each.cloth for each in left))
        kept, dropped = rules.reconcile(model, worn | dict(choices))
        if not rules.is_possible(model, worn | kept):
            raise Refused(
                _("No cloth for this garment is left on our shelves. More is on its way.")
            )
        whole = rules.complete(model, worn | kept)
        enough = tuple(each for each in left if _suffices(bare, each, whole))
        if len(enough) == len(left):
            return model, kept, dropped, whole
        left = enough


def _picture_fault(picture: Printed | None, whole: Mapping[str, str]) -> dict[str, str]:
    fault = picture.fault if picture and whole.get(ARTWORK) else ""
    return {ARTWORK: fault} if fault else {}


def _suffices(model: GarmentModel, each: ClothOnShelf, choices: Mapping[str, str]) -> bool:
    return each.longest_mm >= making.cloth_mm(model, choices, each.cloth)
