"""How far estimates are off people who were measured, and how often the intervals hold them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from shop.anthropometry.rules import (
    BODY_RISE,
    LABELS,
    VARIABLES,
    Estimate,
    Sex,
    estimate,
    label_errors,
)
from shop.cli.body_people import People

CORE: Final = (
    "neck", "chest", "waist", "seat", "shoulder_width", "sleeve_cb", "arm_length", "biceps",
    "wrist", "back_length", "inseam", "outseam", "thigh", "lower_thigh", "calf", "crotch_length",
)  # fmt: skip
MEASURED: Final = ("height", "weight", "age")
SAID: Final = ("height_said", "weight_said", "age")

Person = Mapping[str, float]
Draw = np.random.Generator


@dataclass(frozen=True, kw_only=True)
class Way:
    """What is known of a person when her measures are estimated."""

    name: str
    keys: tuple[str, ...]
    sex_is_known: bool = True
    labels: bool = False

    def estimates(self, person: Person, sex: Sex, draw: Draw) -> Mapping[str, Estimate] | None:
        """Return what the shop would estimate; None where the file lacks a value."""
        if any(key not in person for key in (*self.keys, *(LABELS if self.labels else ()))):
            return None
        known = {key: person[key] for key in self.keys}
        errors: dict[str, float] = {}
        if self.labels:
            known |= {key: _label(key, person[key], draw) for key in LABELS}
            errors = label_errors(LABELS)
        return estimate(known, sex=sex if self.sex_is_known else None, errors=errors)


WAYS: Final = (
    Way(name="measured height, weight, age", keys=MEASURED),
    Way(name="said height, weight, age", keys=SAID),
    Way(name="measured, with waist and neck", keys=(*MEASURED, "waist", "neck")),
    Way(name="said, with labels of clothes", keys=SAID, labels=True),
    Way(name="said, sex not known", keys=SAID, sex_is_known=False),
)


def mean_errors(people: People, way: Way, *, seed: int) -> dict[str, float]:
    """Return the mean absolute error in cm by core field, of those that are estimated."""
    found = _tried(people, way, seed=seed, keys=CORE, of=lambda true, told: abs(told.mid - true))
    return {key: each / 10 for key, each in found.items()}


def coverage(people: People, way: Way, *, seed: int, widened: bool) -> dict[str, float]:
    """Return the share of people whom the interval holds, by field, in per cent."""

    def is_held(true: float, told: Estimate) -> float:
        span = told.widened() if widened else told
        return 100.0 * (span.low <= true <= span.high)

    return _tried(people, way, seed=seed, keys=(*VARIABLES, BODY_RISE), of=is_held)


def _tried(
    people: People,
    way: Way,
    *,
    seed: int,
    keys: Sequence[str],
    of: Callable[[float, Estimate], float],
) -> dict[str, float]:
    """Return the mean of something over all people, by field."""
    draw = np.random.default_rng(seed)
    found: dict[str, list[float]] = {key: [] for key in keys}
    for sex, person in people.each():
        told = way.estimates(person, sex, draw) or {}
        true = {**person, BODY_RISE: person.get("outseam", 0) - person.get("inseam", 0)}
        for key in keys:
            if key in told and true.get(key, 0) > 0:
                found[key].append(of(true[key], told[key]))
    return {key: float(np.mean(each)) for key, each in found.items() if each}


def _label(key: str, true: float, draw: Draw) -> float:
    """Return the label, in mm, of a garment that fits this person more or less."""
    step, looseness = LABELS[key]
    return float(round((true + draw.normal(0, looseness)) / step) * step)
