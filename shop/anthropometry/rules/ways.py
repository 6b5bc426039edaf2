"""Several slips on one sheet: follow a few ways of repair at once, and take the best in the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from shop.anthropometry.rules.looking import Look, Sheet, look
from shop.anthropometry.rules.slips import BEAM, Cause


@dataclass(frozen=True, kw_only=True, eq=False)
class Way:
    """Causes so far, the sheet after them, and the logarithm of the odds of all that."""

    causes: tuple[Cause, ...]
    sheet: Sheet
    seen: Look
    odds: float

    @property
    def score(self) -> float:
        return self.odds + self.seen.right

    @property
    def goes_on(self) -> bool:
        """Tell whether something is still wrong, and there is something left to name."""
        return bool(self.seen.scores.size) and not self.seen.is_right

    @property
    def promise(self) -> float:
        """Return the score of the best next step."""
        return self.odds + float(self.seen.scores.max())


@dataclass(frozen=True, kw_only=True, eq=False)
class Step:
    way: Way
    cause: Cause
    score: float

    @property
    def told(self) -> frozenset[tuple[str, ...]]:
        """Return what is said in the end, in whatever order it was found."""
        causes = (*self.way.causes, self.cause)
        return frozenset((each.slip, *sorted(each.repaired)) for each in causes)


def best_way(sheet: Sheet) -> tuple[Cause, ...]:
    """Return the causes that explain the sheet best; none when all may well be right."""
    first = Way(causes=(), sheet=sheet, seen=look(sheet), odds=0.0)
    if first.seen.is_right or not first.goes_on:
        return ()
    ways, ended = [first], list[Way]()
    for width in BEAM:
        after = _after(ways, width)
        ended += [way for way in after if not way.goes_on]
        best = max((way.score for way in ended), default=-np.inf)
        ways = [way for way in after if way.goes_on and way.promise > best]
        if not ways:
            break
    ended += ways
    return _told(max(ended, key=lambda way: way.score), first, ended)


def _after(ways: Sequence[Way], width: int) -> list[Way]:
    """Return the ways one step on; of the first step only the best, if it sets all right."""
    steps = _best_steps(ways)[:width]
    best = _taken(steps[0])
    if len(ways) == 1 and best.seen.is_plainly_right:
        return [best]
    return [best, *map(_taken, steps[1:])]


def _best_steps(ways: Iterable[Way]) -> list[Step]:
    steps = [
        Step(way=way, cause=cause, score=way.odds + score)
        for way in ways
        for score, cause in way.seen.best(BEAM[0])
    ]
    different: dict[frozenset[tuple[str, ...]], Step] = {}
    for step in sorted(steps, key=lambda step: -step.score):
        different.setdefault(step.told, step)
    return list(different.values())


def _taken(step: Step) -> Way:
    sheet = step.way.sheet.after(step.cause)
    seen = look(sheet)
    return Way(
        causes=(*step.way.causes, step.cause),
        sheet=sheet,
        seen=seen,
        odds=step.score - seen.as_it_is,
    )


def _told(found: Way, first: Way, others: Sequence[Way]) -> tuple[Cause, ...]:
    """Return the causes, field by field, with their probabilities.

    A single cause is weighed against all other single ones, one of several against all ways.
    """
    is_single = len(found.causes) == 1
    shares = [first.seen.share_of_best] if is_single else _shares(found, first, others)
    causes = (
        replace(each, probability=share) for each, share in zip(found.causes, shares, strict=True)
    )
    return tuple(one for each in causes for one in _by_field(each))


def _shares(found: Way, first: Way, others: Sequence[Way]) -> list[float]:
    scores = np.array([first.score, *(way.score for way in others)])
    shares = np.exp(scores - np.logaddexp.reduce(scores))[1:].tolist()
    return [
        sum(share for share, way in zip(shares, others, strict=True) if _says(way, cause))
        for cause in found.causes
    ]


def _says(way: Way, cause: Cause) -> bool:
    return any((each.slip, *each.repaired) == (cause.slip, *cause.repaired) for each in way.causes)


def _by_field(cause: Cause) -> Iterable[Cause]:
    """Give the cause of a whole sheet as one for each field."""
    if cause.with_key:
        return (cause,)
    return (replace(cause, key=key, repaired={key: value}) for key, value in cause.repaired.items())
