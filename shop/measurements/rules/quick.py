"""The quick estimate: what somebody tells of herself and of her clothes, read and asked about."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from shop.kernel.lengths import NotALength, Unit
from shop.kernel.texts import gettext as _
from shop.kernel.weights import NotAWeight
from shop.measurements.rules.bodies import SizeTable
from shop.measurements.rules.facts import AGE, HEIGHT_SAID, LABELS, NO_FACTS, WEIGHT_SAID, Facts
from shop.measurements.rules.shown_facts import shown_facts
from shop.measurements.rules.statures import (
    Stature,
    in_words,
    is_height,
    is_weight,
    no_height,
    no_weight,
    other_readings,
    parse_height,
    parse_weight,
)
from shop.measurements.rules.tickets import NotALabel, jeans, read_label

ADULT, OLDEST = 18, 120
ASKED: Final = (HEIGHT_SAID, WEIGHT_SAID, AGE, *LABELS)
OFFERED: Final = 3  # guesses at what was meant
DIGITS: Final = 4


@dataclass(frozen=True, kw_only=True)
class QuickAnswers:
    """What could be read, what is wrong by field, and what a height and a weight may have meant.

    `choices` are the answers as they are sent, and their words.
    """

    facts: Facts = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)


def read_told(
    typed: Mapping[str, str],
    unit: Unit,
    *,
    table: SizeTable,
    known: Facts,
    measured: Facts = NO_FACTS,
    meant: str = "",
) -> QuickAnswers:
    """Return what was told, field by field; empty ones are left out.

    What reads as it was shown stays as it was. A height or a weight that was `measured` need not be
    told; what is told is compared with it. `meant` answers the question about a height and a
    weight that are odd, as one of the choices offered for them.
    """
    words = _split({key: typed.get(key, "").strip() for key in ASKED})
    simple = _simple(words, unit, table=table, known=known)
    told = tuple(key for key in (HEIGHT_SAID, WEIGHT_SAID) if words[key])
    rest = {key: amount for key, amount in measured.items() if key not in told}
    both = {**words, **shown_facts(rest, unit)}
    if not told or not both[HEIGHT_SAID] or not both[WEIGHT_SAID]:
        return simple
    as_typed = _stature(both, unit, {**measured, **known})
    if as_typed and as_typed.is_usual:
        return replace(simple, facts={**simple.facts, **_said(as_typed, told)})
    found = _offered(both[HEIGHT_SAID], both[WEIGHT_SAID], unit, as_typed)
    offered = {_sent(each): each for each in found}
    if meant in offered:
        return replace(simple, facts={**simple.facts, **_said(offered[meant], told)})
    if not offered:
        return replace(simple, faults={**_unread(both, told, unit), **simple.faults})
    choices = {sent: in_words(each, unit) for sent, each in offered.items()}
    odd = _("This height and this weight hardly go together.")
    return replace(simple, faults={told[0]: odd, **simple.faults}, choices=choices)


def _simple(
    words: Mapping[str, str], unit: Unit, *, table: SizeTable, known: Facts
) -> QuickAnswers:
    """Return what each field says by itself: the age and the labels."""
    shown = shown_facts(known, unit)
    facts: dict[str, int] = {}
    faults: dict[str, str] = {}
    for key in (each for each in (AGE, *LABELS) if words[each]):
        try:
            is_same = words[key] == shown.get(key)
            facts[key] = known[key] if is_same else _read(key, words[key], table, unit)
        except NotALabel as refused:
            faults[key] = str(refused)
    return QuickAnswers(facts=facts, faults=faults)


def read_age(words: str) -> int:
    """Return the years; raise NotALabel, with a sentence, for no age or that of a child."""
    is_number = words.isascii() and words.isdigit() and len(words) < DIGITS
    if not is_number or not 0 < int(words) <= OLDEST:
        raise NotALabel(_("That is not an age. Type the years, such as 34."))
    if int(words) < ADULT:
        raise NotALabel(no_children())
    return int(words)


def no_children() -> str:
    """Say why children are refused."""
    return _(
        "We make for adults only: children grow faster than we sew, and our figures are of adults."
    )


def _split(words: dict[str, str]) -> dict[str, str]:
    """Take `W32 L34` for waist and inseam."""
    both = jeans(words["label_waist"])
    if not both:
        return words
    inseam = words["label_inseam"] or f"L{both[1]}"
    return {**words, "label_waist": f"W{both[0]}", "label_inseam": inseam}


def _read(key: str, words: str, table: SizeTable, unit: Unit) -> int:
    return read_age(words) if key == AGE else read_label(key, words, table=table, unit=unit)


def _stature(words: Mapping[str, str], unit: Unit, known: Facts) -> Stature | None:
    shown = shown_facts(known, unit)
    height, weight = words[HEIGHT_SAID], words[WEIGHT_SAID]
    is_same = height == shown.get(HEIGHT_SAID), weight == shown.get(WEIGHT_SAID)
    try:
        mm = known[HEIGHT_SAID] if is_same[0] else parse_height(height, unit)
        grams = known[WEIGHT_SAID] if is_same[1] else parse_weight(weight, unit)
    except (NotALength, NotAWeight):
        return None
    return Stature(mm=mm, grams=grams)


def _offered(height: str, weight: str, unit: Unit, as_typed: Stature | None) -> Iterator[Stature]:
    yield from other_readings(height, weight, unit)[:OFFERED]
    if as_typed and as_typed.is_possible:
        yield as_typed


def _said(stature: Stature, told: Collection[str]) -> dict[str, int]:
    both = {HEIGHT_SAID: stature.mm, WEIGHT_SAID: stature.grams}
    return {key: amount for key, amount in both.items() if key in told}


def _sent(stature: Stature) -> str:
    return f"{stature.mm}:{stature.grams}"


def _unread(both: Mapping[str, str], told: Sequence[str], unit: Unit) -> dict[str, str]:
    """Say what is wrong with each that was told; if neither is by itself, with both."""
    faults = {}
    if not is_height(both[HEIGHT_SAID], unit):
        faults[HEIGHT_SAID] = no_height()
    if not is_weight(both[WEIGHT_SAID], unit):
        faults[WEIGHT_SAID] = no_weight()
    found = {key: sentence for key, sentence in faults.items() if key in told}
    return found or {
        told[0]: _("We cannot read these. Write 168 cm and 62 kg, or 5 ft 6 and 137 lb.")
    }
