"""All that one view of the configurator shows, on top of the garment that was configured."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy.orm import Session

from shop.configurator.page.finder import Finder, finder
from shop.configurator.page.parts import Part, Shape, parts, shapes
from shop.configurator.page.questions import Question, questions
from shop.configurator.queries import Configured
from shop.designs.rules import STEP_LABELS, Configuration, Step
from shop.preview import queries as preview
from shop.preview.queries import Picture
from shop.promises import queries as promises
from shop.promises.rules import STANDARD_PARCEL_DAYS, Promise


@dataclass(frozen=True, kw_only=True)
class StepLink:
    step: Step
    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One state of the configurator: the garment, when it is there, and what may follow."""

    garment: Configured
    promise: Promise
    pictures: Mapping[str, Picture]
    alt: str
    steps: tuple[StepLink, ...]
    questions: tuple[Question, ...]

    @property
    def state(self) -> Configuration:
        return self.garment.configuration

    @cached_property
    def finder(self) -> Finder | None:
        """What cloths may be found by, while she chooses one."""
        if self.state.step is not Step.CLOTH:
            return None
        return finder(self.garment.resolved.situation.shelf, self.state)

    @property
    def next_step(self) -> StepLink | None:
        order = [link.is_current for link in self.steps].index(True)
        return self.steps[order + 1] if order + 1 < len(self.steps) else None

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """What can be tapped in the picture, the undermost first."""
        return shapes(self.garment.model, self.garment.whole, self.state.view)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Where each of the shapes leads."""
        return parts(self.garment.model, self.shapes, self.state)


def screen(session: Session, garment: Configured, *, now: datetime) -> Screen:
    """Return what to show of this garment at its step, with the day it would arrive by now."""
    return Screen(
        garment=garment,
        promise=promises.workload(session, now=now).promise(
            lead_days=garment.model.lead_days,
            minutes=garment.making.minutes,
            shipping_days=STANDARD_PARCEL_DAYS,
        ),
        pictures=preview.pictures(garment.model.garment, garment.whole, garment.cloth),
        alt=preview.alt_text(
            garment.model, garment.whole, garment.cloth, garment.configuration.view
        ),
        steps=_steps(garment.configuration),
        questions=questions(garment.resolved.situation, garment.text_faults),
    )


def _steps(state: Configuration) -> tuple[StepLink, ...]:
    return tuple(
        StepLink(step=s, label=STEP_LABELS[s], url=state.url(step=s), is_current=s is state.step)
        for s in Step
    )
