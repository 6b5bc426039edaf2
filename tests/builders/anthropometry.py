"""Bodies drawn from the shop's own model: nobody's, and the same each time."""

import csv
from functools import cache

import numpy as np

from shop.anthropometry.rules import AGE, VARIABLES, WEIGHTS, Sex, shipped

TELLING = ("height", "weight", "age")
CORE = ("neck", "chest", "waist", "seat", "shoulder_width", "sleeve_cb", "arm_length", "biceps",
        "wrist", "back_length", "inseam", "outseam", "thigh", "lower_thigh", "calf",
        "crotch_length")  # fmt: skip
SHEET = (*CORE, *TELLING)


@cache
def _drawn(sex, seed):
    model = shipped().of[sex]
    logs = np.random.default_rng(seed).multivariate_normal(model.means, model.covariance)
    return tuple(np.exp(logs).round().tolist())


def somebody(sex=Sex.WOMEN, seed=1, keys=VARIABLES):
    """Return a random person's measures in whole mm, g and years: any adult can be drawn."""
    person = dict(zip(VARIABLES, _drawn(sex, seed), strict=True))
    return {key: person[key] for key in keys}


def the_middle(sex=Sex.WOMEN, keys=SHEET):
    """Return the person in the middle of everybody."""
    middle = dict(zip(VARIABLES, np.exp(shipped().of[sex].means).round().tolist(), strict=True))
    return {key: middle[key] for key in keys}


def a_file_of_people(path, count=40, seed=1):
    """Write a CSV like that of ANSUR II: cm, kg and years, half men and half women."""
    with path.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.writer(opened)
        writer.writerow(["sex", *VARIABLES])
        for number in range(count):
            sex = list(Sex)[number % 2]
            person = somebody(sex, seed * 1000 + number)
            writer.writerow([sex[0].upper(), *(_in_the_file(*each) for each in person.items())])
    return path


def _in_the_file(key, value):
    return value if key == AGE else value / (1000 if key in WEIGHTS else 10)
