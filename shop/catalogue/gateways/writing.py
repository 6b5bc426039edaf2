"""Writing garments and cloths as files, so that reading them again gives the very same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from pathlib import Path

from shop.catalogue.gateways.cloths import StockedCloth
from shop.catalogue.gateways.files import Files
from shop.catalogue.gateways.garments import PlacedGarment
from shop.catalogue.gateways.hand import Folded, Plain, Row, Tree, money, percent, written
from shop.catalogue.gateways.materials import materials_text
from shop.catalogue.gateways.trims import trim_entry
from shop.catalogue.gateways.writing_groups import group_entries
from shop.catalogue.gateways.writing_making import operation_entry, point_entry
from shop.catalogue.gateways.writing_rules import extra_entry, rule_entry
from shop.catalogue.rules import Cloth, Group, OpeningRoll
from shop.catalogue.rules.vocabulary import MATCHED


def write_folder(folder: Path, files: Files) -> None:
    """Write `cloths.yaml`, `materials.yaml` and `garments/*.yaml`, over those that are there."""
    (folder / "garments").mkdir(parents=True, exist_ok=True)
    (folder / "cloths.yaml").write_text(cloths_text(files.cloths), encoding="utf-8")
    (folder / "materials.yaml").write_text(materials_text(files.materials), encoding="utf-8")
    for placed in files.garments:
        path = folder / "garments" / f"{placed.model.garment}.yaml"
        path.write_text(garment_text(placed), encoding="utf-8")


def garment_text(placed: PlacedGarment) -> str:
    """Return the garment's file."""
    model = placed.model
    parts: dict[str, Sequence[Tree]] = {
        "rules": [rule_entry(rule, model) for rule in model.rules],
        "extras": [extra_entry(extra, model) for extra in model.extras],
        "operations": [operation_entry(each, model) for each in model.operations],
        "trims": [trim_entry(each, model) for each in model.trims],
    }
    points: dict[str, Tree] = {point.code: point_entry(point, model) for point in model.points}
    if not model.extras:
        del parts["extras"]
    sections: list[Iterable[str]] = [
        written(_head(placed)),
        ["groups:", *_groups(placed)] if model.groups else ["groups: {}"],
        *(written({key: part}) for key, part in parts.items() if key in {"rules", "extras"}),
        written({"points": points}),
        *(written({key: part}) for key, part in parts.items() if key in {"operations", "trims"}),
    ]
    return "\n".join("".join(f"{line}\n" for line in section) for section in sections)


def cloths_text(cloths: Iterable[StockedCloth]) -> str:
    """Return `cloths.yaml`."""
    texts = [
        "".join(f"{line}\n" for line in written({each.cloth.code: _cloth(each)}, 1))
        for each in cloths
    ]
    return "\n".join(["cloths:\n", *texts]) if texts else "cloths: {}\n"


def _head(placed: PlacedGarment) -> Mapping[str, Tree]:
    model = placed.model
    return {
        "position": placed.position,
        "name": model.name,
        "summary": model.summary,
        "for": model.for_whom,
        "base_price": money(model.base_price_minor),
        "cloth": Row(length_mm=model.cloth_mm, width_mm=model.cloth_width_mm),
        "lead_days": model.lead_days,
    }


def _groups(placed: PlacedGarment) -> Iterator[str]:
    """Give the questions, with an empty line where another section begins."""
    groups = placed.model.groups
    yield from _group(groups[0], placed)
    for before, group in pairwise(groups):
        yield from chain([""] if before.section != group.section else [], _group(group, placed))


def _group(group: Group, placed: PlacedGarment) -> Iterator[str]:
    return written({group.code: group_entries(group, placed.model)}, 1)


def _cloth(stocked: StockedCloth) -> Mapping[str, Tree]:
    cloth = stocked.cloth
    return {
        "name": cloth.name,
        "family": cloth.family,
        "mill": cloth.mill,
        "article": cloth.article,
        "weave": cloth.weave,
        "pattern": cloth.pattern,
        **_repeat(cloth),
        "colour": cloth.colour,
        "ground": cloth.ground,
        "accent": cloth.accent,
        "weight_gsm": cloth.weight_gsm,
        "width_mm": cloth.width_mm,
        "composition": Row(cloth.composition),
        **({"stretch_percent": cloth.stretch_percent} if cloth.stretch_percent else {}),
        "shrinkage": Row(
            length=percent(cloth.shrink_length_per_mille),
            width=percent(cloth.shrink_width_per_mille),
        ),
        "season": cloth.season,
        "care": cloth.care,
        "price_per_metre": money(cloth.price_per_metre_minor),
        "garments": sorted(cloth.garments),
        "story": Folded(cloth.story),
        "rolls": [_roll(roll) for roll in stocked.rolls],
    }


def _repeat(cloth: Cloth) -> dict[str, Tree]:
    is_matched = cloth.repeat_mm or cloth.pattern in MATCHED
    return {"repeat_mm": cloth.repeat_mm} if is_matched else {}


def _roll(roll: OpeningRoll) -> Row:
    return Row(
        number=roll.number,
        dye_lot=roll.dye_lot,
        length_mm=roll.length_mm,
        received_on=Plain(roll.received_on.isoformat()),
    )
