"""Where in the workshop minutes are spent."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from shop.kernel.texts import lazy


class MakingStage(StrEnum):
    """The stages at which minutes are spent, in the order of the workshop."""

    CUT = "cut"
    SEWN = "sewn"
    FINISHED = "finished"

    @property
    def label(self) -> str:
        return str(_LABELS[self])


_LABELS: Final[Mapping[MakingStage, str]] = {
    MakingStage.CUT: lazy("Cutting"),
    MakingStage.SEWN: lazy("Sewing"),
    MakingStage.FINISHED: lazy("Finishing"),
}
