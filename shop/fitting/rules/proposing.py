"""What all answers about somebody's garments propose together. Pure, so it can be asked any time.

* Points of one garment that follow from the same measure must agree: where one fits or says the
  contrary, the others change the ease and not the body.
* Two kinds of garment that say the same of one measure correct the body, measured or not, by the
  smaller of the two, and she is asked to measure again.
* Of several garments of one kind the one made last decides; the others that say the same are named.
* What was accepted since a garment was made is in the next one already and counts against it. So
  the same answer proposes nothing twice, and a changed answer proposes the rest.
* What was declined is not proposed again from the same answers.
* The ease of a kind that is made like a garment in the wardrobe waits until it is no more.
* Less than 3 mm is not proposed: it lies within what is sewn and what is read off a tape.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from itertools import chain
from typing import Final

from shop.fitting.rules.findings import Finding, Hint, Note, found
from shop.fitting.rules.garments import Wearer, Worn
from shop.fitting.rules.offered_verdicts import MOST_MM, WIDTHS, is_girth
from shop.fitting.rules.verdicts import FitVerdict
from shop.measurements.rules import Heard, Layer, Measured, Proposed, Reason, Source, Why, measure

LEAST_MM: Final = 3
SURE_AROUND_MM: Final = 20  # our proposal: so far off she would have noticed in wearing it
SURE_ALONG_MM: Final = 10
THOUSAND: Final = 1000

Place = tuple[Layer, str, str, str]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What is proposed, and which answers propose nothing yet."""

    proposed: tuple[Proposed, ...]
    notes: tuple[Note, ...]


def outcome(garments: Sequence[Worn], wearer: Wearer, *, now: datetime) -> Outcome:
    """Return what these answers teach about this wearer, as things stand now."""
    ordered = sorted(garments, key=lambda worn: (worn.made_at, worn.line))
    said = [_agreed(_all_found(worn, wearer, now=now)) for worn in ordered]
    together = list(chain.from_iterable(said))
    findings = _by_two_kinds([each for each in together if isinstance(each, Finding)])
    notes = [each for each in together if isinstance(each, Note)]
    proposed = []
    for place in dict.fromkeys(each.place for each in findings):
        here = [each for each in findings if each.place == place]
        made = _of_body(here, wearer) if place[0] is Layer.BODY else _of_cut(here, place, wearer)
        if made and (hint := _not_now(made, wearer)):
            notes.append(Note(line=here[-1].worn.line, point=here[-1].point, hint=hint))
        elif made and not _was_declined(made, wearer):
            proposed.append(made)
    return Outcome(proposed=tuple(proposed), notes=tuple(notes))


def _all_found(worn: Worn, wearer: Wearer, *, now: datetime) -> list[Finding | Note]:
    return list(chain.from_iterable(found(worn, each, wearer, now=now) for each in worn.points))


def _agreed(said: list[Finding | Note]) -> list[Finding | Note]:
    """Let the ease take what the points of one measure do not say together."""
    ways: dict[str, set[int]] = {}
    for each in said:
        if isinstance(each, Finding) and each.layer is Layer.BODY:
            ways.setdefault(each.point.of, set()).add(_way(each.off))
    return [
        replace(each, layer=Layer.EASE, why=Why.UNDONE if each.is_right else Why.CONTRARY)
        if isinstance(each, Finding) and each.layer is Layer.BODY and len(ways[each.point.of]) > 1
        else each
        for each in said
    ]


def _by_two_kinds(findings: list[Finding]) -> list[Finding]:
    """Turn to the body what two kinds of garment say of the same measure."""
    kinds: dict[tuple[str, int], set[str]] = {}
    for each in findings:
        if _says_of_body(each):
            kinds.setdefault((each.point.of, _way(each.off)), set()).add(each.worn.garment)
    return [
        replace(each, layer=Layer.BODY, why=Why.TWO_KINDS)
        if _says_of_body(each) and len(kinds[each.point.of, _way(each.off)]) > 1
        else each
        for each in findings
    ]


def _says_of_body(finding: Finding) -> bool:
    return finding.why in {Why.GUESSED, Why.WORN} and not finding.is_right


def _of_body(here: list[Finding], wearer: Wearer) -> Proposed | None:
    """Return the value that the garments speak for, against the one of now."""
    key = here[0].point.of
    now_mm = wearer.body[key].mm
    two = [each for each in here if each.why is Why.TWO_KINDS]
    deciding = two or [each for each in here if each.worn.line == here[-1].worn.line]
    best = min(deciding, key=lambda each: abs(_right_mm(each) - now_mm))
    needed = _right_mm(best) - now_mm
    if abs(needed) < LEAST_MM and not (best.is_right and needed == 0):
        return None
    if best.is_right and wearer.body[key].source not in {Source.ESTIMATE, Source.SIZE}:
        return None
    heard = two or [each for each in here if _way(each.off) == _way(best.off)]
    low, high = _ends(best, now_mm + needed, wearer.body[key])
    why = Why.CONFIRMED if best.is_right else best.why
    reason = Reason(
        why=why,
        heard=_heard(heard),
        was_mm=now_mm,
        measure=key,
        source=wearer.body[key].source.value,
        low=low,
        high=high,
        replaces=_replaced(two, wearer),
    )
    return Proposed(layer=Layer.BODY, garment="", point=key, mm=needed, reason=reason)


def _of_cut(here: list[Finding], place: Place, wearer: Wearer) -> Proposed | None:
    """Return what the garment made last still lacks, or has too much."""
    last = max(here, key=lambda each: (each.worn.made_at, each.worn.line, abs(each.off)))
    given = _given_since(last, place, wearer)
    needed = -last.off - given
    if abs(needed) < LEAST_MM:
        return None
    layer, garment, point, cloth = place
    cloth_name = last.worn.cloth_name if layer is Layer.CUT else ""
    heard = [each for each in here if _way(each.off) == _way(last.off)]
    reason = Reason(
        why=last.why,
        heard=_heard(heard),
        was_mm=last.point.mm + given,
        measure=last.point.of,
        cloth=cloth_name,
    )
    return Proposed(
        layer=layer, garment=garment, point=point, cloth=cloth, mm=needed, reason=reason
    )


def _given_since(finding: Finding, place: Place, wearer: Wearer) -> int:
    """Return what was accepted at this place after the garment's measurements were confirmed."""
    return sum(
        each.mm
        for each in wearer.decided
        if each.is_accepted and each.place == place and each.at > finding.worn.made_at
    )


def _right_mm(finding: Finding) -> int:
    """Return the body's value from which the point would have been right."""
    exact = Fraction(finding.off * THOUSAND, finding.point.per_mille)
    return finding.point.body_mm - round(exact)


def _ends(finding: Finding, mm: int, known: Measured) -> tuple[int, int]:
    """Return an interval as wide as wearing it tells, never wider than the one before."""
    sure = SURE_AROUND_MM if is_girth(finding.point) else SURE_ALONG_MM
    half = round(Fraction(sure * THOUSAND, finding.point.per_mille))
    if known.low is not None and known.high is not None:
        half = min(half, (known.high - known.low) // 2)
    return mm - half, mm + half


def _replaced(two: Iterable[Finding], wearer: Wearer) -> tuple[str, ...]:
    places = {(each.worn.garment, each.point.code) for each in two}
    return tuple(
        each.public_id
        for each in wearer.decided
        if each.is_accepted and each.layer is Layer.EASE and (each.garment, each.point) in places
    )


def _heard(findings: Iterable[Finding]) -> tuple[Heard, ...]:
    return tuple(
        Heard(
            line=each.worn.line,
            garment=each.worn.name,
            on=each.worn.ordered_on.isoformat(),
            point=each.point.code,
            point_name=each.point.name,
            said=_said(each),
            since=each.told.since.value,
            mm=abs(each.off),
            made_mm=each.point.mm,
            right_mm=each.point.mm - each.off,
        )
        for each in findings
    )


def _said(finding: Finding) -> str:
    """Return what was said as the words of a reason know it."""
    across = (
        {FitVerdict.LONG: "wide", FitVerdict.SHORT: "narrow"} if finding.point.of in WIDTHS else {}
    )
    return across.get(finding.told.said, finding.told.said.value)


def _not_now(proposed: Proposed, wearer: Wearer) -> Hint | None:
    """Return why the next garment could not be made so."""
    if _is_too_much(proposed):
        return Hint.SEND_BACK
    is_followed = (proposed.garment, proposed.point) in wearer.followed
    is_late = proposed.layer is Layer.EASE and proposed.reason.why is not Why.FOLLOWED
    return Hint.FOLLOWED_NOW if is_late and is_followed else None


def _is_too_much(proposed: Proposed) -> bool:
    if proposed.layer is not Layer.BODY:
        return abs(proposed.mm) > MOST_MM
    return not measure(proposed.point).is_possible(proposed.reason.was_mm + proposed.mm)


def _was_declined(proposed: Proposed, wearer: Wearer) -> bool:
    words = {each.words for each in proposed.reason.heard}
    return any(
        not each.is_accepted
        and each.place == proposed.place
        and words <= {heard.words for heard in each.heard}
        for each in wearer.decided
    )


def _way(off: int) -> int:
    return (off > 0) - (off < 0)
