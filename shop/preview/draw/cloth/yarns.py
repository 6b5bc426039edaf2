"""A cloth as numbers: its threads, how uneven they are, what is printed on it.

*Ends* are the threads of the warp, which run along the cloth; *picks* those of the weft, across.
Lengths are in cm; how uneven something is, in shares of its brightness.
"""

from dataclasses import dataclass

Colours = tuple[tuple[str, int], ...]  # colour and how many threads of it, over and over


@dataclass(frozen=True, kw_only=True)
class Yarns:
    """The threads of one direction. A slub is a thicker place in a yarn."""

    per_cm: float
    colours: Colours
    slub: float = 0.012
    slub_cm: float = 3.0

    @property
    def repeat(self) -> int:
        """How many threads go by until the colours begin again."""
        return sum(count for _, count in self.colours)


@dataclass(frozen=True, kw_only=True)
class Print:
    """What is printed: a square cell of so many cm."""

    kind: str  # meadow | garden | dots
    ground: str
    accent: str
    cell: float
    dot: float = 0.13  # radius in shares of the cell

    @property
    def drops(self) -> bool:
        """Whether the next column of cells drops by half; dots do so inside their cell."""
        return self.kind != "dots"


@dataclass(frozen=True, kw_only=True)
class Fabric:
    """What `crossings`, `tile` and `swatch` need to know of a cloth."""

    weave: str
    warp: Yarns
    weft: Yarns
    turn: int = 0  # ends after which the twill goes back: a herringbone
    cover: float = 0.0  # share of the weft that the denser warp hides
    gloss: float = 0.5
    relief: float = 1.0  # how differently warp and weft take the light
    grain: float = 0.012  # unevenness from crossing to crossing
    melange: float = 0.0  # fibres of two colours spun together
    nap: float = 0.0  # how far fibres stand up and blur the weave, 0 … 1
    crumple: float = 0.0  # creases of linen, 0 … 1
    folds: float = 1.0  # how freely it falls
    size: float = 8.0  # of the piece before it repeats
    printed: Print | None = None
