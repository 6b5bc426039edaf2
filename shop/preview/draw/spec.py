"""What a shape file says, as values: curves, panels and what a choice changes in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shop.preview.draw.expressions import Expression

Pair = tuple[Expression, Expression]
Conditions = Mapping[str, tuple[str, ...]]


class View(StrEnum):
    FRONT = "front"
    BACK = "back"


class Slot(StrEnum):
    """What a panel is made of."""

    MAIN = "main"
    CONTRAST = "contrast"
    INNER = "inner"
    BUTTON = "button"
    THREAD = "thread"
    LABEL = "label"
    LABEL_THREAD = "label-thread"
    MONOGRAM = "monogram"
    ARTWORK = "artwork"
    LINING = "lining"
    METAL = "metal"


class Mirror(StrEnum):
    """How the drawn half becomes the whole."""

    NONE = "none"
    CLOSE = "close"  # the outline is completed by its own reflection
    PAIR = "pair"  # drawn twice, the wearer's right first


@dataclass(frozen=True, kw_only=True)
class CurveSpec:
    points: tuple[str | Pair, ...] = ()
    origin: str | None = None  # anchor that the points are measured from
    turn: Expression = 0  # degrees, anticlockwise in the picture
    wobble: Expression = 0  # cm, so that no long edge is a ruler's
    of: str | None = None  # a stretch of another curve
    part: tuple[float, float] = (0, 1)
    wave: str = ""  # the skirt's wave that lifts this hem


@dataclass(frozen=True, kw_only=True)
class TipSpec:
    """Cloth that tips away from the eye below a line: the shoulder."""

    along: tuple[str, ...]  # curves that give y for every x
    by: float  # slope on the line
    reach: float  # cm below the line at which it is nearly flat


@dataclass(frozen=True, kw_only=True)
class BumpSpec:
    """A round rise: a bust, a seat. Left and right when x is not 0."""

    at: Pair
    size: Pair
    height: Expression


@dataclass(frozen=True, kw_only=True)
class FormSpec:
    """The solid that cloth lies on: how its surface leans towards the light.

    `profile` names curves that give the half-width at every height; without it the form is flat
    and only `bend` and `lean` count. A panel's own tube takes over between the heights of `blend`.
    """

    profile: tuple[str, ...] = ()
    depth: Expression = 10
    power: float = 2.6  # 2 is an ellipse, more is flatter in the middle
    bend: Expression = 0  # slope across, per cm from the middle
    lean: Expression = 0  # slope downwards
    tip: TipSpec | None = None
    swells: tuple[tuple[Expression, float, float], ...] = ()  # y, spread, slope downwards
    bumps: tuple[BumpSpec, ...] = ()
    tube_depth: float = 0.8
    tube_power: float = 2.2
    blend: tuple[float, float] | None = None
    fade: tuple[float, float] | None = None  # the tube is half as round above the first height


@dataclass(frozen=True, kw_only=True)
class WaveSpec:
    """Folds that fall from a waist and shape the hem: one function for both."""

    count: Expression
    profile: tuple[str, ...]  # curves that give the half-width at every height
    top: Expression
    foot: Expression
    height: Expression  # cm of the folds at the hem
    lift: Expression  # cm by which they shape the hem
    gather: Expression = 0  # cm of small folds right below the seam
    pressed: Expression = 0  # above 0 pleats instead of drape


@dataclass(frozen=True, kw_only=True)
class FoldSpec:
    path: tuple[Pair, ...]
    width: Expression
    height: Expression
    open: float = 0.3  # share of the length in which it rises
    close: float = 0.5  # share of the length in which it dies out
    sharp: bool = False
    when: Conditions = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RollSpec:
    """Cloth that turns over along a line: high on the line, falling away from it."""

    along: str
    height: Expression  # cm, below 0 sinks
    width: Expression


@dataclass(frozen=True, kw_only=True)
class ShadeSpec:
    along: tuple[str, ...]
    width: Expression
    by: Expression


@dataclass(frozen=True, kw_only=True)
class LineSpec:
    along: tuple[str, ...]
    inset: float = 0
    when: Conditions = field(default_factory=dict)
    only: str = ""


@dataclass(frozen=True, kw_only=True)
class CastSpec:
    x: float
    y: float
    blur: float
    by: float


@dataclass(frozen=True, kw_only=True)
class ButtonSpec:
    at: tuple[Pair, ...]
    size: float
    hole: float | None = None  # degrees of the buttonhole, None for none
    kind: str = "button"
    when: Conditions = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TextSpec:
    at: Pair
    size: float
    words: str
    turn: float = 0
    slot: Slot = Slot.THREAD


@dataclass(frozen=True, kw_only=True)
class PanelSpec:
    name: str
    outline: tuple[str | CurveSpec, ...]
    title: str = ""
    view: tuple[View, ...] = (View.FRONT, View.BACK)
    when: Conditions = field(default_factory=dict)
    contrast: Conditions = field(default_factory=dict)
    mirror: Mirror = Mirror.NONE
    only: str = ""
    origin: str | None = None
    turn: Expression = 0
    slot: Slot = Slot.MAIN
    tone: float = 1
    grain: Expression = 0
    body: Expression = 0  # half-width of the round body that the cloth runs around, 0 is flat
    tube: tuple[str, str] | None = None  # the two edges of a sleeve or leg
    bevel: float = 0.5
    crease: Expression = 0  # how sharply a leg is pressed
    form: str = ""
    wave: str = ""
    rolls: tuple[RollSpec, ...] = ()
    drape: float = 0.06  # cm of the slow unevenness of cloth that hangs
    rib: float = 0  # cm from rib to rib, 0 is woven
    together: str = ""  # neighbours of one name: all their right sides first, then all left ones
    print: str = ""  # words that are printed here: "artwork"
    cast: CastSpec | None = None
    shades: tuple[ShadeSpec, ...] = ()
    folds: str = ""
    stitches: tuple[LineSpec, ...] = ()
    seams: tuple[LineSpec, ...] = ()
    buttons: tuple[ButtonSpec, ...] = ()
    text: tuple[TextSpec, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BodySpec:
    """How far a body's measure moves the drawing: damped, so that the design stays itself."""

    typical_mm: int
    most_mm: int  # further than this from the typical body nothing moves
    share: float  # cm of the drawing for every cm of the body


@dataclass(frozen=True, kw_only=True)
class Variant:
    """What one value of one group changes."""

    numbers: Mapping[str, Expression] = field(default_factory=dict)
    curves: Mapping[str, CurveSpec] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TileSpec:
    """Where the thumbnail of an option group looks, and what it puts forward."""

    centre: tuple[float, float]
    width: float
    view: tuple[View, ...] = (View.FRONT,)
    show: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Frame:
    width: float
    height: float
    centre: float
    top: float


@dataclass(frozen=True, kw_only=True)
class GarmentSpec:
    name: str
    frame: Frame
    groups: Mapping[str, tuple[str, ...]]
    body: Mapping[str, BodySpec]
    numbers: Mapping[str, Expression]
    anchors: Mapping[str, Pair]
    curves: Mapping[str, CurveSpec]
    folds: Mapping[str, tuple[FoldSpec, ...]]
    forms: Mapping[str, FormSpec]
    waves: Mapping[str, WaveSpec]
    panels: tuple[PanelSpec, ...]
    variants: Mapping[tuple[str, str], Variant]
    tiles: Mapping[str, TileSpec]
