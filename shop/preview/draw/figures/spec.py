"""What the figure's file says, as values; centimetres of a body of 178 cm."""

from collections.abc import Mapping
from dataclasses import dataclass

from shop.geometry.curves import Line, Point
from shop.preview.draw.spec import View


@dataclass(frozen=True, kw_only=True)
class Box:
    """The part of the figure that a picture shows, 3:4."""

    left: float
    top: float
    width: float

    @property
    def height(self) -> float:
        return self.width * 4 / 3


@dataclass(frozen=True, kw_only=True)
class Soft:
    """A soft light, or below 0 a soft shade."""

    views: tuple[View, ...]
    at: Point
    size: Point
    turn: float
    by: float


@dataclass(frozen=True, kw_only=True)
class Ring:
    at: Point
    half: float
    sag: float
    turn: float = 0


@dataclass(frozen=True, kw_only=True)
class Tape:
    """How one measure is taken; one of ring, path and span is there."""

    number: int
    measure: str
    view: View
    frame: Box
    mark: Point
    ring: Ring | None = None
    path: Line = ()
    span: Line = ()
    guides: tuple[Line, ...] = ()
    has_end: bool = True  # otherwise the tape goes on where nobody sees it


@dataclass(frozen=True, kw_only=True)
class Figure:
    curves: Mapping[str, Line]
    outlines: Mapping[View, tuple[str, ...]]
    heads: Mapping[View, str]
    softs: tuple[Soft, ...]
    tapes: Mapping[str, Tape]
