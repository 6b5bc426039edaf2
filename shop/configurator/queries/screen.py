"""All that one view of the configurator shows, put together from the subjects that know it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import current_app
from sqlalchemy.orm import Session

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue import queries as catalogue
from shop.catalogue.rules import Cloth, ClothOnShelf, GarmentModel, all_hold, with_cloths
from shop.configurator import rules
from shop.configurator.queries.artwork import Printed, printed, without_artwork
from shop.configurator.queries.parts import Part, parts
from shop.configurator.queries.questions import (
    Note,
    Question,
    Table,
    notes_on,
    questions,
    text_faults,
)
from shop.configurator.queries.state import STEP_LABELS, State, Step
from shop.configurator.queries.wearer import Wearer, wearer
from shop.configurator.rules import Dropped
from shop.designs import rules as designs
from shop.designs.rules import Chosen, Finished
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.preview import queries as preview
from shop.preview.queries import Picture
from shop.pricing import rules as pricing
from shop.pricing.rules import Quote
from shop.promises import queries as promises
from shop.promises.rules import Promise

SHIPPING_DAYS: Final = 2  # the standard parcel; checkout offers faster ones


@dataclass(frozen=True, kw_only=True)
class StepLink:
    step: Step
    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One state of a configuration, complete: what it is, costs, measures, and what may follow."""

    state: State
    model: GarmentModel
    whole: Mapping[str, str]
    cloth: Cloth
    cloth_mm: int
    sentence: str
    quote: Quote
    promise: Promise
    pictures: Mapping[str, Picture]
    alt: str
    steps: tuple[StepLink, ...]
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]
    wearer: Wearer | None
    missing: tuple[str, ...]
    text_faults: Mapping[str, str]
    finished: tuple[Finished, ...]
    printed: Printed | None

    @property
    def next_step(self) -> StepLink | None:
        order = [link.is_current for link in self.steps].index(True)
        return self.steps[order + 1] if order + 1 < len(self.steps) else None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the picture that lead to a question."""
        return parts(self.model, self.whole, self.state)

    @property
    def described(self) -> tuple[Chosen, ...]:
        """Every answered question, for reading."""
        return designs.described(self.model, self.whole)

    @property
    def needed_keys(self) -> tuple[str, ...]:
        """The body measurements this design is made from."""
        return designs.missing_measures(self.model, self.whole, {})

    @property
    def is_orderable(self) -> bool:
        """Tell whether only the customer's confirmation is missing."""
        return self.wearer is not None and not (self.missing or self.text_faults or self.notes)

    @property
    def minutes(self) -> int:
        """Standard minutes of making this design."""
        return minutes_of(self.model, self.whole)


def screen(session: Session, state: State, *, person_id: int | None, now: datetime) -> Screen:
    """Return what to show for this state; contradictions in the URL are told, never hidden.

    Raises NotFound for a garment that is not offered, Refused when no cloth is left for it.
    """
    bare = catalogue.model_of(session, state.garment)
    shelf = catalogue.cloths(session, garment=state.garment)
    picture = printed(session, state.choices, person_id=person_id)
    choices = state.choices if picture else without_artwork(state.choices)
    model, kept, dropped, whole = made_from(bare, shelf, choices)
    state = state.with_choices(kept)
    cloth = next(each.cloth for each in shelf if each.cloth.code == whole[designs.CLOTH])
    cloth_mm = pricing.cloth_needed_mm(model, cloth, whole)
    worn_by = wearer(session, state.wearer, person_id=person_id)
    body = worn_by.body if worn_by else {}
    missing = designs.missing_measures(model, whole, body)
    currency = current_app.extensions["settings"].currency
    table = Table(model=model, state=state, whole=whole, shelf=shelf, currency=currency)
    sentence = designs.sentence(model, whole, cloth)
    return Screen(
        state=state,
        model=model,
        whole=whole,
        cloth=cloth,
        cloth_mm=cloth_mm,
        sentence=sentence,
        quote=pricing.quote(model, whole, cloth, currency=currency, cloth_mm=cloth_mm),
        promise=promises.promise(
            session, lead_days=model.lead_days, minutes=minutes_of(model, whole),
            shipping_days=SHIPPING_DAYS, now=now,
        ),
        pictures=preview.pictures(model.garment, whole, cloth),
        alt=preview.alt_text(model, whole, cloth, state.view),
        steps=_steps(state),
        questions=questions(table),
        notes=notes_on(table, dropped),
        wearer=worn_by,
        missing=missing,
        text_faults=text_faults(model, whole) | _picture_fault(picture, whole),
        finished=() if missing else designs.finished(model, whole, cloth, body),
        printed=picture if whole.get(ARTWORK) else None,
    )  # fmt: skip


def made_from(
    bare: GarmentModel, shelf: tuple[ClothOnShelf, ...], choices: Mapping[str, str]
) -> tuple[GarmentModel, dict[str, str], tuple[Dropped, ...], dict[str, str]]:
    """Return the model with the cloths of which enough is left for the whole design.

    The house's own answers take cloth too, such as a flared skirt, and follow from the cloths
    that are there: cloths are taken away until what is left suffices. With the model come the
    choices kept, those dropped, and the whole design. Raises Refused when no cloth is left.
    """
    left = shelf
    while True:
        model = with_cloths(bare, (each.cloth for each in left))
        kept, dropped = rules.reconcile(model, choices)
        if not rules.is_possible(model, kept):
            raise Refused(
                _("No cloth for this garment is left on our shelves. More is on its way.")
            )
        whole = rules.complete(model, kept)
        enough = tuple(each for each in left if _suffices(bare, each, whole))
        if len(enough) == len(left):
            return model, kept, dropped, whole
        left = enough


def minutes_of(model: GarmentModel, whole: Mapping[str, str]) -> int:
    """Return the standard minutes of making: the operations, each choice, and combinations."""
    from_values = sum(row.value.minutes for row in designs.described(model, whole))
    steps = [(each.asked_when, each.minutes) for each in model.operations]
    steps += [(each.when, each.minutes) for each in model.extras]
    return from_values + sum(n for when, n in steps if all_hold(when, model, whole, None))


def _picture_fault(picture: Printed | None, whole: Mapping[str, str]) -> dict[str, str]:
    fault = picture.fault if picture and whole.get(ARTWORK) else ""
    return {ARTWORK: fault} if fault else {}


def _suffices(model: GarmentModel, each: ClothOnShelf, choices: Mapping[str, str]) -> bool:
    return each.longest_mm >= pricing.cloth_needed_mm(model, each.cloth, choices)


def _steps(state: State) -> tuple[StepLink, ...]:
    return tuple(
        StepLink(step=s, label=STEP_LABELS[s], url=state.url(step=s), is_current=s is state.step)
        for s in Step
    )
