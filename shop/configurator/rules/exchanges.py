"""One valid design proves many: which single options of it can be exchanged for which others.

Every box has one bit in a Python integer. `kept[cell][option]` are the boxes that the option does
not lead out of: those that do not mention the cell, and those whose mask has the option. A design
is valid if no box is kept by all its cells; an option may replace another if no box is kept by it
and by all the other cells. So a few bitwise ands answer for hundreds of options at once.
"""

from itertools import accumulate
from operator import and_
from typing import Final

from shop.configurator.rules.problem import Design, Picks, Problem

REMEMBERED: Final = 20_000


class ExchangeIndex:
    """The boxes of a problem as bits, so that one valid design answers for many."""

    def __init__(self, problem: Problem) -> None:
        self._full = [cell.everything for cell in problem.cells]
        self._scopes = [tuple(cell for cell, _ in box) for box, _ in problem.boxes]
        self._all = (1 << len(problem.boxes)) - 1
        masks: list[dict[int, int]] = [{} for _ in problem.cells]
        for number, (box, _rule) in enumerate(problem.boxes):
            for cell, mask in box:
                masks[cell][number] = mask
        self._masks = masks
        self._mentioned = [sum(1 << number for number in found) for found in masks]
        self.kept = [
            [self._kept(found, option) for option in range(cell.size)]
            for cell, found in zip(problem.cells, masks, strict=True)
        ]
        self._unpicked = [self._all & ~mentioned for mentioned in self._mentioned]
        self._memo: list[dict[int, int]] = [{0: full} for full in self._full]
        self.twins = [_twins(row) for row in self.kept]
        self.busiest_first = sorted(range(len(masks)), key=lambda cell: -len(masks[cell]))

    def exchangeable(self, design: Design) -> list[int]:
        """Return for every cell the mask of options that can stand in this valid design."""
        rows = self.rows(design)
        after = list(accumulate(reversed(rows), and_, initial=self._all))[-2::-1]
        before, found = self._all, []
        for cell, (row, rest) in enumerate(zip(rows, after, strict=True)):
            found.append(self._allowed(cell, before & rest))
            before &= row
        return found

    def exchangeable_at(self, design: Design, cell: int) -> int:
        """Return the mask of options that can stand in one cell of this valid design."""
        others = self._mentioned[cell]
        for each, row in enumerate(self.rows(design)):
            if each != cell:
                others &= row
        return self._allowed(cell, others)

    def shut_out(self, picks: Picks) -> list[int]:
        """Return for each picked cell the options that a box forbids among the other picks."""
        rows = [
            row[picks[cell]] if cell in picks else self._unpicked[cell]
            for cell, row in enumerate(self.kept)
        ]
        after = list(accumulate(reversed(rows), and_, initial=self._all))[-2::-1]
        before, found = self._all, []
        for cell, (row, rest) in enumerate(zip(rows, after, strict=True)):
            kept = before & rest & self._mentioned[cell]
            shut = self._full[cell] & ~self._allowed(cell, kept) if cell in picks else 0
            found.append(shut)
            before &= row
        return found

    def rows(self, design: Design) -> list[int]:
        """Return for each cell the boxes that the design's option does not lead out of."""
        return [row[option] for row, option in zip(self.kept, design, strict=True)]

    def mended(
        self, design: Design, rows: list[int], wanted: tuple[int, int], picks: Picks
    ) -> Design | None:
        """Return the design with this option and at most one other open cell changed, if valid."""
        cell, option = wanted
        new = self.kept[cell][option]
        broken = new
        for each, row in enumerate(rows):
            if each != cell:
                broken &= row
        if not broken:
            return [*design[:cell], option, *design[cell + 1 :]]
        for helper in self._scopes[(broken & -broken).bit_length() - 1]:
            if helper == cell or helper in picks or broken & ~self._mentioned[helper]:
                continue
            kept = new & self._mentioned[helper]
            for each, row in enumerate(rows):
                if each not in (cell, helper):
                    kept &= row
            if allowed := self._allowed(helper, kept):
                mended = design.copy()
                mended[cell], mended[helper] = option, (allowed & -allowed).bit_length() - 1
                return mended
        return None

    def _kept(self, masks: dict[int, int], option: int) -> int:
        left = sum(1 << number for number, mask in masks.items() if not mask >> option & 1)
        return self._all & ~left

    def _allowed(self, cell: int, boxes: int) -> int:
        """Return the options that lead out of all of these boxes."""
        memo = self._memo[cell]
        found = memo.get(boxes)
        if found is None:
            barred, rest, masks = 0, boxes, self._masks[cell]
            while rest:
                lowest = rest & -rest
                barred |= masks.get(lowest.bit_length() - 1, self._full[cell])
                rest ^= lowest
            found = self._full[cell] & ~barred
            if len(memo) < REMEMBERED:
                memo[boxes] = found
        return found


def _twins(row: list[int]) -> list[int]:
    """Return for each option the mask of those that no box tells apart from it."""
    alike: dict[int, int] = {}
    for option, kept in enumerate(row):
        alike[kept] = alike.get(kept, 0) | 1 << option
    return [alike[kept] for kept in row]
