"""What probably went wrong on a sheet of measures, and what should stand there."""

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from shop.anthropometry.rules.coefficients import Array, shipped
from shop.anthropometry.rules.evidence import Evidence, evidence
from shop.anthropometry.rules.scores import View, as_it_is, expected, score, slip_scores, view
from shop.anthropometry.rules.slips import DOUBT, INSISTED, MOST, OFTEN, Cause, Slip
from shop.anthropometry.rules.stories import Stories, stories
from shop.anthropometry.rules.variables import LENGTHS, Sex


def explain(
    known: Mapping[str, float],
    *,
    sex: Sex | None = None,
    suspects: Collection[str] | None = None,
    insisted: Collection[str] = (),
    errors: Mapping[str, float] | None = None,
) -> Cause | None:
    """Return the most probable cause if something is probably wrong, else None.

    Only `suspects` (without them: what is measured with a tape) are named, and never what she
    `insisted` on; the others are evidence all the same. If what is odd is best explained by one of
    those, nothing is said. `errors` as for `estimate`. The order of entry does not matter. Raises
    ValueError for a value that is not above 0.
    """
    given = evidence(known, errors)
    if not given.keys:
        return None
    views = [view(shipped().of[each], given) for each in ([sex] if sex else Sex)]
    may_be = set(LENGTHS if suspects is None else suspects) - set(insisted)
    named = [at for at, key in enumerate(given.keys) if key in may_be]
    told = list(stories(given, named))
    slips = slip_scores(views)
    odds = [score(views, each) for each in told]
    odds.append(slips[named] + math.log(OFTEN[Slip.SLIP] / max(len(named), 1)))
    right = _right(views, slips, given, named, insisted)
    every = np.concatenate([[right], *odds])
    shares = np.exp(every - every.max())
    shares /= shares.sum()
    if shares[0] >= DOUBT:
        return None
    return _cause(given, views, told, named, shares[1:])


def repairs(
    known: Mapping[str, float],
    *,
    sex: Sex | None = None,
    suspects: Collection[str] | None = None,
    insisted: Collection[str] = (),
    errors: Mapping[str, float] | None = None,
) -> tuple[Cause, ...]:
    """Return causes one after the other, each looked for with those before it repaired.

    A value that was just wrong is left out, as nobody knows it; a repaired one is not named again.
    """
    values, found = dict(known), list[Cause]()
    may_be = set(LENGTHS if suspects is None else suspects)
    while len(found) < MOST:
        cause = explain(values, sex=sex, suspects=may_be, insisted=insisted, errors=errors)
        if cause is None:
            break
        found.append(cause)
        may_be -= set(cause.repaired)
        if cause.slip is Slip.SLIP:
            del values[cause.key]
        else:
            values |= cause.repaired
    return tuple(found)


def _right(
    views: Sequence[View],
    slips: Array,
    given: Evidence,
    named: Sequence[int],
    insisted: Collection[str],
) -> float:
    """Return the score of all being right, or odd only where nothing is named."""
    ways = [as_it_is(views) + math.log(1 - sum(OFTEN.values()))]
    for at, key in enumerate(given.keys):
        if at not in named:
            often = INSISTED if key in insisted else OFTEN[Slip.SLIP] / len(given.keys)
            ways.append(float(slips[at]) + math.log(often))
    return float(np.logaddexp.reduce(ways))


def _cause(
    given: Evidence,
    views: Sequence[View],
    told: Sequence[Stories],
    named: Sequence[int],
    shares: Array,
) -> Cause:
    best = int(shares.argmax())
    probability = float(shares[best])
    for each in told:
        if best < len(each.first):
            return each.cause(best, given, probability)
        best -= len(each.first)
    at = named[best]
    return Cause(key=given.keys[at], slip=Slip.SLIP, probability=probability,
                 repaired={given.keys[at]: expected(views, given, at)})  # fmt: skip
