"""Reading a whole folder: `cloths.yaml`, `materials.yaml`, `garments/*.yaml`. All or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shop.catalogue.gateways.cloths import StockedCloth, read_cloths
from shop.catalogue.gateways.conditions import Question, about_cloths
from shop.catalogue.gateways.entries import read_file
from shop.catalogue.gateways.faults import Fault
from shop.catalogue.gateways.garments import (
    PlacedGarment,
    read_garment,
    read_questions_and_rules,
)
from shop.catalogue.gateways.materials import StockedMaterial, read_materials
from shop.catalogue.gateways.trims import Materials
from shop.catalogue.rules import (
    Cloth,
    GarmentModel,
    Material,
    OpeningRoll,
    broken_rules,
    house_choices,
)

SHIPPED: Final = Path(__file__).parents[1] / "files"


@dataclass(frozen=True, kw_only=True)
class Files:
    """All that a folder says: garments by their place, cloths and materials in their order."""

    garments: tuple[PlacedGarment, ...]
    cloths: tuple[StockedCloth, ...]
    materials: tuple[StockedMaterial, ...] = ()

    @property
    def rolls(self) -> Mapping[str, tuple[OpeningRoll, ...]]:
        """The rolls that lie in the house when it opens, by the code of their cloth."""
        return {each.cloth.code: each.rolls for each in self.cloths}

    @property
    def opening_trims(self) -> Mapping[str, int]:
        """What of each material is counted when the house opens, by code, in its own unit."""
        return {each.material.code: each.opening for each in self.materials if each.opening}


class FilesAtFault(Exception):
    """The files cannot be taken; `faults` has every reason, by file and line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def read_folder(folder: Path = SHIPPED) -> Files:
    """Return what the folder says; raise FilesAtFault with all faults of all files at once."""
    faults: list[Fault] = []
    paths = sorted((folder / "garments").glob("*.yaml"))
    codes = frozenset(path.stem for path in paths)
    if not paths:
        faults.append(Fault(file="garments", line=1, says="There is no garment in this folder."))
    cloths = _cloths(folder, codes, faults)
    materials = _materials(folder, faults)
    about = _about(each.cloth for each in cloths)
    known = _by_code(each.material for each in materials)
    garments = [_garment(folder, path, about, known, faults) for path in paths]
    if not faults:
        faults += _unmakeable(garments, cloths)
    _raise(faults)
    return Files(
        garments=tuple(sorted(garments, key=lambda each: (each.position, each.model.garment))),
        cloths=cloths,
        materials=materials,
    )


def read_text(
    text: str, garment: str, cloths: Iterable[Cloth], materials: Iterable[Material] = ()
) -> GarmentModel:
    """Return the garment that this text describes; raise FilesAtFault with all that is wrong.

    `cloths` and `materials` are those the shop knows. Faults name the file `garment.yaml`.
    """
    faults: list[Fault] = []
    entry = read_file(text, f"{garment}.yaml", faults)
    placed = read_garment(entry, garment, _about(cloths), _by_code(materials))
    _raise(faults)
    return placed.model


def read_model(path: Path) -> GarmentModel:
    """Return any model of questions and rules, to try the configurator with.

    Only `groups` and `rules` must be there; a question for the cloth lists its cloths itself, as
    values. Raises FilesAtFault.
    """
    faults: list[Fault] = []
    model = read_questions_and_rules(read_file(_text(path), path.name, faults), path.stem)
    _raise(faults)
    return model


def _about(cloths: Iterable[Cloth]) -> Question:
    known = tuple(cloths)
    return about_cloths(tuple(cloth.code for cloth in known), {cloth.weave for cloth in known})


def _by_code(materials: Iterable[Material]) -> Materials:
    return {each.code: each for each in materials}


def _raise(faults: list[Fault]) -> None:
    if faults:
        raise FilesAtFault(tuple(sorted(set(faults), key=lambda fault: (fault.file, fault.line))))


def _cloths(folder: Path, codes: frozenset[str], faults: list[Fault]) -> tuple[StockedCloth, ...]:
    return read_cloths(read_file(_text(folder / "cloths.yaml"), "cloths.yaml", faults), codes)


def _materials(folder: Path, faults: list[Fault]) -> tuple[StockedMaterial, ...]:
    """Return the materials; a folder without that file has none, and its trims are in words."""
    path = folder / "materials.yaml"
    return read_materials(read_file(_text(path), path.name, faults)) if path.exists() else ()


def _garment(
    folder: Path, path: Path, about: Question, known: Materials, faults: list[Fault]
) -> PlacedGarment:
    name = path.relative_to(folder).as_posix()
    return read_garment(read_file(_text(path), name, faults), path.stem, about, known)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""  # read as an empty file, which is a fault with this file's name


def _unmakeable(garments: list[PlacedGarment], cloths: tuple[StockedCloth, ...]) -> list[Fault]:
    """Return a fault for each garment that the house itself could not make of any cloth."""
    faults = []
    for garment in garments:
        model = garment.model
        mine = [each.cloth for each in cloths if model.garment in each.cloth.garments]
        if all(broken_rules(model, house_choices(model), cloth) for cloth in mine):
            says = "With the first choice everywhere, the rules leave no cloth for this garment."
            faults.append(Fault(file=f"garments/{model.garment}.yaml", line=1, says=says))
    return faults
