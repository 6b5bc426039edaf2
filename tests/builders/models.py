"""Any model at all, for properties: every kind of question, every form of rule."""

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from shop.catalogue.rules import (
    BETWEEN,
    BODY,
    COMPARISONS,
    NONE,
    Condition,
    Ease,
    Extra,
    GarmentModel,
    Group,
    GroupKind,
    MakingStage,
    Material,
    MaterialUnit,
    MeasurePoint,
    Operation,
    Rule,
    Section,
    Term,
    Trim,
    Value,
)
from shop.catalogue.rules.vocabulary import FAMILIES, FIBRES
from shop.measurements.rules import KEYS
from tests.builders.catalogue import shipped

Draw = Callable[[st.SearchStrategy[Any]], Any]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=24
).map(str.strip).filter(bool) | st.sampled_from(
    ["yes", "null", "12", "-3", "1.5 %", "a: b", "a #b", "[x]", "- a", "'q'", '"q"', "~", "Ünï — é"]
)
SMALL = st.integers(-500, 500)
ATTRIBUTE_NAMES = ("weight-of-it", "size")  # numbers
WORD_NAMES = ("tone", "look")
PLAIN_WORDS = st.sampled_from(["dark", "light", "12", "> x", "= y", "no", "half-way"])
FITS = ("slim", "regular")
MATERIALS = tuple(
    Material(code=f"some-{unit}", name=f"By {unit}", unit=unit) for unit in MaterialUnit
)


def _values(draw: Draw, *, colour: bool = False) -> tuple[Value, ...]:
    codes = draw(st.lists(st.sampled_from([f"v{n}" for n in range(6)]), min_size=1, unique=True))
    ranks = draw(st.permutations(range(len(codes))))
    return tuple(
        Value(
            code=code,
            name=draw(WORDS),
            phrase=draw(WORDS),
            price_minor=draw(SMALL),
            rank=rank,
            **_minutes(draw),
            cloth_mm=draw(SMALL),
            colour=draw(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)) if colour else "",
            attributes=draw(st.dictionaries(st.sampled_from(ATTRIBUTE_NAMES), SMALL))
            | draw(st.dictionaries(st.sampled_from(WORD_NAMES), PLAIN_WORDS)),
        )
        for code, rank in zip(codes, ranks, strict=True)
    )


def _minutes(draw: Draw) -> dict[str, Any]:
    """Return minutes at any stage; of no minutes the file says no stage."""
    found = draw(SMALL)
    return {"minutes": found, "stage": draw(st.sampled_from(MakingStage))} if found else {}


def _group(draw: Draw, code: str, earlier: Sequence[Group]) -> Group:
    kind = draw(st.sampled_from([kind for kind in GroupKind if kind is not GroupKind.CLOTH]))
    facts: dict[str, Any] = {}
    if kind in {GroupKind.CHOICE, GroupKind.COLOUR, GroupKind.SEVERAL}:
        facts["values"] = _values(draw, colour=kind is GroupKind.COLOUR)
    if kind is GroupKind.SEVERAL:
        codes = [value.code for value in facts["values"]]
        facts["at_most"] = draw(st.integers(0, len(codes)))
        most = facts["at_most"] or len(codes)
        taken = draw(st.sets(st.sampled_from(codes), max_size=most))
        facts["usual"] = draw(
            st.just(BETWEEN.join(c for c in codes if c in taken)) | st.sampled_from(["", NONE])
        )
    if kind is GroupKind.NUMBER:
        least, step, steps = draw(st.tuples(*[st.integers(1, 40)] * 3))
        numbers = [least + step * n for n in range(steps + 1)]
        facts |= {"least": least, "most": numbers[-1], "step": step}
        facts["usual"] = draw(st.just("") | st.sampled_from(numbers).map(str))
        facts["unit"] = draw(st.sampled_from(["", "mm"]))
    if kind is GroupKind.TEXT:
        facts |= {"max_length": draw(st.integers(1, 200)), "allowed": draw(WORDS)}
    return Group(
        code=code,
        name=draw(WORDS),
        section=draw(st.sampled_from(Section)),
        kind=kind,
        asked_when=_conditions(draw, earlier),
        help=draw(st.just("") | WORDS),
        firmness=draw(st.integers(1, 9)),
        **facts,
    )


def _trim(draw: Draw, when: tuple[Condition, ...]) -> Trim:
    """Return a trim in words, or some of a material."""
    if draw(st.booleans()):
        return Trim(name=draw(WORDS), quantity=draw(WORDS), asked_when=when)
    material = draw(st.sampled_from(MATERIALS))
    spare = 0 if material.unit is MaterialUnit.MM else draw(st.integers(0, 3))
    return Trim(
        name=draw(st.just("") | WORDS),
        material=material,
        spare=spare,
        amount=draw(st.integers(1, 99_999)),
        asked_when=when,
    )


def _conditions(
    draw: Draw, groups: Sequence[Group], *, body: bool = False
) -> tuple[Condition, ...]:
    count = draw(st.integers(0, 3)) if groups else 0
    return tuple(_condition(draw, groups, body=body) for _ in range(count))


def _condition(draw: Draw, groups: Sequence[Group], *, body: bool = False) -> Condition:
    comparison = draw(st.sampled_from([*COMPARISONS, "=", "!="]))
    against = draw(st.integers(-999, 9999))
    if body and draw(st.integers(0, 4)) == 0:
        return Condition(
            group=BODY,
            attribute=draw(st.sampled_from(KEYS)),
            comparison=comparison,
            against=against,
        )
    group = draw(st.sampled_from(groups))
    asks = []
    if codes := _codes(group):
        asks.append(
            lambda: Condition(
                group=group.code, values=draw(st.frozensets(st.sampled_from(codes), min_size=1))
            )
        )
    if numbers := _numbers(group):
        asks.append(
            lambda: Condition(
                group=group.code,
                attribute=draw(st.sampled_from(numbers)),
                comparison=comparison,
                against=against,
            )
        )
    if words := _words(group):
        asks.append(
            lambda: Condition(
                group=group.code,
                comparison=draw(st.sampled_from(["=", "!="])),
                **dict(zip(("attribute", "against"), draw(st.sampled_from(words)), strict=True)),
            )
        )
    found: Condition = draw(st.sampled_from(asks))()
    return found


def _codes(group: Group) -> list[str]:
    if group.kind is GroupKind.CLOTH:
        return [each.cloth.code for each in shipped().cloths]
    if group.kind is GroupKind.NUMBER:
        return [str(number) for number in group.numbers]
    codes = [value.code for value in group.values]
    return [*codes, NONE] if group.kind is GroupKind.SEVERAL else codes


def _numbers(group: Group) -> list[str]:
    if group.kind is GroupKind.CLOTH:
        return ["weight", "width", "stretch"]
    own = {GroupKind.NUMBER: ["number"], GroupKind.TEXT: ["length"]}.get(group.kind, [])
    return own + sorted(
        {name for v in group.values for name in v.attributes if name in ATTRIBUTE_NAMES}
    )


def _words(group: Group) -> list[tuple[str, str]]:
    if group.kind is GroupKind.CLOTH:
        return [("family", each) for each in FAMILIES] + [
            ("fibre", each) for each in sorted(FIBRES)
        ]
    return sorted(
        {(n, str(w)) for v in group.values for n, w in v.attributes.items() if n in WORD_NAMES}
    )


def _rule(draw: Draw, code: str, groups: Sequence[Group]) -> Rule:
    form = draw(st.sampled_from(["forbid", "require", "only", "sum", "match"]))
    when = _conditions(draw, groups, body=True)
    facts: dict[str, Any] = {"code": code, "when": when, "message": draw(WORDS), "forbids": False}
    if form in {"sum", "match"}:
        terms = _terms(groups, words=form == "match")
        size = 2 if form == "match" else None
        of = draw(
            st.lists(st.sampled_from(terms), min_size=size or 1, max_size=size or 3, unique=True)
        )
        at_most = draw(SMALL) if form == "sum" else None
        return Rule(**facts, then=None, of=tuple(of), at_most=at_most, must_match=form == "match")
    then = _condition(draw, groups, body=True)
    return Rule(**{**facts, "forbids": form == "forbid"}, then=then, only_with=form == "only")


def _terms(groups: Sequence[Group], *, words: bool) -> list[Term]:
    kinds = {GroupKind.CHOICE, GroupKind.COLOUR, GroupKind.CLOTH}
    return [
        Term(group=group.code, attribute=name)
        for group in groups
        if group.kind in kinds
        for name in [*_numbers(group), *({word for word, _ in _words(group)} if words else ())]
    ]


def _point(draw: Draw, code: str, groups: Sequence[Group]) -> MeasurePoint:
    ease = st.builds(Ease, mm=st.integers(-99, 99), per_mille=st.integers(-99, 99))
    changes = range(draw(st.integers(0, 2)))
    return MeasurePoint(
        code=code,
        name=draw(WORDS),
        how=draw(WORDS),
        of=draw(st.sampled_from(KEYS)),
        share_per_mille=draw(st.integers(1, 3000)),
        ease={fit: draw(ease) for fit in FITS},
        adjustments=tuple((_condition(draw, groups), draw(SMALL)) for _ in changes),
        asked_when=_conditions(draw, groups),
        plus_mm=draw(st.integers(1, 50)),
        minus_mm=draw(st.integers(1, 50)),
        along=draw(st.sampled_from(["length", "width"])),
        source=draw(WORDS),
        flat=draw(st.just("") | WORDS),
    )


@st.composite
def models(draw: Draw) -> GarmentModel:
    """Return a model as files may describe it, with the cloths of the shop to choose from."""
    groups = [
        Group(code="cloth", name="Cloth", section=Section.CLOTH, kind=GroupKind.CLOTH),
        Group(
            code="fit",
            name="Fit",
            section=Section.FIT,
            values=tuple(
                Value(code=fit, name=fit, phrase=fit, rank=rank) for rank, fit in enumerate(FITS)
            ),
        ),
    ]
    for number in range(draw(st.integers(1, 5))):
        groups.append(_group(draw, f"g{number}", tuple(groups)))
    some = st.integers(0, 3)
    return GarmentModel(
        garment="coat",
        name=draw(WORDS),
        summary=draw(WORDS),
        for_whom="everyone",
        base_price_minor=draw(st.integers(0, 99_999)),
        cloth_mm=draw(st.integers(100, 5000)),
        cloth_width_mm=draw(st.integers(600, 3000)),
        lead_days=draw(st.integers(1, 250)),
        groups=tuple(groups),
        rules=tuple(_rule(draw, f"r{n}", groups) for n in range(draw(some))),
        extras=tuple(
            Extra(
                code=f"e{n}",
                name=draw(WORDS),
                when=_conditions(draw, groups),
                price_minor=draw(SMALL),
                **_minutes(draw),
            )
            for n in range(draw(some))
        ),
        points=tuple(_point(draw, f"p{n}", groups) for n in range(draw(some))),
        operations=tuple(
            Operation(
                name=draw(WORDS),
                stage=draw(st.sampled_from(MakingStage)),
                minutes=draw(st.integers(1, 600)),
                asked_when=_conditions(draw, groups),
            )
            for _ in range(draw(some))
        ),
        trims=tuple(_trim(draw, _conditions(draw, groups)) for _ in range(draw(some))),
    )
