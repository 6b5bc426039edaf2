"""Reading `garments/*.yaml`: what may be chosen, in the order a tailor asks."""

from dataclasses import dataclass
from typing import Final

from shop.catalogue.gateways.conditions import Question, Questions
from shop.catalogue.gateways.entries import Entry, Record
from shop.catalogue.gateways.groups import read_groups
from shop.catalogue.gateways.making import read_operations, read_points
from shop.catalogue.gateways.rules import read_extras, read_rules
from shop.catalogue.gateways.trims import Materials, read_trims
from shop.catalogue.rules import GarmentModel
from shop.catalogue.rules.vocabulary import FOR_WHOM

MUST: Final = (
    "position name summary for base_price cloth lead_days groups rules points operations trims"
)
EASY: Final = "position name summary for base_price cloth lead_days extras points operations trims"


@dataclass(frozen=True, kw_only=True)
class PlacedGarment:
    """A garment's model and its place in the shop."""

    model: GarmentModel
    position: int


def read_garment(entry: Entry, code: str, cloth: Question, materials: Materials) -> PlacedGarment:
    """Return the garment of this file.

    `cloth` says what its rules may ask of a cloth, `materials` what its trims may name.
    """
    record = entry.record(MUST, "extras")
    size = record["cloth"].record("length_mm width_mm")
    groups, questions = read_groups(record["groups"], cloth)
    fits = tuple(questions["fit"].values) if "fit" in questions else ()
    _check_questions(record["groups"], questions)
    model = GarmentModel(
        garment=code,
        name=record["name"].text(),
        summary=record["summary"].text(),
        for_whom=record["for"].one_of(FOR_WHOM, "kind of customer"),
        base_price_minor=record["base_price"].amount(),
        cloth_mm=size["length_mm"].whole(100, 20_000),
        cloth_width_mm=size["width_mm"].whole(600, 3000),
        lead_days=record["lead_days"].whole(1, 250),
        groups=groups,
        rules=read_rules(record["rules"], questions),
        extras=read_extras(record["extras"], questions) if "extras" in record else (),
        points=read_points(record["points"], questions, fits),
        operations=read_operations(record["operations"], questions),
        trims=read_trims(record["trims"], questions, materials),
    )
    return PlacedGarment(model=model, position=record["position"].whole())


def read_questions_and_rules(entry: Entry, code: str) -> GarmentModel:
    """Return a model of which only `groups` and `rules` must be there.

    A question for the cloth lists its cloths itself, with attributes and prices.
    """
    record = entry.record("groups rules", EASY)
    groups, questions = read_groups(record["groups"], None)
    width, length = _size(record)
    return GarmentModel(
        garment=code,
        name=record["name"].text() if "name" in record else code,
        summary=record["summary"].text() if "summary" in record else "",
        for_whom="everyone",
        base_price_minor=record["base_price"].amount() if "base_price" in record else 0,
        cloth_mm=length,
        cloth_width_mm=width,
        lead_days=record["lead_days"].whole(1, 250) if "lead_days" in record else 1,
        groups=groups,
        rules=read_rules(record["rules"], questions),
        extras=read_extras(record["extras"], questions) if "extras" in record else (),
    )


def _size(record: Record) -> tuple[int, int]:
    if "cloth" not in record:
        return 1500, 1500
    size = record["cloth"].record("length_mm width_mm")
    return size["width_mm"].whole(600, 3000), size["length_mm"].whole(100, 20_000)


def _check_questions(entry: Entry, questions: Questions) -> None:
    for needed in ("cloth", "fit"):
        if needed not in questions:
            entry.wrong(f"A garment asks for its `{needed}`; that group is missing.")
