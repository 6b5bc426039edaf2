"""Looks of cloths: those of the house, and plain ones to try things on."""

from functools import lru_cache
from pathlib import Path

import yaml

from shop.preview.draw.looks import ClothLook

FILE = Path(__file__).parents[2] / "shop/catalogue/files/cloths.yaml"


@lru_cache(maxsize=1)
def looks_of_the_house() -> dict[str, ClothLook]:
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))["cloths"]
    return {
        code: ClothLook(
            code=code,
            weave=row["weave"],
            pattern=row["pattern"],
            ground=row["ground"],
            accent=row["accent"],
            repeat_mm=row.get("repeat_mm") or 0,
            family=row["family"],
        )
        for code, row in rows.items()
    }


def a_look(
    *,
    code="x",
    weave="plain weave",
    pattern="plain",
    ground="#5f87bf",
    accent="#5f87bf",
    repeat_mm=0,
    family="",
) -> ClothLook:
    return ClothLook(
        code=code,
        weave=weave,
        pattern=pattern,
        ground=ground,
        accent=accent,
        repeat_mm=repeat_mm,
        family=family,
    )
