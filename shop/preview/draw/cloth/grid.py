"""The samples of a close-up: whole numbers of them for every thread, so that no bands appear."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from PIL import Image

from shop.preview.draw.cloth.yarns import Fabric
from shop.preview.draw.planes.fields import Plane

FEWEST: Final = 3  # samples for a thread
MOST: Final = 16


@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """Samples over a square of cloth, as near as can be to `samples` along a side."""

    fabric: Fabric
    cm: float
    samples: int

    @cached_property
    def ends(self) -> int:
        return int(np.ceil(self.cm * self.fabric.warp.per_cm))

    @cached_property
    def picks(self) -> int:
        return int(np.ceil(self.cm * self.fabric.weft.per_cm))

    @cached_property
    def per_end(self) -> int:
        return int(np.clip(round(self.samples / self.ends), FEWEST, MOST))

    @cached_property
    def per_pick(self) -> int:
        return int(np.clip(round(self.samples / self.picks), FEWEST, MOST))

    @property
    def shape(self) -> tuple[int, int]:
        return self.picks * self.per_pick, self.ends * self.per_end

    @property
    def seen(self) -> tuple[float, float]:
        """The samples (across, down) that the square takes up of the whole threads."""
        fabric = self.fabric
        return (
            self.cm * fabric.warp.per_cm * self.per_end,
            self.cm * fabric.weft.per_cm * self.per_pick,
        )

    def spread(self, coarse: Plane) -> Plane:
        """Return coarse numbers over all samples."""
        image = Image.fromarray(np.ascontiguousarray(coarse, np.float32))
        return np.asarray(image.resize(self.shape[::-1], Image.Resampling.BICUBIC))
