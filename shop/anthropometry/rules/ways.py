"""Several slips on one sheet: follow a few ways of repair at once, and take the best in the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from shop.anthropometry.rules.looking import Look, Sheet, look
from shop.anthropometry.rules.slips import BEAM, MOST, Cause


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
    def promise(self) -> float:
        """Return the score of the best next step."""
        return self.odds + float(self.seen.scores.max(initial=-np.inf))


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
    if first.seen.is_right:
        return ()
    ways, ended = [first], list[Way]()
    for _depth in range(MOST):
        steps = _best_steps(ways)
        after = [way for step in steps[:1] if (way := _taken(step))]
        if len(ways) > 1 or not after or not after[0].seen.is_right:
            after += [way for step in steps[1:] if (way := _taken(step))]
        ended += [way for way in after if way.seen.is_right]
        best = max((way.score for way in ended), default=-np.inf)
        ways = [way for way in after if not way.seen.is_right and way.promise > best] or ways[:0]
        if not ways:
            break
    found = max(ended or ways, key=lambda way: way.score, default=first)
    return _told(found, first, ended or ways)


def _best_steps(ways: Iterable[Way]) -> list[Step]:
    steps = [
        Step(way=way, cause=cause, score=way.odds + score)
        for way in ways
        for score, cause in way.seen.best(BEAM)
    ]
    different: dict[frozenset[tuple[str, ...]], Step] = {}
    for step in sorted(steps, key=lambda step: -step.score):
        different.setdefault(step.told, step)
    return list(different.values())[:BEAM]


def _taken(step: Step) -> Way | None:
    """Return the way after the step; None if nothing is left to look at."""
    sheet = step.way.sheet.after(step.cause)
    if not sheet.values:
        return None
    seen = look(sheet)
    return Way(causes=(*step.way.causes, step.cause), sheet=sheet, seen=seen,
               odds=step.score - seen.as_it_is)  # fmt: skip


def _told(found: Way, first: Way, others: Sequence[Way]) -> tuple[Cause, ...]:
    """Return the causes with their probabilities: by all single causes, or by all ways followed."""
    if len(found.causes) == 1:
        share = first.seen.share_of_best
        return tuple(replace(each, probability=share) for each in found.causes)
    scores = np.array([first.score, *(way.score for way in others)])
    shares = np.exp(scores - np.logaddexp.reduce(scores))[1:]
    return tuple(
        replace(each, probability=float(sum(
            share for share, way in zip(shares, others, strict=True) if _says(way, each)
        )))
        for each in found.causes
    )  # fmt: skip


def _says(way: Way, cause: Cause) -> bool:
    return any((each.slip, each.key) == (cause.slip, cause.key) for each in way.causes)
