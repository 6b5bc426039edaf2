"""Materials in the files, and folders of old that have none."""

import re
from pathlib import Path

import pytest

from shop.catalogue.gateways.entries import read_file
from shop.catalogue.gateways.faults import Fault
from shop.catalogue.gateways.files import FilesAtFault, read_folder
from shop.catalogue.gateways.materials import StockedMaterial, materials_text, read_materials
from shop.catalogue.rules import Material, MaterialUnit, Trim
from tests.builders.catalogue import a_folder, shipped

THREAD = Material(code="thread", name="Thread: 120", unit=MaterialUnit.MM)


def read(text: str) -> tuple[StockedMaterial, ...]:
    faults: list[Fault] = []
    found = read_materials(read_file(text, "materials.yaml", faults))
    assert faults == []
    return found


def test_what_is_written_is_read_again_as_it_was() -> None:
    found = tuple(
        StockedMaterial(
            material=Material(code=f"some-{unit}", name=f"By the {unit}, once", unit=unit),
            opening=opening,
        )
        for unit in MaterialUnit
        for opening in (1250,)
    )

    assert len(found) == len(MaterialUnit)
    assert read(materials_text(found)) == found
    assert read(materials_text(())) == ()


@pytest.mark.parametrize(
    ("words", "mm"), [("0.25 m", 250), ("250 mm", 250), ("25000 m", 25_000_000), ("1.205 m", 1205)]
)
def test_a_length_is_written_as_a_tailor_does(words: str, mm: int) -> None:
    [found] = read(f"materials:\n  thread: {{name: Thread, unit: mm, opening: {words}}}\n")

    assert found.opening == mm


def test_every_garment_of_the_shop_counts_what_it_takes() -> None:
    trims = [trim for each in shipped().garments for trim in each.model.trims]

    assert len(trims) > 60
    assert [trim for trim in trims if trim.material is None or trim.amount < 1] == []


def in_words(folder: Path) -> Path:
    """Make it a folder of old: no list of materials, and trims in words."""
    (folder / "materials.yaml").unlink()
    for path in folder.glob("garments/*.yaml"):
        text = path.read_text()
        head, _trims, _rest = text.partition("\ntrims:\n")
        path.write_text(f"{head}\ntrims:\n  - {{name: Horn buttons, quantity: 12 and 1 spare}}\n")
    return folder


def test_a_folder_of_old_is_read_with_its_trims_in_words(tmp_path: Path) -> None:
    files = read_folder(in_words(a_folder(tmp_path)))

    assert files.materials == ()
    assert [each.model.trims for each in files.garments] == [
        (Trim(name="Horn buttons", quantity="12 and 1 spare"),)
    ] * 6


def test_a_garment_that_counts_needs_the_list(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "materials.yaml").unlink()

    with pytest.raises(FilesAtFault) as caught:
        read_folder(folder)

    said = [fault.says for fault in caught.value.faults]
    counted = len(
        re.findall(
            "material: ", "".join(path.read_text() for path in folder.glob("garments/*.yaml"))
        )
    )
    assert len(said) == counted
    assert said[0].endswith("is no material. None is listed: write it into `materials.yaml` first.")
