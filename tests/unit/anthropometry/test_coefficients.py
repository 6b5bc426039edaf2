"""The file that ships: small, sound, and no person in it."""

import json

import numpy as np
import pytest

from shop.anthropometry.rules import FILE, VARIABLES, Sex, fitted, shipped, written
from shop.anthropometry.rules.coefficients import BadCoefficients, parse
from tests.builders.anthropometry import somebody


def test_the_shipped_file_is_small():
    assert FILE.stat().st_size <= 20_000


def test_the_shipped_file_has_means_sds_correlations_and_where_they_are_from_and_no_more():
    found = json.loads(FILE.read_text(encoding="utf-8"))

    assert found.keys() == {"source", "split", "variables", "of"}
    assert found["of"].keys() == set(Sex)
    for each in found["of"].values():
        assert each.keys() == {"people", "tail", "farthest", "means", "sds", "correlations"}
        assert len(each["means"]) == len(each["sds"]) == len(VARIABLES)
        assert [len(row) for row in each["correlations"]] == list(range(1, len(VARIABLES)))
        assert all(size <= len(VARIABLES) for size, _distance in each["farthest"])
        assert len(each["farthest"]) == 9


def test_the_shipped_covariances_are_positive_definite():
    every = tuple(shipped().of.values())
    assert every
    for each in every:
        assert np.linalg.eigvalsh(each.covariance)[0] > 1e-6


def test_what_is_written_reads_as_it_was():
    assert written(shipped()) == FILE.read_text(encoding="utf-8")
    assert written(parse(written(shipped()))) == written(shipped())


def test_other_variables_are_refused():
    with pytest.raises(BadCoefficients, match="other variables"):
        parse(FILE.read_text(encoding="utf-8").replace('"neck"', '"nape"', 1))


def test_correlations_that_cannot_be_are_refused():
    found = json.loads(FILE.read_text(encoding="utf-8"))
    found["of"]["men"]["correlations"][0][0] = 200_000

    with pytest.raises(BadCoefficients, match="men: the correlations"):
        parse(json.dumps(found))


def test_a_fit_finds_the_people_it_was_drawn_from_again():
    people = {
        sex: np.array([[*somebody(sex, seed).values()] for seed in range(400)]) for sex in Sex
    }

    model = fitted(people, split="400 drawn")

    for sex in Sex:
        off = model.of[sex].means - shipped().of[sex].means
        sds = np.sqrt(np.diag(shipped().of[sex].covariance))
        assert np.abs(off / sds).max() < 5 / np.sqrt(400)
        assert 390 <= model.of[sex].people <= 400


def test_rows_with_a_gap_or_a_slip_in_what_was_said_are_not_fitted():
    rows = np.array([[*somebody(Sex.MEN, seed).values()] for seed in range(100)])
    whole = fitted(dict.fromkeys(Sex, rows), split="").of[Sex.MEN].people
    rows[0, VARIABLES.index("weight_said")] = 0
    rows[1, VARIABLES.index("height_said")] *= 1.4

    assert fitted(dict.fromkeys(Sex, rows), split="").of[Sex.MEN].people == whole - 2
