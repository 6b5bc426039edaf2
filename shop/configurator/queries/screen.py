"""All that one view of the configurator shows, put together from the subjects that know it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue.rules import Cloth, GarmentModel
from shop.configurator.queries.artwork import Printed
from shop.configurator.queries.finder import Finder, finder
from shop.configurator.queries.laying import Sources, laid_out, sources_of
from shop.configurator.queries.notes import Note
from shop.configurator.queries.parts import Part, parts
from shop.configurator.queries.questions import Question
from shop.configurator.queries.wearer import Wearer
from shop.designs import rules as designs
from shop.designs.rules import STEP_LABELS, Chosen, Configuration, Finished, Guess, Step
from shop.making.rules import Making, made_of
from shop.measurements.rules import AS_CUT
from shop.preview import queries as preview
from shop.preview.queries import Picture
from shop.pricing import rules as pricing
from shop.pricing.rules import Quote
from shop.promises import queries as promises
from shop.promises.rules import Promise
from shop.stock.rules import ClothOnShelf

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

    state: Configuration
    model: GarmentModel
    whole: Mapping[str, str]
    cloth: Cloth
    making: Making
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
    shelf: tuple[ClothOnShelf, ...]

    @property
    def finder(self) -> Finder | None:
        """What cloths may be found by, while she chooses one."""
        return finder(self.shelf, self.state) if self.state.step is Step.CLOTH else None

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
    def guesses(self) -> tuple[Guess, ...]:
        """The estimated values that it is cut from: she confirms each by itself."""
        return designs.guesses(self.finished)

    @property
    def is_orderable(self) -> bool:
        """Tell whether only the customer's confirmation is missing."""
        is_open = self.missing or self.text_faults or self.notes or self.state.draft
        return self.wearer is not None and not is_open

    @property
    def cloth_mm(self) -> int:
        """The length of cloth it takes."""
        return self.making.cloth_mm

    @property
    def minutes(self) -> int:
        """Standard minutes of making this design."""
        return self.making.minutes


def screen(
    session: Session,
    state: Configuration,
    *,
    person_id: int | None,
    now: datetime,
    sources: Sources | None = None,
) -> Screen:
    """Return what to show for this state; contradictions in the URL are told, never hidden.

    `sources`, if read already for the same person and garment, are not read again.

    Raises NotFound for a garment that is not offered, Refused when no cloth is left for it.
    """
    sources = sources or sources_of(session, state, person_id=person_id)
    laid = laid_out(sources, state)
    model, whole, cloth = laid.table.model, laid.table.whole, laid.cloth
    made = made_of(model, whole, cloth)
    body = sources.wearer.body if sources.wearer else {}
    tuning = sources.wearer.tuning if sources.wearer else AS_CUT
    missing = designs.missing_measures(model, whole, body, tuning)
    currency = sources.currency
    return Screen(
        state=laid.table.state,
        model=model,
        whole=whole,
        cloth=cloth,
        making=made,
        sentence=designs.sentence(model, whole, cloth),
        quote=pricing.quote(model, whole, cloth, currency=currency, cloth_mm=made.cloth_mm),
        promise=promises.promise(
            session, lead_days=model.lead_days, minutes=made.minutes,
            shipping_days=SHIPPING_DAYS, now=now,
        ),
        pictures=preview.pictures(model.garment, whole, cloth),
        alt=preview.alt_text(model, whole, cloth, state.view),
        steps=_steps(laid.table.state),
        questions=laid.questions,
        notes=laid.notes,
        wearer=sources.wearer,
        missing=missing,
        text_faults=laid.faults,
        finished=() if missing else designs.finished(model, whole, cloth, body, tuning),
        printed=laid.picture if whole.get(ARTWORK) else None,
        shelf=laid.table.shelf,
    )  # fmt: skip


def _steps(state: Configuration) -> tuple[StepLink, ...]:
    return tuple(
        StepLink(step=s, label=STEP_LABELS[s], url=state.url(step=s), is_current=s is state.step)
        for s in Step
    )
