"""What a person wants beside what her body is: how close, and what her garments taught us. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from shop.kernel.texts import gettext as _
from shop.measurements.rules.bodies import Shoulders, Stance


class Closeness(StrEnum):
    """How she likes garments to sit, beside the fit she chooses for each."""

    AS_CUT = "as_cut"
    CLOSER = "closer"
    LOOSER = "looser"

    @property
    def label(self) -> str:
        return {
            Closeness.AS_CUT: _("as the house cuts"),
            Closeness.CLOSER: _("a little closer"),
            Closeness.LOOSER: _("a little looser"),
        }[self]


class Layer(StrEnum):
    """The layer a correction is made to; what is finished follows from the others."""

    BODY = "body"
    EASE = "ease"
    CUT = "cut"

    @property
    def label(self) -> str:
        return {Layer.BODY: _("your body"), Layer.EASE: _("the ease"), Layer.CUT: _("the cut")}[
            self
        ]


class Decision(StrEnum):
    """What its wearer said of a proposed correction."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, kw_only=True)
class Correction:
    """So many mm more or less at one point of one kind of garment, and the garments that taught it.

    In the layer of the ease it holds for every cloth, in the layer of the cut for `cloth` alone. A
    correction of the body becomes a revision of the profile when it is accepted, so none is here.
    """

    layer: Layer
    garment: str
    point: str
    mm: int
    cloth: str = ""
    reason: str = ""  # as people read it: "your shirt of May was tight over the chest"


@dataclass(frozen=True, kw_only=True)
class Follow:
    """A garment that fits her; the next one of its kind takes over its finished measures, in mm."""

    name: str
    points: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Tuning:
    """All that changes how a garment is cut for her, beside her body."""

    closeness: Closeness = Closeness.AS_CUT
    shoulders: Shoulders = Shoulders.USUAL
    stance: Stance = Stance.USUAL
    corrections: tuple[Correction, ...] = ()
    follow: Follow | None = None  # of the kind of garment that is being made


AS_CUT = Tuning()
