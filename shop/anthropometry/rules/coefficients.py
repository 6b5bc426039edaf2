"""The fitted numbers: read from the file that ships beside the code, and written to it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from shop.anthropometry.rules.variables import VARIABLES, Sex

FILE: Final = Path(__file__).parents[1] / "files" / "ansur2.json"
FINENESS: Final = 100_000  # means, sds and correlations are kept as whole 1e-5
Array = NDArray[np.float64]


class BadCoefficients(Exception):
    """The file of coefficients is broken; the message says where."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Gaussian:
    """Of one sex: the logarithms of all variables (mm, g, years) in the order of VARIABLES."""

    people: int  # how many the fit has seen
    means: Array
    covariance: Array
    tail: float  # degrees of freedom of the t distribution that fits the rare ones best
    farthest: tuple[tuple[int, float], ...]  # of so many variables, the largest distance² seen


@dataclass(frozen=True, kw_only=True, eq=False)
class Coefficients:
    source: str
    split: str  # who was used, in words
    of: Mapping[Sex, Gaussian]


@cache
def shipped() -> Coefficients:
    """Return the shop's own model; raise BadCoefficients with the first thing that is wrong."""
    return parse(FILE.read_text(encoding="utf-8"))


def parse(text: str) -> Coefficients:
    """Return what `written` wrote; raise BadCoefficients if it cannot be used."""
    found = json.loads(text)
    if tuple(found["variables"]) != VARIABLES:
        raise BadCoefficients("the file has other variables than the shop")
    of = {sex: _gaussian(sex, found["of"][sex]) for sex in Sex}
    return Coefficients(source=found["source"], split=found["split"], of=of)


def written(coefficients: Coefficients) -> str:
    """Return the model as text, one row of the correlations to a line."""
    head = {
        "source": coefficients.source,
        "split": coefficients.split,
        "variables": list(VARIABLES),
    }
    sexes = ",\n".join(f'"{sex}": {_told(each)}' for sex, each in coefficients.of.items())
    return f'{json.dumps(head, indent=None)[:-1]},\n"of": {{\n{sexes}\n}}}}\n'


def _gaussian(sex: Sex, row: Mapping[str, Any]) -> Gaussian:
    count = len(VARIABLES)
    lower = np.zeros((count, count))
    for place, values in enumerate(row["correlations"], 1):
        lower[place, :place] = values
    correlations = (lower + lower.T) / FINENESS + np.eye(count)
    if np.linalg.eigvalsh(correlations)[0] <= 0:
        raise BadCoefficients(f"{sex}: the correlations are not positive definite")
    sds = np.array(row["sds"]) / FINENESS
    return Gaussian(
        people=row["people"],
        means=np.array(row["means"]) / FINENESS,
        covariance=correlations * np.outer(sds, sds),
        tail=row["tail"],
        farthest=tuple((count, distance) for count, distance in row["farthest"]),
    )


def _told(gaussian: Gaussian) -> str:
    sds = np.sqrt(np.diag(gaussian.covariance))
    correlations = _whole(gaussian.covariance / np.outer(sds, sds))
    rows = ",\n".join(_row(correlations[place][:place]) for place in range(1, len(VARIABLES)))
    farthest = ",".join(_row(list(each)) for each in gaussian.farthest)
    return (
        f'{{"people": {gaussian.people}, "tail": {gaussian.tail},\n"farthest": [{farthest}],\n'
        f'"means": {_row(_whole(gaussian.means))},\n"sds": {_row(_whole(sds))},\n'
        f'"correlations": [\n{rows}\n]}}'
    )


def _whole(values: Array) -> Any:
    return np.rint(values * FINENESS).astype(int).tolist()


def _row(values: list[Any]) -> str:
    return json.dumps(values, separators=(",", ":"))
