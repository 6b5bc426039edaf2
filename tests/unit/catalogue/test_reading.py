"""What a tailor gets to read when a file has a slip: the file, the line, what would be right."""

from pathlib import Path

import pytest

from shop.catalogue.gateways.files import FilesAtFault, read_folder
from tests.builders.catalogue import a_folder, line_of, shipped

SLIPS = [
    # file, what stands there, what is written instead, what is said
    ("shirt", "lead_days: 10", "led_days: 10",
     "`led_days` is not known here. Did you mean `lead_days`?"),
    ("shirt", "for: everyone", "for: everybody",
     "`everybody` is no kind of customer. Did you mean `everyone`?"),
    ("shirt", "lead_days: 10", "lead_days: ten", "`ten` is no whole number."),
    ("shirt", "lead_days: 10", "lead_days: 0", "0 is out of range: 1 to 250."),
    ("shirt", "base_price: 112.00", "base_price: 112.005", "An amount has two decimals at most."),
    ("shirt", "base_price: 112.00", "base_price: €112",
     "`€112` is not an amount of money such as 12 or 12.50."),
    ("shirt", "base_price: 112.00", "base_price: -1", "An amount is not below nothing here."),
    ("shirt", "      cutaway: {", "      Cutaway Collar: {",
     "`Cutaway Collar` is no code: use small letters, digits and single hyphens."),
    ("shirt", "when: {sleeve: long}", "when: {sleve: long}",
     "`sleve` is no question of this garment. Did you mean `sleeve`?"),
    ("shirt", "when: {sleeve: long}", "when: {fit: slim}",
     "`fit` is no question of this garment. Known are: `cloth`, `collar`, `sleeve`."),
    ("shirt", "when: {cuff: french}", "when: {cuff: frensh}",
     "`frensh` is no value of `cuff`. Did you mean `french`?"),
    ("shirt", 'cloth.weight: "> 180"', 'cloth.weigth: "> 180"',
     "`weigth` is nothing known of `cloth`. Did you mean `weight`?"),
    ("shirt", 'cloth.weight: "> 180"', 'cloth.weight: "> thick"',
     '`thick` is no whole number; write for example "> 180".'),
    ("shirt", "cloth.family: flannel", "cloth.family: flanell",
     "`flanell` is not known here. Did you mean `flannel`?"),
    ("shirt", "cloth.family: flannel", 'cloth.family: "> flannel"',
     "`>` compares numbers; with words write `=` or `!=`."),
    ("shirt", "forbid: {pocket: chest}", "forbid: {pocket: chest, hem: curved}",
     "One condition only may stand here; make a second rule of the other."),
    ("shirt", "when: {monogram: chest}", "when: {monogram-text: AB}",
     '`monogram-text` is free text; ask for its length: `monogram-text.length: "> 3"`.'),
    ("shirt", "ease: {slim: 60 mm,", "ease: {slimm: 60 mm,",
     "There is no fit `slimm`. Did you mean `slim`?"),
    ("shirt", "ease: 2 % + 6 mm", "ease: a bit",
     "`a bit` is no ease; write `60 mm`, `15 %` or `2 % + 20 mm`."),
    ("shirt", "ease: 2 % + 6 mm", "ease: 2 % + 6.5 mm",
     "`2 % + 6.5 mm`: an ease has whole millimetres."),
    ("shirt", "of: neck", "of: nek", "`nek` is no body measurement. Did you mean `neck`?"),
    ("shirt", "stage: cut, minutes: 6", "stage: cutting, minutes: 6",
     "`cutting` is no stage of the workshop. Did you mean `cut`?"),
    ("shirt", "phrase: button-down collar,", "phrase: button-down collar, stage: swen,",
     "`swen` is no stage of the workshop. Did you mean `sewn`?"),
    ("shirt", "phrase: spread collar", "phrase: spread collar, stage: sewn",
     "`stage` says where `minutes` are spent, and there are none here."),
    ("shirt", "material: silk-knots", "material: silk-knot",
     "`silk-knot` is no material. Did you mean `silk-knots`?"),
    ("shirt", "material: silk-knots", "material: gold",
     "`gold` is no material. Write it into `materials.yaml` first."),
    ("shirt", "quantity: 76 m", "quantity: 76",
     "`76` is no length; write `0.25 m` or `250 mm`."),
    ("shirt", "quantity: 0.25 m", "quantity: 250.5 mm",
     "`250.5 mm`: a length has whole millimetres."),
    ("shirt", "quantity: 12, spare: 1", "quantity: a dozen, spare: 1",
     "`a dozen` is no whole number."),
    ("shirt", "quantity: 12, spare: 1", "quantity: 0, spare: 1",
     "A trim takes some of its material; write how much."),
    ("shirt", "quantity: 76 m", "quantity: 76 m, spare: 1",
     "`spare` counts things; what is cut from a reel has none."),
    ("shirt", "material: silk-knots, quantity: 1", "quantity: 1, spare: 2",
     "A trim is a `material` of `materials.yaml`, or has a `name` in words."),
    ("shirt", "material: silk-knots, quantity: 1", "name: Silk knots, quantity: 1, spare: 1",
     "`spare` counts a `material`; in words it belongs to the quantity."),
    ("materials", "unit: pair", "unit: pairs",
     "`pairs` is no unit of a material. Did you mean `pair`?"),
    ("materials", "Collar stays, unit: pair", "Collar stays, unit: pair, opening: some",
     "`some` is no whole number."),
    ("cloths", "composition: {cotton: 100}", "composition: {cotton: 95}",
     "The composition is 95 % in all; it must be 100."),
    ("cloths", "composition: {cotton: 100}", "composition: {coton: 100}",
     "`coton` is no fibre name for a label in the EU. Did you mean `cotton`?"),
    ("cloths", 'ground: "#eceff1"', "ground: white",
     '`white` is no colour; write it as "#eceff1", with quotation marks.'),
    ("cloths", "family: poplin", "family: popeline",
     "`popeline` is no family of cloths. Did you mean `poplin`?"),
    ("cloths", "care: [wash-60, bleach-oxygen,", "care: [bleach-oxygen, wash-60,",
     ("`bleach-oxygen` is no symbol for «wash». Known are: `no-wash`, `wash-30`, `wash-30-mild`, "
      "`wash-30-very-mild`, `wash-40`, `wash-40-mild`, `wash-60`, `wash-hand`.")),
    ("cloths", "care: [wash-60, ", "care: [",
     "Care takes five entries in this order: wash, bleach, dry, iron, professional care."),
    ("cloths", "garments: [shirt, dress]", "garments: [shirts, dress]",
     "`shirts` is no garment. Did you mean `shirt`?"),
    ("cloths", "received_on: 2026-06-02", "received_on: 2.6.2026",
     "`2.6.2026` is no day; write it as 2026-03-31."),
    ("cloths", "    repeat_mm: 10\n", "",
     "A stripe or a check needs its `repeat_mm` for matching."),
    ("cloths", "length: 1.5 %", "length: 1.55 %", "A percentage has one decimal at most."),
]  # fmt: skip


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(FilesAtFault) as caught:
        read_folder(folder)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(("name", "old", "new", "says"), SLIPS)
def test_a_slip_is_told_with_its_line_and_a_hint(
    tmp_path: Path, name: str, old: str, new: str, says: str
) -> None:
    folder = a_folder(tmp_path, **{name: {old: new}})
    file = f"{name}.yaml" if name in {"cloths", "materials"} else f"garments/{name}.yaml"
    line = line_of(folder, name, new) if new else line_of(folder, name, "pattern: stripe")

    assert f"{file}:{line}: {says}" in faults_of(folder)


def test_the_shops_own_files_are_in_order() -> None:
    files = shipped()

    assert [each.model.garment for each in files.garments] == [
        "shirt",
        "trousers",
        "dress",
        "jacket",
        "tshirt",
        "skirt",
    ]
    assert len(files.cloths) >= 28
    assert len({each.cloth.family for each in files.cloths}) == 9


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        shirt={"lead_days: 10": "lead_days: ten", "of: neck": "of: nek"},
        dress={"for: women": "for: ladies"},
        cloths={"cotton: 100": "cotton: 99"},
    )

    assert [said.partition(":")[0] for said in faults_of(folder)] == [
        "cloths.yaml",
        "garments/dress.yaml",
        "garments/shirt.yaml",
        "garments/shirt.yaml",
    ]


def test_a_key_that_is_here_twice_is_told_with_both_lines(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, shirt={"      cutaway: {": "      spread: {"})

    line = line_of(folder, "shirt", "name: Spread")
    assert (
        f"garments/shirt.yaml:{line + 1}: `spread` is here twice; it stands in line {line} already."
    ) in faults_of(folder)


def test_a_roll_that_is_here_twice_is_told(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, cloths={"number: VA-2231": "number: VA-2207"})

    line = line_of(folder, "cloths", "dye_lot: L633")
    assert faults_of(folder) == [f"cloths.yaml:{line}: Roll `VA-2207` of this cloth is here twice."]


def test_a_code_of_a_rule_stands_for_one_rule(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path, shirt={"code: contrast-wants-colour": "code: band-has-nothing-to-contrast"}
    )

    assert [said.partition(": ")[2] for said in faults_of(folder)] == [
        "There is a rule `band-has-nothing-to-contrast` already; give this one its own code."
    ]


def test_a_rule_has_one_form(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, shirt={"    forbid: {pocket: chest}\n": ""})

    assert [said.partition(": ")[2] for said in faults_of(folder)] == [
        "A rule has exactly one of `forbid`, `require`, `only`, `sum` and `match`."
    ]


def test_an_ease_for_every_fit_is_asked_for(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, shirt={"regular: 76 mm, ": ""})

    assert [said.partition(": ")[2] for said in faults_of(folder)] == [
        "The ease of the fit `regular` is missing."
    ]


def test_a_text_needs_its_limits(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, shirt={"    max_length: 4\n": ""})

    assert [said.partition(": ")[2] for said in faults_of(folder)] == [
        "A text needs `max_length` and `allowed`, for example `allowed: A-Z`."
    ]


def test_a_missing_key_is_told_once(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, shirt={"lead_days: 10\n": ""})

    assert [said.partition(": ")[2] for said in faults_of(folder)] == ["`lead_days` is missing."]


def test_a_file_that_is_no_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, shirt={"name: Shirt": "name: Shirt: fine"})

    line = line_of(folder, "shirt", "Shirt: fine")
    [said] = faults_of(folder)
    assert said.startswith(f"garments/shirt.yaml:{line}: This cannot be read: mapping values")


def test_an_empty_folder_is_at_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == [
        "cloths.yaml:1: The file is empty.",
        "garments:1: There is no garment in this folder.",
    ]


def test_a_garment_that_no_cloth_can_make_is_at_fault(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path, shirt={"when: {cuff: french}": "when: {cuff: barrel}", '"> 180"': '"> 10"'}
    )

    [said] = faults_of(folder)
    assert said == (
        "garments/shirt.yaml:1: With the first choice everywhere, the rules leave no cloth for "
        "this garment."
    )


def test_a_rank_moves_the_house_choice_and_ranks_count_from_nought() -> None:
    fit = next(g for g in shipped().garments[0].model.groups if g.code == "fit")

    assert {value.code: value.rank for value in fit.values} == {
        "slim": 1,
        "regular": 0,
        "relaxed": 2,
    }
