"""What drawing costs: CPU time of one core, memory of the process that draws, bytes."""

import platform
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
import PIL

from shop.cli.contact_sheet import few_cloths
from shop.preview import draw
from shop.preview.draw import ClothLook, View
from shop.preview.draw.raster.style import PIECES
from shop.preview.draw.reader import garment_spec, garments
from shop.preview.draw.requests import (
    JPEG,
    USUAL,
    WEBP,
    WIDTHS,
    CardRequest,
    ClothRequest,
    GarmentRequest,
    PictureRequest,
)
from shop.preview.gateways.files import Folder
from shop.preview.gateways.workers import RenderWorkers
from shop.preview.queries import look_of

MEGABYTE: Final = 2**20
ROUNDS: Final = 3
SHAPELESS: Final = frozenset({"fit"})  # changes every piece: a style from nothing


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One step: median and 95th percentile, the bound it is to keep, and how often it was done."""

    step: str
    median: float
    p95: float
    target: float
    unit: str
    times: int

    @property
    def is_kept(self) -> bool:
        return self.median <= self.target


def steps() -> list[Cost]:
    return [
        _cost("change of cloth, 720 x 960, style warm, JPEG included", 15, _cloth_changes()),
        _cost("change of one option, its piece cold, JPEG included", 200, _option_changes()),
        _cost("a style from nothing, 720 x 960", 600, _styles_from_nothing()),
    ]


def _cost(step: str, target: float, times: Iterator[float]) -> Cost:
    found = sorted(times)
    p95 = found[min(len(found) - 1, round(0.95 * len(found)))]
    median = statistics.median(found)
    return Cost(
        step=step,
        median=round(median, 1),
        p95=round(p95, 1),
        target=target,
        unit="ms",
        times=len(found),
    )


def _cloth_changes() -> Iterator[float]:
    """Put each cloth in turn on every garment's front, as somebody does who cannot decide."""
    for garment in sorted(garments()):
        looks = _looks(garment)
        ready = {look: _style(garment, {}, look) for look in looks}
        for _round in range(ROUNDS + 1):
            times = [_ms(_in_cloth, ready[look], garment, {}, look) for look in looks]
            if _round:  # the first one weaves the tiles
                yield from times


def _option_changes() -> Iterator[float]:
    """Change each option to each of its values, all other pieces known."""
    for garment in sorted(garments()):
        look = _looks(garment)[0]
        _in_cloth(_style(garment, {}, look), garment, {}, look)  # its tile
        for group, values in garment_spec(garment).groups.items():
            for value in values[1:] if group not in SHAPELESS else ():
                PIECES.clear()
                _style(garment, {}, look)
                yield _ms(_whole, garment, {group: value}, look)


def _styles_from_nothing() -> Iterator[float]:
    for garment in sorted(garments()):
        look = _looks(garment)[0]
        for view in View:
            for _round in range(ROUNDS):
                PIECES.clear()
                yield _ms(_style, garment, {}, look, view)


def _style(
    garment: str, choices: Mapping[str, str], look: ClothLook, view: View = View.FRONT
) -> Any:
    hand = draw.hand_of(look)
    return draw.style(garment, choices, view=view, size=USUAL, hand=hand)


def _whole(garment: str, choices: Mapping[str, str], look: ClothLook) -> None:
    _in_cloth(_style(garment, choices, look), garment, choices, look)


def _in_cloth(style: Any, garment: str, choices: Mapping[str, str], look: ClothLook) -> None:
    paints = draw.paints_of(garment, choices, look, size=USUAL)
    draw.encoded(draw.colour(style, paints), "jpeg")


def _ms(step: Callable[..., object], *given: object) -> float:
    before = time.process_time()
    step(*given)
    return (time.process_time() - before) * 1000


def _looks(garment: str) -> list[ClothLook]:
    return [look_of(cloth) for cloth in few_cloths(garment)]


def worker() -> tuple[Cost, dict[str, int]]:
    """Have workers draw everything at every size; return the peak, and some pictures' bytes.

    They are the very processes that the shop uses, and keep what they keep there.
    """
    sizes: dict[str, int] = {}
    with TemporaryDirectory() as folder:
        workers = RenderWorkers(Folder(Path(folder)))
        for name, wanted in _everything():
            sizes[name] = len(workers.draw(wanted))
        peak = round(workers.peak_bytes() / MEGABYTE, 1)
        workers.close()
    cost = Cost(
        step="peak memory of a render worker", median=peak, p95=peak, target=300, unit="MB", times=1
    )
    return cost, sizes


def _everything() -> Iterator[tuple[str, PictureRequest]]:
    for garment in sorted(garments()):
        for look in _looks(garment):
            for view in View:
                for width in WIDTHS:
                    kind = WEBP if width == WIDTHS[-1] else JPEG
                    yield (
                        f"{garment} {width} {kind}",
                        GarmentRequest(
                            garment=garment,
                            choices=(),
                            look=look,
                            view=view,
                            width=width,
                            kind=kind,
                        ),
                    )
            for width in WIDTHS:
                yield f"cloth {width} jpg", ClothRequest(look=look, width=width, kind=JPEG)
        yield (
            "card jpg",
            CardRequest(
                garment=garment, choices=(), look=look, house="T", title="T", line="T", cloth="T"
            ),
        )


def machine() -> str:
    versions = f"Python {platform.python_version()}, numpy {np.__version__}"
    return f"{platform.machine()}, {versions}, Pillow {PIL.__version__}"
