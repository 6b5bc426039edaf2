"""What a garment's model is: frozen values that every other subject reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from shop.catalogue.rules.conditions import Condition, Term, Value
from shop.catalogue.rules.making import Operation, Trim
from shop.catalogue.rules.stages import MakingStage

Choices = Mapping[str, str]  # group code → value code; for a text group the text itself

NONE: Final = "none"  # what a question for several is answered with when nothing is wanted
BETWEEN: Final = "."  # stands between the codes of several
BODY: Final = "body"  # conditions ask it for measurements as they ask a cloth for its weight


class Section(StrEnum):
    """The order in which a tailor asks."""

    CLOTH = "cloth"
    STYLE = "style"
    DETAILS = "details"
    FIT = "fit"


class GroupKind(StrEnum):
    """How a question is answered, and how the answer is written.

    One value's code; several codes joined by `.`, or `none`; a whole number; a text as typed.
    """

    CHOICE = "choice"
    COLOUR = "colour"
    CLOTH = "cloth"
    SEVERAL = "several"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What must go together, or must not, in one of five forms.

    - requires: when all of `when` hold, `then` holds;
    - excludes (`forbids`): when all of `when` hold, `then` does not;
    - only with (`only_with`): `then` holds only where all of `when` do;
    - at most (`at_most`): when all of `when` hold, the attributes `of` add up to no more;
    - match (`must_match`): when all of `when` hold, the two attributes `of` are equal.

    A question that is not asked, or not answered yet, breaks no rule, but for `only with`: what
    `when` asks for must be there. `message` is what the customer reads: a full sentence that says
    why.
    """

    code: str
    when: tuple[Condition, ...]
    then: Condition | None
    forbids: bool
    message: str
    only_with: bool = False
    of: tuple[Term, ...] = ()
    at_most: int | None = None
    must_match: bool = False


@dataclass(frozen=True, kw_only=True)
class Extra:
    """What a combination costs, in money and minutes, on top of what its values do."""

    code: str
    name: str
    when: tuple[Condition, ...]
    price_minor: int = 0
    minutes: int = 0
    stage: MakingStage = MakingStage.SEWN  # where these minutes are spent


@dataclass(frozen=True, kw_only=True)
class Group:
    """A question the customer answers. It is asked only when all of `asked_when` hold."""

    code: str
    name: str
    section: Section
    kind: GroupKind = GroupKind.CHOICE
    values: tuple[Value, ...] = ()
    asked_when: tuple[Condition, ...] = ()
    help: str = ""
    max_length: int = 0  # of a text
    allowed: str = ""  # the characters of a text, as a regular expression's class
    least: int = 0  # a number's range, in steps, and its unit: mm, or nothing for a count
    most: int = 0
    step: int = 1
    unit: str = ""
    at_most: int = 0  # of several: so many at once; 0 for as many as there are
    usual: str = ""  # the house's answer, where ranks cannot tell: a number, or several codes
    firmness: int = 1  # when choices must give way, the least firm do first

    def value(self, code: str) -> Value | None:
        """Return the value of this code, if the group lists it."""
        return self._by_code.get(code)

    @property
    def numbers(self) -> range:
        """The numbers that may be answered."""
        return range(self.least, self.most + 1, self.step)

    @cached_property
    def _by_code(self) -> Mapping[str, Value]:
        return {value.code: value for value in self.values}


@dataclass(frozen=True, kw_only=True)
class Ease:
    """What a garment has more than the body: so many millimetres, or per mille of the body."""

    mm: int = 0
    per_mille: int = 0


@dataclass(frozen=True, kw_only=True)
class MeasurePoint:
    """A point of measure of the finished garment and how it follows from the body.

    finished = body[of] · share_per_mille / 1000 + ease of the chosen fit + adjustments of options,
    in whole millimetres. Plus and minus are the tolerances of the check, with their source.
    """

    code: str
    name: str
    how: str  # where it is measured on the finished garment
    of: str  # the body measurement it follows from
    share_per_mille: int = 1000
    ease: Mapping[str, Ease] = field(default_factory=dict)  # by value of the group `fit`
    adjustments: tuple[tuple[Condition, int], ...] = ()  # mm added when a choice holds
    asked_when: tuple[Condition, ...] = ()  # no point for a sleeve that is not there
    plus_mm: int = 6
    minus_mm: int = 6
    cut_mm: int = 0  # cut so much longer beside the shrinkage, for what sewing and pressing take
    along: str = "length"  # length | width: which shrinkage of the cloth applies
    source: str = ""
    flat: str = (
        ""  # how half of it is measured on the garment laid flat; empty: all of it, by `how`
    )


@dataclass(frozen=True, kw_only=True)
class GarmentModel:
    """One published version of what may be chosen for a garment. Equal digests are equal models."""

    garment: str
    name: str
    summary: str
    for_whom: str  # everyone | men | women
    base_price_minor: int
    cloth_mm: int  # length of cloth for one garment at `cloth_width_mm`
    cloth_width_mm: int
    lead_days: int  # working days from the order to the parcel, with an empty workshop
    groups: tuple[Group, ...]
    rules: tuple[Rule, ...] = ()
    extras: tuple[Extra, ...] = ()
    points: tuple[MeasurePoint, ...] = ()
    operations: tuple[Operation, ...] = ()
    trims: tuple[Trim, ...] = ()
    version: int = 0
    digest: str = ""

    def __hash__(self) -> int:
        return hash((self.garment, self.version, self.digest))

    def group(self, code: str) -> Group | None:
        """Return the group of this code, if the garment asks it."""
        return self._by_code.get(code)

    @cached_property
    def _by_code(self) -> Mapping[str, Group]:
        return {group.code: group for group in self.groups}

    @cached_property
    def groups_that_cost(self) -> tuple[Group, ...]:
        """The questions some answer to which costs more, or less; cloth goes by the metre."""
        return tuple(g for g in self.groups if any(value.price_minor for value in g.values))

    @cached_property
    def groups_that_take_cloth(self) -> tuple[Group, ...]:
        """The questions some answer to which takes more cloth, or less."""
        return tuple(g for g in self.groups if any(value.cloth_mm for value in g.values))
