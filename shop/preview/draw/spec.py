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
    cast: CastSpec | None = None
    shades: tuple[ShadeSpec, ...] = ()
    folds: str = ""
    stitches: tuple[LineSpec, ...] = ()
    seams: tuple[LineSpec, ...] = ()
    buttons: tuple[ButtonSpec, ...] = ()
    text: tuple[TextSpec, ...] = ()


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
    numbers: Mapping[str, Expression]
    anchors: Mapping[str, Pair]
    curves: Mapping[str, CurveSpec]
    folds: Mapping[str, tuple[FoldSpec, ...]]
    panels: tuple[PanelSpec, ...]
    variants: Mapping[tuple[str, str], Variant]
    tiles: Mapping[str, TileSpec]
