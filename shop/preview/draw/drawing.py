"""A garment as it is drawn for one set of choices: panels with their places, back to front."""

from dataclasses import dataclass

from shop.geometry.curves import Curve, Line, Point
from shop.geometry.lines import halfway
from shop.preview.draw.spec import CastSpec, Frame, Slot


@dataclass(frozen=True, kw_only=True)
class Shade:
    line: Curve
    width: float
    by: float  # below 0 darker, above 0 lighter


@dataclass(frozen=True, kw_only=True)
class Fold:
    line: Line
    width: float
    height: float
    open: float
    close: float
    sharp: bool


@dataclass(frozen=True, kw_only=True)
class Roll:
    line: Line
    height: float
    width: float


@dataclass(frozen=True, kw_only=True)
class Tip:
    line: Line
    by: float
    reach: float


@dataclass(frozen=True, kw_only=True)
class Bump:
    at: Point
    size: Point
    height: float


@dataclass(frozen=True, kw_only=True)
class Form:
    """The solid below a panel. `profile` holds (y, half-width), sorted; empty is flat."""

    profile: Line
    depth: float
    power: float
    bend: float
    lean: float
    tip: Tip | None
    swells: tuple[tuple[float, float, float], ...]
    bumps: tuple[Bump, ...]
    tube_depth: float
    tube_power: float
    blend: tuple[float, float] | None
    fade: tuple[float, float] | None


@dataclass(frozen=True, kw_only=True)
class Wave:
    """Folds from a waist; `knots` and `sizes` of its ridges over -1 … 1 of the half-width."""

    knots: tuple[float, ...]
    sizes: tuple[float, ...]
    profile: Line
    top: float
    foot: float
    height: float
    lift: float
    gather: float
    pressed: bool


@dataclass(frozen=True, kw_only=True)
class Button:
    at: Point
    size: float
    hole: float | None
    kind: str
    turn: float


@dataclass(frozen=True, kw_only=True)
class Text:
    at: Point
    size: float
    words: str
    turn: float
    slot: Slot


@dataclass(frozen=True, kw_only=True, eq=False)
class Panel:
    """One piece of cloth. Lines are in centimetres of the garment, x = 0 is its centre.

    Panels are compared by identity, so that what is worked out for one can be remembered.
    """

    key: str  # short, unique within the drawing
    name: str
    spec_name: str
    title: str
    slot: Slot
    outline: Curve
    edge: Line  # the outline as points
    tone: float
    grain: float
    body: float
    tube: tuple[Line, Line] | None
    bevel: float
    crease: float
    form: Form | None
    wave: Wave | None
    rolls: tuple[Roll, ...]
    drape: float
    rib: float
    print: str
    cast: CastSpec | None
    shades: tuple[Shade, ...]
    folds: tuple[Fold, ...]
    stitches: tuple[Line, ...]
    seams: tuple[Line, ...]
    buttons: tuple[Button, ...]
    text: tuple[Text, ...]

    @property
    def drawn_seams(self) -> tuple[Line, ...]:
        """The lines of a technical drawing: seams, and the crease of a leg."""
        if not self.crease or not self.tube:
            return self.seams
        return (*self.seams, halfway(*self.tube, start=0.2))


@dataclass(frozen=True, kw_only=True)
class Drawing:
    garment: str
    frame: Frame
    panels: tuple[Panel, ...]
