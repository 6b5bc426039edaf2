"""Two designs side by side."""

from dataclasses import dataclass

from shop.catalogue.rules import Choices, GarmentModel


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A question that two designs answer differently; empty where one is not asked."""

    group: str
    before: str
    after: str


def differ(
    before: GarmentModel, one: Choices, after: GarmentModel, other: Choices
) -> tuple[Difference, ...]:
    """Return where two whole designs differ, in the order of the newer model's questions.

    The models may be two versions of a garment; what only the older one asks comes last.
    """
    codes = [group.code for group in after.groups]
    codes += [group.code for group in before.groups if group.code not in codes]
    pairs = ((code, one.get(code, ""), other.get(code, "")) for code in codes)
    return tuple(Difference(group=c, before=a, after=b) for c, a, b in pairs if a != b)
