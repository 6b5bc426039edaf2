"""A cloth as numbers."""

from dataclasses import dataclass

Sequence = tuple[tuple[str, int], ...]  # colour and how many threads of it, repeated


@dataclass(frozen=True, kw_only=True)
class Print:
    """What is printed on the cloth; the repeat in cm, half-drop."""

    kind: str  # floral | dots
    ground: str
    accent: str
    repeat: float


@dataclass(frozen=True, kw_only=True)
class Fabric:
    """Threads, their colours and how uneven they are. Lengths in cm, shares of brightness."""

    weave: str = "plain"
    ends: float = 50  # per cm
    picks: float = 32
    warp: Sequence = (("#eceef1", 1),)
    weft: Sequence = (("#eceef1", 1),)
    slub: tuple[float, float] = (0.012, 0.014)  # warp, weft
    slub_cm: tuple[float, float] = (3.0, 3.0)
    cover: float = 0.0
    gloss: float = 0.5
    relief: float = 1.0
    grain: float = 0.012  # unevenness from crossing to crossing
    cloud: float = 0.0  # slow unevenness of milled cloth
    crumple: float = 0.0
    size: float = 8.0  # cm of the tile; long enough that slubs do not repeat
    printed: Print | None = None
