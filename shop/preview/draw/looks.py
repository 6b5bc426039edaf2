"""What the eye sees of a cloth, and the colours of the trimmings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class ClothLook:
    """What the eye sees of a cloth; the repeat of the pattern in millimetres, 0 is plain.

    The family (linen, wool …) helps to guess the threads of a cloth that has no recipe.
    """

    code: str
    weave: str
    pattern: str
    ground: str
    accent: str
    repeat_mm: int
    family: str = ""


WHITE: Final = ClothLook(
    code="white", weave="poplin", pattern="plain", ground="#f4f5f7", accent="#f4f5f7", repeat_mm=0
)
LINING: Final = ClothLook(
    code="lining", weave="poplin", pattern="plain", ground="#cfc8ba", accent="#cfc8ba", repeat_mm=0
)
PALE: Final = ClothLook(
    code="pale", weave="poplin", pattern="plain", ground="#f3f1ec", accent="#f3f1ec", repeat_mm=0
)
EMPHASIS: Final = ClothLook(
    code="emphasis",
    weave="poplin",
    pattern="plain",
    ground="#d5e0ea",
    accent="#d5e0ea",
    repeat_mm=0,
)
BUTTONS: Final[Mapping[str, str]] = {
    "pearl": "#f0ebe1",
    "smoke": "#8b8787",
    "horn": "#86623f",
    "black": "#2b2a2b",
}
LININGS: Final[Mapping[str, str]] = {
    "ivory": "#cfc8ba",
    "navy": "#2c3a5c",
    "burgundy": "#5d2230",
    "grey": "#6b6e75",
    "gold": "#a5844a",
    "green": "#2f4a3d",
}
THREADS: Final[Mapping[str, str]] = {
    "navy": "#22335e",
    "white": "#f1efe9",
    "red": "#a3212f",
    "grey": "#83878d",
}
LABEL: Final = "#1d2430"
LABEL_THREAD: Final = "#d9c79c"
METAL: Final = "#c2a25f"
