"""The whole state of a configuration, as it stands in the URL."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Self
from urllib.parse import urlencode

from shop.catalogue.rules import Section
from shop.kernel.texts import lazy

TEXT_MAX: Final = (
    40  # longer than any group allows; the group's own limit is checked with a sentence
)


class Step(StrEnum):
    """The steps of the page: a tailor's sections, then the look over all of it."""

    CLOTH = Section.CLOTH.value
    STYLE = Section.STYLE.value
    DETAILS = Section.DETAILS.value
    FIT = Section.FIT.value
    REVIEW = "review"


STEP_LABELS: Final[Mapping[Step, str]] = {
    Step.CLOTH: lazy("Cloth"),
    Step.STYLE: lazy("Style"),
    Step.DETAILS: lazy("Details"),
    Step.FIT: lazy("Fit & measurements"),
    Step.REVIEW: lazy("Review"),
}


@dataclass(frozen=True, kw_only=True)
class State:
    """Own choices in the order of the URL, where she is, for whom, and what is being changed."""

    garment: str
    choices: Mapping[str, str]
    step: Step = Step.CLOTH
    wearer: str = ""  # a profile's public id, or a standard size such as `men-M`
    line: str = ""  # the bag's line that is being changed
    again: str = ""  # the bought garment that is being ordered again
    view: str = "front"

    @classmethod
    def read(cls, garment: str, asked: Mapping[str, str]) -> Self:
        """Return the state a URL stands for; what it cannot mean falls back to the beginning."""
        known = {"step", "for", "line", "again", "view", "profile"}
        step = asked.get("step", "")
        return cls(
            garment=garment,
            choices={k: v[:TEXT_MAX] for k, v in asked.items() if k not in known and v},
            step=Step(step) if step in set(Step) else Step.CLOTH,
            # a profile just made comes back as `profile`
            wearer=asked.get("profile") or asked.get("for", ""),
            line=asked.get("line", ""),
            again=asked.get("again", ""),
            view=view if (view := asked.get("view", "")) in {"back", "cloth"} else "front",
        )

    def query(self, *, step: Step | None = None, view: str | None = None) -> dict[str, str]:
        """Return the state as the parts of an address."""
        shown = view or self.view
        rest = {
            "step": str(step or self.step),
            "view": "" if shown == "front" else shown,
            "for": self.wearer,
            "line": self.line,
            "again": self.again,
        }
        return {**self.choices, **{name: value for name, value in rest.items() if value}}

    def url(self, *, step: Step | None = None, view: str | None = None) -> str:
        """Return the address of this state, the same for the same state."""
        query = urlencode(self.query(step=step, view=view))
        return f"/garments/{self.garment}/design?{query}"

    def save_url(self) -> str:
        return f"/garments/{self.garment}/design/save?{urlencode(self.query())}"

    def put_url(self) -> str:
        """Return where this state is put into the bag."""
        return f"/bag/put/{self.garment}?{urlencode(self.query())}"

    def share_url(self) -> str:
        """Return the address of the design alone: nobody's body, nobody's bag."""
        return replace(self, wearer="", line="", again="", view="front", step=Step.CLOTH).url()

    def choosing(self, group: str, value: str) -> Self:
        return replace(self, choices={**self.choices, group: value})

    def without(self, group: str) -> Self:
        return replace(self, choices={k: v for k, v in self.choices.items() if k != group})

    def with_choices(self, choices: Mapping[str, str]) -> Self:
        return replace(self, choices=choices)

    def worn_by(self, wearer: str) -> Self:
        return replace(self, wearer=wearer)

    def editing(self, line: str) -> Self:
        return replace(self, line=line)
