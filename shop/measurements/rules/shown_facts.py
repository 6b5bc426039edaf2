"""Facts as fields show them, so that what is sent back unchanged changes nothing."""

from collections.abc import Mapping

from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.measurements.rules.facts import AGE, HEIGHT_SAID, LABELS, WEIGHT_SAID, Facts
from shop.measurements.rules.statures import show_height, show_weight


def shown_facts(facts: Facts, unit: Unit) -> Mapping[str, str]:
    """Return each fact that a field asks for, as it is written there, with its unit."""
    shown = {key: _length(facts[key], unit) for key in LABELS if key in facts}
    if HEIGHT_SAID in facts:
        shown[HEIGHT_SAID] = show_height(facts[HEIGHT_SAID], unit)
    if WEIGHT_SAID in facts:
        shown[WEIGHT_SAID] = show_weight(facts[WEIGHT_SAID], unit)
    if AGE in facts:
        shown[AGE] = str(facts[AGE])
    return shown


def _length(mm: int, unit: Unit) -> str:
    return f"{lengths.show(mm, unit)} {unit}"
