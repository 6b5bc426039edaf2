"""One look at a sheet: how good it is as it stands, and what single causes would explain."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from shop.anthropometry.rules.coefficients import Array, shipped
from shop.anthropometry.rules.evidence import Evidence, evidence
from shop.anthropometry.rules.scores import (
    View,
    as_it_is,
    expected,
    is_usual,
    rest_is_usual,
    score,
    sheet_score,
    slip_scores,
    view,
    without_the_spared,
)
from shop.anthropometry.rules.slips import DOUBT, INSISTED, OFTEN, SHEET_OFTEN, Cause, Slip
from shop.anthropometry.rules.stories import SheetStory, Stories, sheet_stories, stories
from shop.anthropometry.rules.variables import Sex


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What was entered, and what may be said of it."""

    values: Mapping[str, float]
    sex: Sex | None
    suspects: frozenset[str]
    insisted: frozenset[str]
    errors: Mapping[str, float]

    def after(self, cause: Cause) -> "Sheet":
        """Return the sheet repaired; what was just wrong is left out, as nobody knows it."""
        values = {**self.values, **cause.repaired}
        if cause.slip is Slip.SLIP:
            del values[cause.key]
        return Sheet(
            values=values,
            sex=self.sex,
            suspects=self.suspects - {*cause.repaired},
            insisted=self.insisted,
            errors=self.errors,
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Look:
    """Logarithms of odds times density: of nothing being wrong, and of each thing that may be."""

    given: Evidence
    views: tuple[View, ...]
    as_it_is: float
    right: float
    told: tuple[Stories, ...]
    sheets: tuple[SheetStory, ...]
    named: tuple[int, ...]
    scores: Array  # of the stories, of the sheet stories, of a plain slip at each named place

    @property
    def is_right(self) -> bool:
        return self.share_of_right >= DOUBT

    @property
    def is_plainly_right(self) -> bool:
        """Tell whether all is right, and needs no excuse by one odd value."""
        return self.is_right and self.right < self.as_it_is + 1

    @property
    def share_of_right(self) -> float:
        return float(np.exp(self.right - self._all))

    @property
    def share_of_best(self) -> float:
        return float(np.exp(self.scores.max() - self._all))

    @property
    def _all(self) -> float:
        return float(np.logaddexp.reduce(np.append(self.scores, self.right)))

    def best(self, count: int) -> list[tuple[float, Cause]]:
        """Return the best causes and their scores, the best first."""
        order = np.argsort(-self.scores, kind="stable")[:count]
        return [(float(self.scores[at]), self._cause(int(at))) for at in order]

    def _cause(self, at: int) -> Cause:
        for each in self.told:
            if at < len(each.first):
                return each.cause(at, self.given)
            at -= len(each.first)
        if at < len(self.sheets):
            return self.sheets[at].cause(self.given)
        place = self.named[at - len(self.sheets)]
        key = self.given.keys[place]
        hint = expected(self.views, self.given, place)
        return Cause(key=key, slip=Slip.SLIP, repaired={key: hint})


def look(sheet: Sheet) -> Look:
    """Weigh everything that may have happened to this sheet."""
    given = evidence(sheet.values, sheet.errors)
    views = tuple(view(shipped().of[each], given) for each in ([sheet.sex] if sheet.sex else Sex))
    may_be = sheet.suspects - sheet.insisted
    named = tuple(at for at, key in enumerate(given.keys) if key in may_be)
    told = tuple(stories(given, named))
    sheets = (
        ()
        if is_usual(views)
        else tuple(without_the_spared(views, each) for each in sheet_stories(given, named))
    )
    slips = slip_scores(views)
    scores = [score(views, each) for each in told]
    scores.append(np.array([sheet_score(views, each) + math.log(SHEET_OFTEN) for each in sheets]))
    scores.append(slips[list(named)] + math.log(OFTEN[Slip.SLIP]))
    return Look(
        given=given,
        views=views,
        as_it_is=as_it_is(views),
        right=_right(views, slips, given, named, sheet.insisted),
        told=told,
        sheets=sheets,
        named=named,
        scores=np.concatenate(scores),
    )


def _right(
    views: Sequence[View],
    slips: Array,
    given: Evidence,
    named: Collection[int],
    insisted: Collection[str],
) -> float:
    """Return the score of all being right, or odd only where nothing may be named.

    The oddness of one value excuses a sheet only if all the others go together.
    """
    ways = [as_it_is(views)]
    excused = rest_is_usual(views)
    for at, key in enumerate(given.keys):
        if at not in named and excused[at]:
            often = INSISTED if key in insisted else OFTEN[Slip.SLIP]
            ways.append(float(slips[at]) + math.log(often))
    return float(np.logaddexp.reduce(ways))
