"""Which tape measures would help most: computed, not remembered."""

from collections.abc import Collection
from typing import Final

from shop.anthropometry.rules import LENGTHS, Estimate, estimate, layman_errors
from shop.measurements.rules.bodies import Body, SizeTable
from shop.measurements.rules.estimating import TAKEN, evidence_of, sex_of
from shop.measurements.rules.facts import Facts
from shop.measurements.rules.measures import KEYS

MOST: Final = 4  # a short walk


def most_helpful(
    body: Body, facts: Facts, *, table: SizeTable, keys: Collection[str], most: int = MOST
) -> tuple[str, ...]:
    """Return what to take with the tape first, if `keys` are to be known better.

    Each in its turn is the one that narrows the intervals of all `keys` most, in mm together,
    once those before it are taken. How wide an interval is hardly depends on the value, so each
    is tried at its median, as exactly as a layman takes it. Nothing that was taken already, and
    nothing when nothing is known.
    """
    known, errors = evidence_of(body, facts, table=table)
    if not known:
        return ()
    left = [key for key in KEYS if key in LENGTHS and not _is_taken(key, body)]
    found: list[str] = []
    while left and len(found) < most:
        guess = estimate(known, sex=sex_of(table), errors=errors)
        widths = {
            key: _width(
                {**known, key: guess[key].mid}, {**errors, **layman_errors([key])}, table, keys
            )
            for key in left
        }
        best = min(left, key=lambda key: widths[key])
        left.remove(best)
        found.append(best)
        known[best], errors[best] = guess[best].mid, layman_errors([best])[best]
    return tuple(found)


def _width(
    known: dict[str, float], errors: dict[str, float], table: SizeTable, keys: Collection[str]
) -> float:
    found = estimate(known, sex=sex_of(table), errors=errors)
    return sum(_mm(found[key]) for key in keys if key in found)


def _mm(each: Estimate) -> float:
    return each.high - each.low


def _is_taken(key: str, body: Body) -> bool:
    return key in body and body[key].source in TAKEN
