"""What stands in clothes that fit, and what it says of the body inside. Lengths in mm.

A label names a garment, not a body. How much more it says than the body measures (`over`), and how
loosely people take "fits" (`sd`), are our proposals, each with what speaks for it:

- collar: the house's own ease, 2 % and 6 mm, which is the half inch of the shirt makers;
- trouser waist: labels flatter. Trousers marked 36 in measured 37 to 41 in (A. Sauer, "Are Your
  Pants Lying to You?", Esquire, September 2010), and they sit below the navel, where we measure;
- inseam: trousers end above the floor, and their crotch hangs below the body's;
- sleeve: shirts are measured straight, we measure over a bent arm;
- chest: sizes of jackets and dresses are named by the body itself (EN 13402-3).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shop.measurements.rules.bodies import SizeTable
from shop.measurements.rules.facts import Facts

SLEEVE_FROM_MID_BACK: Final = 740  # mm; a shorter one is counted from the seam of the shoulder
UNIFORM: Final = math.sqrt(12)  # a step is this many sds wide, if all in it are as likely


@dataclass(frozen=True, kw_only=True)
class Label:
    """What one kind of label says: of which measure, in which steps, and by how much it errs."""

    key: str
    step: float
    over_men: int
    over_women: int
    sd: float

    def body_mm(self, mm: int, table: SizeTable) -> float:
        """Return what the body measures, most probably, in clothes with this on the label."""
        over = {SizeTable.MEN: self.over_men, SizeTable.WOMEN: self.over_women}
        return mm - over.get(table, (self.over_men + self.over_women) / 2)

    @property
    def error_mm(self) -> float:
        """Return the sd of what the body measures."""
        return math.hypot(self.step / UNIFORM, self.sd)


LABELS: Final[Mapping[str, Label]] = {
    "label_collar": Label(key="neck", step=10, over_men=13, over_women=13, sd=8),
    "label_chest": Label(key="chest", step=40, over_men=0, over_women=0, sd=18),
    "label_waist": Label(key="waist", step=25.4, over_men=-60, over_women=-70, sd=30),
    "label_inseam": Label(key="inseam", step=25.4, over_men=-30, over_women=-30, sd=15),
    "label_sleeve": Label(key="sleeve_cb", step=12.7, over_men=-20, over_women=-15, sd=15),
}
SLEEVE_FROM_SHOULDER: Final = Label(
    key="arm_length", step=10, over_men=60, over_women=60, sd=20
)  # which holds the cuff and hangs below the wrist bone


def told_by(
    facts: Facts, *, table: SizeTable = SizeTable.NONE
) -> tuple[dict[str, float], dict[str, float]]:
    """Return what labels say of the body, and how far each value may be off (relative sd)."""
    found = {label: _label(label, facts[label]) for label in LABELS if label in facts}
    known = {each.key: each.body_mm(facts[label], table) for label, each in found.items()}
    return known, {each.key: each.error_mm / known[each.key] for each in found.values()}


def _label(code: str, mm: int) -> Label:
    if code == "label_sleeve" and mm < SLEEVE_FROM_MID_BACK:
        return SLEEVE_FROM_SHOULDER
    return LABELS[code]
