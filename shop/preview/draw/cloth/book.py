"""What `recipes.toml` says of every kind of cloth, and of single ones."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from tomllib import loads
from typing import Any, Final

from shop.preview.draw.colours import WHITEST, mixed, worn
from shop.preview.draw.looks import ClothLook

Blend = str | tuple[str, str, float]
PALE: Final = "#e6e9ec"
PLAIN: Final = "plain"


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """What `recipes.toml` says of a cloth; the meaning of each number is told there."""

    weave: str
    ends: float
    picks: float
    weft: Blend = "ground"
    slub: tuple[float, float] = (0.012, 0.014)
    slub_cm: tuple[float, float] = (3.0, 3.0)
    cover: float = 0.0
    gloss: float = 0.5
    relief: float = 1.0
    grain: float = 0.012
    melange: float = 0.0
    nap: float = 0.0
    crumple: float = 0.0
    folds: float = 1.0
    size: float = 8.0
    stripe: float = 0.0  # share of the repeat in the accent's colour; 0 is by rule
    check: str = ""  # gingham | lines | plaid | glen; nothing is by rule
    dot: float = 0.13  # radius in shares of the repeat
    print: str = ""  # meadow | garden; nothing is by rule


@lru_cache(maxsize=512)
def recipe_of(look: ClothLook) -> Recipe:
    """Return the numbers for a cloth; every cloth has some, also one that we never saw."""
    book = _book()
    own: dict[str, Any] = dict(book["cloths"].get(look.code, {}))
    kind = own.pop("kind", None) or _kind(look, book["words"])
    return _recipe({**book["kinds"][kind], **own})


def blended(blend: Blend, look: ClothLook) -> str:
    """Return the colour that the recipe names, as cloth can show it."""
    named = {"ground": look.ground, "accent": look.accent, "pale": PALE, "white": WHITEST}
    if isinstance(blend, str):
        return worn(named.get(blend, blend))
    one, other, share = blend
    return worn(mixed(named.get(one, one), named.get(other, other), share))


def _kind(look: ClothLook, words: dict[str, str]) -> str:
    told = f"{look.code} {look.weave} {look.family}".lower()
    return next((kind for word, kind in words.items() if word in told), words[PLAIN])


def _recipe(told: dict[str, Any]) -> Recipe:
    facts: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in told.items()}
    return Recipe(**facts)


@lru_cache(maxsize=1)
def _book() -> dict[str, dict[str, Any]]:
    """Read the recipes; a number that no recipe knows, or an unknown kind, is an error at once."""
    told = loads((files(__package__) / "recipes.toml").read_text(encoding="utf-8"))
    for kind in told["words"].values():
        _recipe(told["kinds"][kind])
    for own in told["cloths"].values():
        kind = told["kinds"][own.get("kind", told["words"][PLAIN])]
        _recipe({**kind, **{k: v for k, v in own.items() if k != "kind"}})
    return told
