"""Why a piece has another spec than before, and what differs between the two."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shop.kernel import documents
from shop.kernel.errors import Refused
from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy
from shop.production.rules.origins import cm, signed
from shop.production.rules.spec import ClothToCut, Option, Spec, SpecPoint
from shop.production.rules.stages import Stage


class Cause(StrEnum):
    """What made a revision."""

    PAID = "paid"  # the first: its order was paid
    CARRIED = "carried"  # the first of a piece from before specs were kept
    CHANGED = "changed"  # the order was changed
    SUBSTITUTED = "substituted"  # another cloth, roll or part is taken


CAUSES: Final[Mapping[Cause, str]] = {
    Cause.PAID: lazy("the order was paid"),
    Cause.CARRIED: lazy("carried over from before"),
    Cause.CHANGED: lazy("the order was changed"),
    Cause.SUBSTITUTED: lazy("something else is taken"),
}


class What(StrEnum):
    """The part of a spec that differs."""

    DUE = "due"
    GARMENT = "garment"
    CLOTH = "cloth"
    OPTION = "option"
    MONOGRAM = "monogram"
    POINT = "point"
    PART = "part"
    TASK = "task"
    NOTE = "note"
    UNUSUAL = "unusual"


WHATS: Final[Mapping[What, str]] = {
    What.DUE: lazy("Dates and numbers"),
    What.GARMENT: lazy("Garment"),
    What.CLOTH: lazy("Cloth"),
    What.OPTION: lazy("Options"),
    What.MONOGRAM: lazy("Monogram"),
    What.POINT: lazy("Measures in cm"),
    What.PART: lazy("Parts"),
    What.TASK: lazy("Work"),
    What.NOTE: lazy("The customer's words"),
    What.UNUSUAL: lazy("Unusual about this piece"),
}
Fact = tuple[What, str, str]


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a newer spec says otherwise; empty where one of the two says nothing of it."""

    what: What
    where: str
    before: str
    after: str


def digest(spec: Spec) -> str:
    """Return the digest of the spec's canonical text: equal specs have equal ones."""
    return documents.digest(documents.canonical(spec))


def difference(before: Spec, after: Spec) -> tuple[Change, ...]:
    """Return all that a colleague would read otherwise, in the order of the sheet."""
    was, now = _facts(before), _facts(after)
    keys = sorted({**was, **now}, key=lambda key: list(What).index(key[0]))
    return tuple(
        Change(what=what, where=where, before=was.get(key, ""), after=now.get(key, ""))
        for key in keys
        for what, where, _n in (key,)
        if was.get(key, "") != now.get(key, "")
    )


def check_revisable(stage: Stage, resumes_at: Stage | None) -> None:
    """Make sure that the piece is not cut; raise Refused if it is, or if nobody makes it."""
    if Stage.QUEUED not in {stage, resumes_at}:
        raise Refused(_("The cloth of this piece is cut already, so its spec stands."))


def _facts(spec: Spec) -> dict[tuple[What, str, int], str]:
    """Return what the sheet says, by part and place; equal places are counted."""
    seen: Counter[tuple[What, str]] = Counter()
    found: dict[tuple[What, str, int], str] = {}
    for what, where, says in _told(spec):
        found[what, where, seen[what, where]] = says
        seen[what, where] += 1
    return found


def _told(spec: Spec) -> Iterator[Fact]:
    yield from _about_piece(spec)
    yield from _about_cloth(spec.cloth)
    for _name, rows in spec.sections:
        yield from ((What.OPTION, row.group, _answer(row)) for row in rows)
    yield from ((What.MONOGRAM, row.group, _answer(row)) for row in spec.monogram)
    for point in spec.points:
        yield from _about_point(point)
    yield from ((What.PART, part.name, part.quantity) for part in spec.parts)
    for task in spec.tasks:
        said = _("%(stage)s, %(n)s min", stage=task.stage, n=task.minutes)
        yield What.TASK, task.name, said
    yield What.NOTE, "", spec.note
    yield from ((What.UNUSUAL, "", line) for line in spec.unusual)


def _about_piece(spec: Spec) -> Iterator[Fact]:
    head = spec.head
    yield What.DUE, _("Piece"), f"{head.number} · {head.order_number} · {head.piece}/{head.pieces}"
    yield What.DUE, _("Cut from"), head.cut_on.isoformat()
    yield What.DUE, _("Cut by"), head.cut_by.isoformat()
    yield What.DUE, _("Promised"), head.promised_on.isoformat()
    yield What.GARMENT, head.garment, head.sentence


def _about_cloth(cloth: ClothToCut) -> Iterator[Fact]:
    yield What.CLOTH, _("Name"), cloth.name
    yield What.CLOTH, _("Roll"), f"{cloth.roll} {cloth.dye_lot}".strip()
    yield What.CLOTH, _("To cut"), f"{cloth.mm / 1000:.2f} m"
    yield What.CLOTH, _("Mill"), f"{cloth.mill} · {cloth.article}"
    yield What.CLOTH, _("Colour"), f"{cloth.colour} · {cloth.weave}"
    yield What.CLOTH, _("Pattern"), f"{cloth.pattern}, {cloth.repeat_mm} mm"
    yield What.CLOTH, _("Width"), f"{cm(cloth.width_mm)} cm, {cloth.weight_gsm} g/m²"
    shrinks = (cloth.shrink_length_per_mille, cloth.shrink_width_per_mille)
    yield What.CLOTH, _("Shrinks"), ", ".join(f"{each / 10} %" for each in shrinks)
    fibres = ", ".join(f"{share} % {fibre}" for fibre, share in cloth.composition)
    yield What.CLOTH, _("Fibre"), fibres
    yield What.CLOTH, _("Care"), ", ".join(words for _code, words in cloth.care)


def _answer(row: Option) -> str:
    return f"{row.value} ({row.code})" if row.code else row.value


def _about_point(point: SpecPoint) -> Iterator[Fact]:
    body = "" if point.body_mm is None else cm(point.body_mm)
    ease = "" if point.body_mm is None else signed(point.ease_mm)
    tolerance = f"{signed(point.plus_mm)} {signed(-point.minus_mm)}"
    yield What.POINT, point.name, cm(point.mm)
    yield What.POINT, _("%(point)s, tolerance", point=point.name), tolerance
    yield What.POINT, _("%(point)s, cut", point=point.name), cm(point.cut_mm)
    yield What.POINT, _("%(point)s, body", point=point.name), body
    yield What.POINT, _("%(point)s, ease", point=point.name), f"{ease} {point.ease}".strip()
    yield What.POINT, _("%(point)s, from", point=point.name), f"{point.source} {point.cut}".strip()
    yield What.POINT, _("%(point)s, how", point=point.name), point.how
