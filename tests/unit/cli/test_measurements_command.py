"""`flask measurements`: a fit that can be done again, and a test of the shipped model."""

import csv
import json

import pytest

from app import app
from shop.anthropometry.rules import FILE, VARIABLES
from tests.builders.anthropometry import CORE, a_file_of_people


@pytest.fixture
def people(tmp_path):
    return a_file_of_people(tmp_path / "people.csv", count=160)


@pytest.fixture
def few(tmp_path):
    return a_file_of_people(tmp_path / "few.csv", count=20)


def run(*arguments):
    return app.test_cli_runner().invoke(args=["measurements", *map(str, arguments)])


def rows(file):
    with file.open(encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def test_a_fit_writes_the_model_and_the_people_it_left_out(people, tmp_path):
    shipped = FILE.read_bytes()
    held_out, model = tmp_path / "rest.csv", tmp_path / "model.json"

    answer = run("fit", people, "--hold-out", 25, "--held-out", held_out, "--to", model)

    assert answer.exit_code == 0, answer.output
    assert "40 people left out" in answer.output
    assert [row["sex"] for row in rows(held_out)] == ["M"] * 20 + ["F"] * 20
    known = [{key: float(row[key]) for key in VARIABLES} for row in rows(people)]
    assert all({key: float(row[key]) for key in VARIABLES} in known for row in rows(held_out))
    assert json.loads(model.read_text())["split"] == "75 % of 160 people, drawn by sex with seed 5"
    assert FILE.read_bytes() == shipped


def test_the_same_seed_fits_the_same_model(people, tmp_path):
    one, two, other = (tmp_path / name for name in ("1.json", "2.json", "3.json"))
    for file, seed in ((one, 5), (two, 5), (other, 6)):
        assert run("fit", people, "--seed", seed, "--to", file).exit_code == 0

    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes() != other.read_bytes()


def test_an_evaluation_tells_errors_coverage_slips_and_false_alarms(few):
    answer = run("evaluate", few, "--json")

    assert answer.exit_code == 0, answer.output
    told = json.loads(answer.output)
    assert (told["people"], told["men"], told["women"], told["seed"]) == (20, 10, 10, 5)
    ways = told["mean_absolute_error_cm"]
    assert [set(CORE) - each.keys() for each in ways.values()] == [
        set(),
        set(),
        {"waist", "neck"},
        set(),
        set(),
    ]
    assert all(0.3 < each["mean"] < 3 for each in ways.values())
    assert all(60 < share <= 100 for share in told["coverage_of_90"].values())
    for sheet in told["slips"].values():
        assert sheet["inch_for_cm"]["asked"] == 100
        assert sheet["half_the_girth"]["right_field"] == 100
    for sheet in told["false_alarms"].values():
        assert sheet["expert_s_tape"]["all"] < 11
    assert run("evaluate", few, "--json").output == answer.output


def test_an_evaluation_prints_a_table(few):
    answer = run("evaluate", few)

    assert answer.exit_code == 0, answer.output
    assert "mean absolute error, cm" in answer.output
    assert "chest and waist swapped" in answer.output


def test_a_file_without_a_column_is_refused(tmp_path):
    file = tmp_path / "people.csv"
    file.write_text("sex,age\nM,30\n")

    answer = run("evaluate", file)

    assert answer.exit_code == 1
    assert "has no column height_said, weight_said" in answer.output


def test_what_cannot_be_read_is_told_by_its_line(few):
    lines = few.read_text().splitlines()
    few.write_text("\n".join([*lines[:3], lines[3].replace("M", "X", 1)]))

    answer = run("evaluate", few)

    assert answer.exit_code == 1
    assert "Line 4: the sex is 'X', not M or F." in answer.output


@pytest.mark.parametrize("written", ["inf", "nan", "tall"])
def test_what_is_no_number_is_told_by_its_line(few, written):
    lines = few.read_text().splitlines()
    values = lines[1].split(",")
    values[1 + VARIABLES.index("height")] = written
    few.write_text("\n".join([lines[0], ",".join(values), *lines[2:]]))

    answer = run("evaluate", few)

    assert (answer.exit_code, answer.output[:14]) == (1, "Error: Line 2:")


def test_a_gap_in_the_file_costs_that_person_only_what_needs_it(few):
    lines = few.read_text().splitlines()
    values = lines[1].split(",")
    values[1 + VARIABLES.index("weight_said")] = "0"
    few.write_text("\n".join([lines[0], ",".join(values), *lines[2:]]))

    told = json.loads(run("evaluate", few, "--json").output)

    assert told["people"] == 20
    assert told["slips"]["whole_sheet"]["inch_for_cm"]["tried"] == 40


@pytest.mark.parametrize("column", ["weight_said", "height", "chest"])
def test_a_column_that_is_empty_all_through_leaves_no_hole_in_the_table(few, column):
    emptied = [row | {column: ""} for row in rows(few)]
    with few.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, emptied[0].keys())
        writer.writeheader()
        writer.writerows(emptied)

    for_programs, table = run("evaluate", few, "--json"), run("evaluate", few)

    assert (for_programs.exit_code, table.exit_code) == (0, 0)
    assert "NaN" not in for_programs.output
    assert "nan" not in table.output
