"""What is asked for when a picture is: settled, so that the same pixels have the same key."""

import hashlib
from dataclasses import dataclass, field
from typing import Final

from shop.preview.draw.looks import ClothLook
from shop.preview.draw.spec import View
from shop.preview.draw.version import ENGINE

WIDTHS: Final = (360, 720, 1080)
USUAL: Final = 720
JPEG: Final = "jpg"
WEBP: Final = "webp"
FORMATS: Final = (JPEG, WEBP)
VisibleChoices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class _Keyed:
    @property
    def is_quick(self) -> bool:
        """Tell whether it is drawn while somebody waits for the next click."""
        return False

    @property
    def key(self) -> str:
        """Return what stands for this picture wherever it is kept: 32 hexadecimal digits."""
        return digest(self)

    @property
    def mark(self) -> str:
        """Return what is part of an address, so that another picture has another one."""
        return self.key[:10]


@dataclass(frozen=True, kw_only=True)
class Artwork:
    """A picture of the customer's own, to be printed on the garment: PNG, and its digest."""

    sha256: str
    content: bytes = field(repr=False)  # the digest says it all


@dataclass(frozen=True, kw_only=True)
class GarmentRequest(_Keyed):
    """A garment in its cloth; `choices` are those that show, sorted."""

    garment: str
    choices: VisibleChoices
    look: ClothLook
    view: View
    width: int
    kind: str
    artwork: Artwork | None = None

    @property
    def is_quick(self) -> bool:
        return self.width <= USUAL


@dataclass(frozen=True, kw_only=True)
class ClothRequest(_Keyed):
    """A cloth close up, square."""

    look: ClothLook
    width: int
    kind: str
    artwork: None = None


@dataclass(frozen=True, kw_only=True)
class CardRequest(_Keyed):
    """The card that stands for a design where its link is shared."""

    garment: str
    choices: VisibleChoices
    look: ClothLook
    house: str
    title: str
    line: str
    cloth: str  # its name
    kind: str = JPEG
    artwork: Artwork | None = None


PictureRequest = GarmentRequest | ClothRequest | CardRequest


def digest(*parts: object) -> str:
    """Return what changes whenever one of these or the engine does."""
    return hashlib.sha256(repr((ENGINE, *parts)).encode()).hexdigest()[:32]
