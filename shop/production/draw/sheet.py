"""What lies with the piece: its spec, and what is of the moment or made from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shop.production.rules.spec import Spec


class Flat(Protocol):
    """A flat drawing: its size, strokes and numbers in mm, as `preview` makes them."""

    @property
    def width_mm(self) -> float: ...
    @property
    def height_mm(self) -> float: ...
    @property
    def strokes(self) -> Sequence["Stroke"]: ...
    @property
    def callouts(self) -> Sequence["Callout"]: ...


class Stroke(Protocol):
    @property
    def points(self) -> Sequence[tuple[float, float]]: ...
    @property
    def closed(self) -> bool: ...
    @property
    def dashed(self) -> bool: ...
    @property
    def filled(self) -> bool: ...


class Callout(Protocol):
    """A number at `label`, with a line to what its words speak of."""

    @property
    def number(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def point(self) -> tuple[float, float]: ...
    @property
    def label(self) -> tuple[float, float]: ...


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A spec as it is shown and printed, with the drawings that are made from it."""

    spec: Spec
    revision: int
    link: str  # of the piece's page; the QR code says it
    front: Flat | None  # None: this garment is not drawn any more
    back: Flat | None

    @property
    def callouts(self) -> tuple[Callout, ...]:
        """What the numbers in the drawings say, in their order."""
        found = [each for flat in (self.front, self.back) if flat for each in flat.callouts]
        return tuple(sorted(found, key=lambda each: each.number))
