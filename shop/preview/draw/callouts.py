"""Numbers round a technical drawing, and the lines that lead from them to what they speak of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shop.geometry.curves import Point
from shop.preview.draw.anchors import Anchor, anchor
from shop.preview.draw.spec import View

Box = tuple[float, float, float, float]
SIZE: Final = 0.03  # radius of a number, as a share of the longer side
GAP: Final = 0.1  # from number to number down a side
AWAY: Final = 0.042  # from the garment to a number's middle


@dataclass(frozen=True, kw_only=True)
class Callout:
    """One number with its words; it stands at `label` and speaks of what is at `point`."""

    number: int
    group: str
    words: str
    point: Point
    label: Point


def callouts(
    garment: str, choices: Mapping[str, str], words: Mapping[str, str], *, view: View, box: Box
) -> tuple[Callout, ...]:
    """Return the numbers round the drawing, whose garment fills the box; by number.

    `words` say each answer by its question, in the order of the list. What is seen from the front
    is not pointed at again from behind, and has one number in both.
    """
    seen = {side: _anchors(garment, choices, words, side) for side in View}
    front = seen[View.FRONT]
    back = {group: at for group, at in seen[View.BACK].items() if group not in front}
    numbers = {g: n for n, g in enumerate((g for g in words if g in front or g in back), start=1)}
    mine = front if view is View.FRONT else back
    found = [
        Callout(number=numbers[group], group=group, words=words[group], point=point, label=label)
        for group, (point, label) in _placed(mine, box).items()
    ]
    return tuple(sorted(found, key=lambda each: each.number))


def reach(box: Box) -> float:
    """Return how far the numbers stand out at each side of the garment's box."""
    return (AWAY + 1.3 * SIZE) * _size(box)


def radius(box: Box) -> float:
    return SIZE * _size(box)


def _size(box: Box) -> float:
    left, top, right, bottom = box
    return max(right - left, bottom - top)


def _anchors(
    garment: str, choices: Mapping[str, str], words: Mapping[str, str], view: View
) -> dict[str, Anchor]:
    found = ((group, anchor(garment, choices, view=view, group=group)) for group in words)
    return {group: at for group, at in found if at}


def _placed(anchors: Mapping[str, Anchor], box: Box) -> dict[str, tuple[Point, Point]]:
    """Spread the numbers over both sides, each as level with its point as the others allow."""
    sides: dict[int, list[tuple[str, Point]]] = {1: [], -1: []}
    for group, each in sorted(anchors.items(), key=lambda pair: pair[1].at[1]):
        side = _side(each, sides)
        x, y = each.at
        sides[side].append((group, (side * abs(x) if each.is_paired else x, y)))
    return {
        group: (point, label)
        for side, row in sides.items()
        for (group, point), label in zip(row, _labels(side, row, box), strict=True)
    }


def _side(each: Anchor, sides: Mapping[int, list[tuple[str, Point]]]) -> int:
    is_bound = not each.is_paired and abs(each.at[0]) > 1
    if is_bound:
        return 1 if each.at[0] > 0 else -1
    return 1 if len(sides[1]) <= len(sides[-1]) else -1


def _labels(side: int, row: list[tuple[str, Point]], box: Box) -> list[Point]:
    left, top, right, bottom = box
    x = right + AWAY * _size(box) if side > 0 else left - AWAY * _size(box)
    gap, edge = GAP * _size(box), radius(box)
    heights = [y for _, (_, y) in row]
    for i in range(1, len(heights)):
        heights[i] = max(heights[i], heights[i - 1] + gap)
    lowest = bottom - edge
    for i in reversed(range(len(heights))):
        heights[i] = min(heights[i], lowest - gap * (len(heights) - 1 - i))
    return [(x, max(y, top + edge)) for y in heights]
