"""Reading `cloths.yaml`: cloths and the rolls the house opens with."""

import re
from dataclasses import dataclass
from typing import Final

from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.gateways.faults import hint
from shop.catalogue.rules import Cloth, OpeningRoll
from shop.catalogue.rules.vocabulary import (
    CARE,
    COLOURS,
    FAMILIES,
    FIBRES,
    MATCHED,
    PATTERNS,
    SEASONS,
)

COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
WHOLE: Final = 100  # per cent
MUST: Final = (
    "name family mill article weave pattern colour ground accent weight_gsm width_mm composition"
    " shrinkage season care price_per_metre garments story"
)
MAY: Final = "repeat_mm stretch_percent rolls"


@dataclass(frozen=True, kw_only=True)
class StockedCloth:
    """A cloth as the file has it, with the rolls that lie in the house at the start."""

    cloth: Cloth
    rolls: tuple[OpeningRoll, ...]


def read_cloths(entry: Entry, garments: frozenset[str]) -> tuple[StockedCloth, ...]:
    """Return the cloths in the order of the file. `garments` are those that can be made."""
    cloths = entry.record("cloths")["cloths"]
    return tuple(_stocked(key.code(), value, garments) for key, value in cloths.pairs())


def _stocked(code: str, entry: Entry, garments: frozenset[str]) -> StockedCloth:
    record = entry.record(MUST, MAY)
    shrinkage = record["shrinkage"].record("length width")
    cloth = Cloth(
        code=code,
        name=record["name"].text(),
        family=record["family"].one_of(FAMILIES, "family of cloths"),
        mill=record["mill"].text(),
        article=record["article"].text(),
        weave=record["weave"].text(),
        pattern=record["pattern"].one_of(PATTERNS, "pattern"),
        colour=record["colour"].one_of(COLOURS, "colour to filter by"),
        ground=read_colour(record["ground"]),
        accent=read_colour(record["accent"]),
        repeat_mm=_repeat(record),
        weight_gsm=record["weight_gsm"].whole(40, 800),
        width_mm=record["width_mm"].whole(600, 3000),
        composition=_composition(record["composition"]),
        stretch_percent=_stretch(record),
        shrink_length_per_mille=shrinkage["length"].per_mille(),
        shrink_width_per_mille=shrinkage["width"].per_mille(),
        season=record["season"].one_of(SEASONS, "season"),
        care=_care(record["care"]),
        price_per_metre_minor=record["price_per_metre"].amount(),
        garments=frozenset(each.one_of(garments, "garment") for each in _list(record["garments"])),
        story=record["story"].text(),
    )
    return StockedCloth(cloth=cloth, rolls=_rolls(record["rolls"]) if "rolls" in record else ())


def _stretch(record: Record) -> int:
    return record["stretch_percent"].whole(0, 60) if "stretch_percent" in record else 0


def _list(entry: Entry) -> list[Entry]:
    return entry.entries() if entry.node is not None else []


def read_colour(entry: Entry) -> str:
    """Return a colour written as "#eceff1"."""
    found = entry.text()
    if found and not COLOUR.fullmatch(found):
        entry.wrong(f'`{found}` is no colour; write it as "#eceff1", with quotation marks.')
    return found


def _repeat(record: Record) -> int:
    if "repeat_mm" not in record:
        if record["pattern"].node is not None and record["pattern"].text() in MATCHED:
            record["pattern"].wrong("A stripe or a check needs its `repeat_mm` for matching.")
        return 0
    return record["repeat_mm"].whole(0, 1000)


def _composition(entry: Entry) -> tuple[tuple[str, int], ...]:
    parts = []
    for key, value in entry.pairs():
        fibre = key.text()
        if fibre not in FIBRES:
            key.wrong(f"`{fibre}` is no fibre name for a label in the EU. {hint(fibre, FIBRES)}")
        parts.append((fibre, value.whole(1, WHOLE)))
    in_all = sum(share for _fibre, share in parts)
    if parts and in_all != WHOLE:
        entry.wrong(f"The composition is {in_all} % in all; it must be 100.")
    return tuple(sorted(parts, key=lambda part: -part[1]))  # the label begins with the largest


def _care(entry: Entry) -> tuple[str, ...]:
    found = _list(entry)
    if entry.node is not None and len(found) != len(CARE):
        entry.wrong("Care takes five entries in this order: " + ", ".join(CARE) + ".")
        return ()
    return tuple(
        each.one_of(CARE[kind], f"symbol for «{kind}»")
        for kind, each in zip(CARE, found, strict=False)
    )


def _rolls(entry: Entry) -> tuple[OpeningRoll, ...]:
    rolls = []
    seen: set[str] = set()
    for each in entry.entries():
        record = each.record("number dye_lot length_mm received_on")
        number = record["number"].text()
        if number in seen:
            each.wrong(f"Roll `{number}` of this cloth is here twice.")
        seen.add(number)
        rolls.append(
            OpeningRoll(
                number=number,
                dye_lot=record["dye_lot"].text(),
                length_mm=record["length_mm"].whole(1, 500_000),
                received_on=record["received_on"].day(),
            )
        )
    return tuple(rolls)
