"""What is known of a body, ready to compute with."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from shop.anthropometry.rules.coefficients import Array
from shop.anthropometry.rules.variables import PLACE


@dataclass(frozen=True, kw_only=True, eq=False)
class Evidence:
    """Known values in the order of VARIABLES: keys, logarithms, variance of each one's error."""

    keys: tuple[str, ...]
    places: list[int]
    logs: Array
    noise: Array


def evidence(known: Mapping[str, float], errors: Mapping[str, float] | None = None) -> Evidence:
    """Return what of `known` the model knows of; raise ValueError for what cannot be.

    The order in which values were entered is forgotten here.
    """
    keys = sorted((key for key in known if key in PLACE), key=PLACE.__getitem__)
    values = np.array([known[key] for key in keys], dtype=float)
    sds = np.array([(errors or {}).get(key, 0.0) for key in keys], dtype=float)
    if not (np.isfinite(values) & (values > 0)).all():
        raise ValueError("every known value must be a number above 0")
    if not (np.isfinite(sds) & (sds >= 0)).all():
        raise ValueError("an error is a relative sd, 0 or more")
    places = [PLACE[key] for key in keys]
    return Evidence(keys=tuple(keys), places=places, logs=np.log(values), noise=sds**2)
