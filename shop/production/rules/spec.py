"""The spec of one piece: what the workshop must know, and nobody's name.

It is decided when the piece is born, and kept as a document (`kernel.documents`): a field added
here has a default that never changes; anything else is a new format with a step that leads to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Head:
    """What names the piece and says when it is due."""

    number: str
    order_number: str
    piece: int
    pieces: int
    cut_on: date  # not before
    cut_by: date
    promised_on: date
    garment: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class ClothToCut:
    """The cloth with its numbers as they were sold, and the roll it is kept on."""

    name: str
    mill: str
    article: str
    weave: str
    pattern: str
    colour: str
    repeat_mm: int
    weight_gsm: int
    width_mm: int
    shrink_length_per_mille: int
    shrink_width_per_mille: int
    composition: tuple[tuple[str, int], ...]
    care: tuple[tuple[str, str], ...]  # ISO 3758: code and words
    mm: int  # length to cut from the roll
    roll: str  # empty: none is kept
    dye_lot: str


@dataclass(frozen=True, kw_only=True)
class Option:
    """An answered question with the code of its answer."""

    group: str
    value: str
    code: str
    is_house: bool  # what the house would have taken


@dataclass(frozen=True, kw_only=True)
class SpecPoint:
    """A point of measure through its four layers, in mm, with its tolerance and its origin."""

    code: str
    name: str
    how: str
    body_mm: int | None  # None: it follows a garment, and the body was not measured there
    ease_mm: int
    mm: int
    plus_mm: int
    minus_mm: int
    cut_mm: int
    source: str
    is_doubtful: bool  # estimated, or it looked wrong
    ease: str = ""  # how the ease comes about
    cut: str = ""  # and what is cut beyond the finished measure

    @property
    def base_mm(self) -> int | None:
        """The share of the body that the garment follows: what the ease is added to."""
        return None if self.body_mm is None else self.mm - self.ease_mm

    def passes(self, measured_mm: int) -> bool:
        """Tell whether a measured value lies within the tolerance."""
        return self.mm - self.minus_mm <= measured_mm <= self.mm + self.plus_mm


@dataclass(frozen=True, kw_only=True)
class Part:
    name: str
    quantity: str


@dataclass(frozen=True, kw_only=True)
class Task:
    """An operation with its standard minutes and the stage it belongs to."""

    name: str
    stage: str
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """What the flat drawings are made from: garment, choices, and the words of their numbers."""

    garment: str  # its code
    choices: Mapping[str, str] = field(default_factory=dict)
    words: tuple[tuple[str, str], ...] = ()  # by the question, in the order of the numbers


@dataclass(frozen=True, kw_only=True)
class Spec:
    """All that is decided about a piece before it is cut."""

    head: Head
    unusual: tuple[str, ...]  # printed first
    cloth: ClothToCut
    sections: tuple[tuple[str, tuple[Option, ...]], ...]
    monogram: tuple[Option, ...]  # text, place, thread: exactly as stitched
    points: tuple[SpecPoint, ...]
    parts: tuple[Part, ...]
    tasks: tuple[Task, ...]
    note: str
    drawn: Drawn

    @property
    def minutes(self) -> int:
        return sum(task.minutes for task in self.tasks)

    def blanked(self) -> "Spec":
        """Return what stays when its wearer leaves: cloth, parts and work, nothing of her."""
        return replace(
            self,
            unusual=(),
            sections=(),
            monogram=(),
            points=(),
            note="",
            drawn=Drawn(garment=self.drawn.garment),
        )
