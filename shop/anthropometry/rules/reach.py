"""Who lies outside of what the model knows, and why: ask these people for the tape."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

import numpy as np

from shop.anthropometry.rules.coefficients import Gaussian, shipped
from shop.anthropometry.rules.evidence import Evidence, evidence
from shop.anthropometry.rules.gaussian import seen
from shop.anthropometry.rules.variables import AGE, Sex

ADULT, OLDEST = 18, 56  # years; the oldest in the data are 58, but few
BMI: Final = {Sex.MEN: (19.0, 39.0), Sex.WOMEN: (18.0, 36.0)}  # kg/m², what the data holds
NARROWER: Final = (19.0, 36.0)  # when the sex is not known


class Outside(StrEnum):
    CHILD = "child"  # below 18: refused, as bodies grow
    AGE = "age"  # above 56
    LIGHT = "light"
    HEAVY = "heavy"
    UNLIKE = "unlike"  # taken together, farther from the middle than anybody fitted


def outside(
    known: Mapping[str, float],
    sex: Sex | None = None,
    *,
    errors: Mapping[str, float] | None = None,
) -> tuple[Outside, ...]:
    """Return every reason why the model does not know people like this; none if it does.

    Height and weight as measured, else as said. `errors` as for `estimate`. Wrong values look
    unlike too: `explain` first. Raises ValueError for a value that is not above 0.
    """
    given = evidence(known, errors)
    return (*_of_age(known), *_of_bmi(known, sex), *_of_all(given, sex))


def _of_age(known: Mapping[str, float]) -> Iterator[Outside]:
    age = known.get(AGE)
    if age is not None and age < ADULT:
        yield Outside.CHILD
    if age is not None and age > OLDEST:
        yield Outside.AGE


def _of_bmi(known: Mapping[str, float], sex: Sex | None) -> Iterator[Outside]:
    height = known.get("height", known.get("height_said"))
    weight = known.get("weight", known.get("weight_said"))
    if height is None or weight is None:
        return
    bmi = weight * 1000 / height**2  # g and mm
    least, most = BMI[sex] if sex else NARROWER
    if bmi < least:
        yield Outside.LIGHT
    if bmi > most:
        yield Outside.HEAVY


def _of_all(given: Evidence, sex: Sex | None) -> Iterator[Outside]:
    sexes = [shipped().of[each] for each in ([sex] if sex else Sex)]
    if given.keys and all(_is_farther(each, given) for each in sexes):
        yield Outside.UNLIKE


def _is_farther(gaussian: Gaussian, given: Evidence) -> bool:
    counts, distances = zip(*gaussian.farthest, strict=True)
    return seen(gaussian, given).distance > float(np.interp(len(given.keys), counts, distances))
