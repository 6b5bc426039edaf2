"""A configuration: own choices, for whom, and where she is in making it, as an address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Self
from urllib.parse import parse_qsl, urlencode

from shop.catalogue.rules import Section
from shop.designs.rules import trail
from shop.designs.rules.trail import Trail
from shop.kernel.texts import lazy

TEXT_MAX: Final = 120  # longer than any group allows; the group's own limit has a sentence
NO_CHOICES: Final = ("text-", "body.")  # what is typed, and what no address may say of a body
FILTER: Final = "f-"  # what narrows the cloths shown begins like this


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


# the parts of an address that are no choices, and the field each is kept in
PARTS: Final[Mapping[str, str]] = {
    "for": "wearer", "line": "line", "again": "again", "from": "parent", "v": "version",
    "draft": "draft", "beside": "beside", "like": "like",
}  # fmt: skip
ALONE: Final = {"step", "view", "profile", "pick", "undo", "redo", "csrf_token"}


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """Own choices in the order of the URL, where she is, for whom, and what is being changed."""

    garment: str
    choices: Mapping[str, str]
    step: Step = Step.CLOTH
    wearer: str = ""  # a profile's public id, or a standard size such as `men-M`
    line: str = ""  # the bag's line that is being changed
    again: str = ""  # the bought garment that is being ordered again
    parent: str = ""  # the design it was started from, by public id
    version: str = ""  # of the garment's rules, as they were at the last look
    draft: str = ""  # "1": staff try rules that are not published
    beside: str = ""  # another design of the garment, kept for comparing, as an address keeps it
    like: str = ""  # the garment she knows that it is measured against, by public id
    view: str = "front"
    filters: Mapping[str, str] = field(default_factory=dict)
    undo: Trail = ()
    redo: Trail = ()

    @classmethod
    def read(cls, garment: str, asked: Mapping[str, str]) -> Self:
        """Return the state a URL stands for; what it cannot mean falls back to the beginning."""
        step, filters = asked.get("step", ""), {k: v for k, v in asked.items() if _is_filter(k)}
        known = {*PARTS, *ALONE, *filters, *(k for k in asked if k.startswith(NO_CHOICES))}
        found = cls(
            garment=garment,
            choices={k: v[:TEXT_MAX] for k, v in asked.items() if k not in known and v},
            step=Step(step) if step in set(Step) else Step.CLOTH,
            view=view if (view := asked.get("view", "")) in {"back", "cloth"} else "front",
            filters={k: v[:TEXT_MAX] for k, v in filters.items() if v},
            undo=trail.read(asked.get("undo", "")),
            redo=trail.read(asked.get("redo", "")),
            **{kept: asked.get(name, "") for name, kept in PARTS.items()},
        )
        made = asked.get("profile")  # a profile just made comes back under this name
        return replace(found, wearer=made) if made else found

    def query(self, *, step: Step | None = None, view: str | None = None) -> dict[str, str]:
        """Return the state as the parts of an address."""
        shown = view or self.view
        rest = {
            "step": str(step or self.step),
            "view": "" if shown == "front" else shown,
            **{name: getattr(self, kept) for name, kept in PARTS.items()},
            **self.filters,
            "undo": trail.written(self.undo),
            "redo": trail.written(self.redo),
        }
        return {**self.choices, **{name: value for name, value in rest.items() if value}}

    def url(self, *, step: Step | None = None, view: str | None = None) -> str:
        """Return the address of this state, the same for the same state."""
        query = urlencode(self.query(step=step, view=view))
        return f"/garments/{self.garment}/design?{query}"

    def going(self, where: str) -> str:
        """Return the address of something done with this state: `save`, `surprise`, `compare`."""
        return f"/garments/{self.garment}/design/{where}?{urlencode(self.query())}"

    def put_url(self) -> str:
        """Return where this state is put into the bag."""
        return f"/bag/put/{self.garment}?{urlencode(self.query())}"

    def alone(self) -> Self:
        """Return the design alone: nobody's body, nobody's bag, none of the way that led here."""
        return type(self)(garment=self.garment, choices=self.choices)

    def share_url(self) -> str:
        """Return the address of the design alone."""
        return self.alone().url()

    def choosing(self, group: str, value: str) -> Self:
        return self.changed({**self.choices, group: value})

    def without(self, group: str) -> Self:
        return self.changed({k: v for k, v in self.choices.items() if k != group})

    def changed(self, choices: Mapping[str, str]) -> Self:
        """Return the state after a step that can be undone."""
        undo = trail.recorded(self.undo, self.choices, choices)
        return replace(
            self, choices=choices, undo=undo, redo=() if undo != self.undo else self.redo
        )

    def with_choices(self, choices: Mapping[str, str]) -> Self:
        """Return the state with these choices, without a step of its own."""
        return replace(self, choices=choices)

    def undone(self) -> Self | None:
        """Return the state before the last step, or None where it all began."""
        if not self.undo:
            return None
        choices = trail.walked(self.choices, self.undo[-1])
        redo = trail.recorded(self.redo, self.choices, choices)
        return replace(self, choices=choices, undo=self.undo[:-1], redo=redo)

    def redone(self) -> Self | None:
        """Return the state after the step that was undone last."""
        if not self.redo:
            return None
        choices = trail.walked(self.choices, self.redo[-1])
        undo = trail.recorded(self.undo, self.choices, choices)
        return replace(self, choices=choices, undo=undo, redo=self.redo[:-1])

    def set_beside(self) -> Self:
        """Keep this design for comparing."""
        return replace(self, beside=urlencode(self.choices))

    @property
    def other(self) -> Self:
        """The design that is kept for comparing."""
        choices = dict(parse_qsl(self.beside))
        return type(self)(garment=self.garment, choices=choices, draft=self.draft)

    def page_url(self, number: int) -> str:
        """Return the address of another page of the cloths."""
        page = {f"{FILTER}page": str(number)} if number > 1 else {}
        kept = {name: word for name, word in self.filters.items() if name != f"{FILTER}page"}
        return replace(self, filters=kept | page).url()

    def worn_by(self, wearer: str) -> Self:
        return replace(self, wearer=wearer)

    def editing(self, line: str) -> Self:
        return replace(self, line=line)


def _is_filter(name: str) -> bool:
    return name.startswith(FILTER)
