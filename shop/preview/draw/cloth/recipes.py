"""The cloth behind a look: threads dyed and counted so that scale and colour are right."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from shop.preview.draw.cloth import checks
from shop.preview.draw.cloth.book import Recipe, blended, recipe_of
from shop.preview.draw.cloth.crossings import share_of_warp
from shop.preview.draw.cloth.dyes import dyed
from shop.preview.draw.cloth.weave import KNITTED, weave_of
from shop.preview.draw.cloth.yarns import Fabric, Print, Yarns
from shop.preview.draw.colours import WHITEST, brightness, worn
from shop.preview.draw.looks import ClothLook

HALF_STRIPE_MM: Final = 10  # up to here a stripe is as wide as its gap, beyond it is a line
LINE_CM: Final = 0.16
USUAL_CM: Final = 1.0  # repeat of a pattern that tells none
DUSK: Final = 0.4
FLORAL_CM: Final = 20.0  # cell of a flower print, half-drop: 40 cm before a column comes again


@lru_cache(maxsize=512)
def fabric_of(look: ClothLook) -> Fabric:
    """Return the cloth's numbers; any weave and pattern that the catalogue knows has some.

    The repeat of stripes, checks and herringbones is the look's own to the thread: ends and picks
    per cm give way, never the scale.
    """
    recipe = recipe_of(look)
    return _PATTERNS.get(look.pattern, _plain)(look, recipe)


def _plain(look: ClothLook, recipe: Recipe) -> Fabric:
    return _cloth(look, recipe, ends=recipe.ends, picks=recipe.picks)


def _cloth(look: ClothLook, recipe: Recipe, *, ends: float, picks: float, turn: int = 0) -> Fabric:
    weft = blended(recipe.weft, look)
    share = share_of_warp(recipe.weave, turn, recipe.cover)
    warp = dyed(worn(look.ground), weft, share)
    return Fabric(
        weave=recipe.weave,
        turn=turn,
        warp=Yarns(
            per_cm=ends, colours=((warp, 1),), slub=recipe.slub[0], slub_cm=recipe.slub_cm[0]
        ),
        weft=Yarns(
            per_cm=picks, colours=((weft, 1),), slub=recipe.slub[1], slub_cm=recipe.slub_cm[1]
        ),
        cover=recipe.cover,
        gloss=recipe.gloss,
        relief=recipe.relief,
        grain=recipe.grain,
        melange=recipe.melange,
        nap=recipe.nap,
        crumple=recipe.crumple,
        folds=recipe.folds,
        size=recipe.size,
    )


def _herringbone(look: ClothLook, recipe: Recipe) -> Fabric:
    """Turn the twill twice in a repeat."""
    repeat = _repeat(look)
    step = weave_of(recipe.weave).shape[1]
    turn = max(1, round(recipe.ends * repeat / 2 / step)) * step
    return _cloth(look, recipe, ends=2 * turn / repeat, picks=recipe.picks, turn=turn)


def _stripe(look: ClothLook, recipe: Recipe) -> Fabric:
    """Stripe the warp, to the thread; what is knitted has its stripes across."""
    repeat = _repeat(look)
    if recipe.weave == KNITTED:
        return _breton(look, recipe, repeat)
    ends = _whole(recipe.ends, repeat, weave_of(recipe.weave).shape[1])
    thin = LINE_CM / repeat if look.repeat_mm > HALF_STRIPE_MM else 0.5
    coloured = max(1, round((recipe.stripe or thin) * ends))
    base = _cloth(look, replace(recipe, weft="ground"), ends=ends / repeat, picks=recipe.picks)
    share = share_of_warp(recipe.weave, 0, recipe.cover)
    line = dyed(worn(look.accent), worn(look.ground), share)
    colours = ((worn(look.ground), ends - coloured), (line, coloured))
    return replace(base, warp=replace(base.warp, colours=colours), size=max(base.size, repeat))


def _breton(look: ClothLook, recipe: Recipe, repeat: float) -> Fabric:
    courses = _whole(recipe.picks, repeat, 1)
    coloured = max(1, round((recipe.stripe or 0.5) * courses))
    base = _cloth(look, recipe, ends=recipe.ends, picks=courses / repeat)
    colours = ((worn(look.ground), courses - coloured), (worn(look.accent), coloured))
    return replace(base, weft=replace(base.weft, colours=colours), size=max(base.size, repeat))


def _check(look: ClothLook, recipe: Recipe) -> Fabric:
    """Band both ways. The repeat holds whole repeats of the weave."""
    repeat = _repeat(look)
    draft = weave_of(recipe.weave)
    ends = _whole(recipe.ends, repeat, draft.shape[1])
    picks = _whole(recipe.picks, repeat, draft.shape[0])
    base = _cloth(look, recipe, ends=ends / repeat, picks=picks / repeat)
    kind = recipe.check or checks.usual(look.repeat_mm)
    ground, accent = worn(look.ground), worn(look.accent)
    warp, weft = (checks.KINDS[kind](ground, accent, count, repeat) for count in (ends, picks))
    times = max(1, round(base.size / repeat))
    return replace(
        base,
        warp=replace(base.warp, colours=warp),
        weft=replace(base.weft, colours=weft),
        size=times * repeat,
    )


def _whole(per_cm: float, repeat: float, draft: int) -> int:
    return max(1, round(per_cm * repeat / draft)) * draft


def _floral(look: ClothLook, recipe: Recipe) -> Fabric:
    """Strew a meadow over a light ground, a garden over a dark one."""
    usual = "garden" if brightness(look.ground) < DUSK else "meadow"
    return _printed(look, recipe, recipe.print or usual, FLORAL_CM)


def _dots(look: ClothLook, recipe: Recipe) -> Fabric:
    return _printed(look, recipe, "dots", _repeat(look))


def _printed(look: ClothLook, recipe: Recipe, kind: str, cell: float) -> Fabric:
    """Print on white cloth."""
    print_ = Print(
        kind=kind, ground=worn(look.ground), accent=worn(look.accent), cell=cell, dot=recipe.dot
    )
    white = replace(look, ground=WHITEST)
    return replace(_plain(white, replace(recipe, weft="white")), printed=print_)


def _repeat(look: ClothLook) -> float:
    return look.repeat_mm / 10 or USUAL_CM


_PATTERNS: Final[Mapping[str, Callable[[ClothLook, Recipe], Fabric]]] = {
    "herringbone": _herringbone, "stripe": _stripe, "check": _check, "floral": _floral,
    "dots": _dots,
}  # fmt: skip
