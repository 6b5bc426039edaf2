"""A standard size made somebody's: what she changes moves what she leaves."""

from collections.abc import Mapping
from typing import Final

from shop.anthropometry.rules import Estimate, estimate, layman_errors
from shop.measurements.rules.bodies import Body, Measured, Source
from shop.measurements.rules.estimating import sex_of
from shop.measurements.rules.measures import KEYS, measure
from shop.measurements.rules.sizes import Size, sized, with_rise

UNIFORM: Final = 12**0.5  # the range of a size is this many sds wide, if all in it are as likely


def adjusted(size: Size, changed: Body) -> Body:
    """Return the size with these values in place of its own, and the others where those put them.

    The size says as much as its ranges: that she is somewhere in them. Each value that she left
    moves by as much as the model's guess moves once the changed ones are known, so that nothing
    moves when nothing is changed. The girths that name the size stay until she changes one of them:
    she chose the size by them.
    """
    if not changed:
        return size.body
    before, after = _guesses(size, {}), _guesses(size, changed)
    stay = () if size.ranges.keys() & changed.keys() else size.ranges
    move = (before.keys() & after.keys()) - set(stay)
    moved = {
        key: _moved(value, before[key], after[key]) if key in move else value
        for key, value in size.body.items()
    }
    return _in_order({**moved, **changed})


def _guesses(size: Size, changed: Body) -> Mapping[str, Estimate]:
    taken = {key: float(value.mm) for key, value in changed.items()}
    named = {key: ends for key, ends in size.ranges.items() if key not in taken}
    known = {key: float(size.body[key].mm) for key in named} | taken
    loose = {key: (high - low) / UNIFORM / known[key] for key, (low, high) in named.items()}
    return estimate(known, sex=sex_of(size.table), errors=layman_errors(taken) | loose)


def _moved(value: Measured, before: Estimate, after: Estimate) -> Measured:
    mid, wide = value.mm * after.mid / before.mid, after.widened()
    return sized(mid, mid * wide.low / wide.mid, mid * wide.high / wide.mid)


def _in_order(body: Mapping[str, Measured]) -> Body:
    """Return the body in the order of the trade, its rise what outseam and inseam leave of it."""
    whole = {key: body[key] for key in KEYS if key in body}
    rise_is_ours = whole["body_rise"].source is Source.SIZE
    rise = whole["outseam"].mm - whole["inseam"].mm  # of measured ones it may be anything
    return with_rise(whole) if rise_is_ours and measure("body_rise").is_possible(rise) else whole
