"""What is wrong with a model, before a customer meets it. Each finding has its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from shop.catalogue.rules import BETWEEN, NONE, GarmentModel, Group, GroupKind, Rule, Value
from shop.configurator.rules.boxes import Box
from shop.configurator.rules.cells import TAKEN, Cell
from shop.configurator.rules.domains import domains
from shop.configurator.rules.engine import Engine, engine_of
from shop.kernel.texts import gettext as _


class Kind(StrEnum):
    EMPTY = "empty"
    NO_VALUES = "no-values"
    DEAD = "dead"
    FORCED = "forced"
    NEVER_OPENS = "never-opens"
    NEVER_FIRES = "never-fires"
    REDUNDANT = "redundant"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to look at: which question, value and rules it is about, and a sentence."""

    kind: Kind
    says: str
    group: str = ""
    value: str = ""
    rules: tuple[str, ...] = ()

    @property
    def is_error(self) -> bool:
        """Tell whether this must not be published: nobody could order the garment."""
        return self.kind in {Kind.EMPTY, Kind.NO_VALUES}


@dataclass(frozen=True, kw_only=True)
class Report:
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.is_error)


def lint(model: GarmentModel) -> Report:
    """Return every finding about a model, errors first. Exact, and each reason is minimal.

    - empty: the rules leave no design at all (with the rules that contradict each other);
    - no-values: a question offers nothing;
    - dead: a value nobody can choose, whatever else she chooses (with the rules that forbid it);
    - forced: a question with one possible answer;
    - never-opens: a question that is never asked;
    - never-fires: a rule that speaks of nothing there is;
    - redundant: a rule without which every design would be allowed or forbidden just the same.
    """
    bare = [group for group in model.groups if group.kind in _VALUED and not group.values]
    if bare:
        return Report(findings=tuple(_no_values(group) for group in bare))
    engine = engine_of(model)
    with engine.lock:
        contradiction = engine.switched.prover.core([], engine.switched.switches)
        if contradiction is not None:
            return Report(findings=(_empty(engine, contradiction),))
        silent = _silent(engine)
        found = [*_values(engine), *map(_never_fires, silent), *_redundant(engine)]
    return Report(findings=tuple(found))


_VALUED = frozenset({GroupKind.CHOICE, GroupKind.COLOUR, GroupKind.CLOTH, GroupKind.SEVERAL})


def _no_values(group: Group) -> Finding:
    says = _("«%(group)s» offers nothing to choose.", group=group.name)
    return Finding(kind=Kind.NO_VALUES, group=group.code, says=says)


def _empty(engine: Engine, core: Iterable[int]) -> Finding:
    rules = _codes(engine, core)
    says = _(
        "No garment can be made: these rules contradict each other: %(rules)s.",
        rules=_listed(rules),
    )
    if not rules:
        says = _("No garment can be made: the questions themselves leave no way to answer.")
    return Finding(kind=Kind.EMPTY, rules=rules, says=says)


def _values(engine: Engine) -> Iterator[Finding]:
    """Give the questions that never open, the values never chosen, those always chosen."""
    masks = domains(engine, dict(engine.problem.fixed)) or []
    closed = {
        cell.group
        for cell, mask in zip(engine.problem.cells, masks, strict=True)
        if cell.kind is not None and not mask & cell.answers
    }
    for code in dict.fromkeys(cell.group for cell in engine.problem.cells if cell.group in closed):
        yield _never_opens(engine, code)
    for place, (cell, mask) in enumerate(zip(engine.problem.cells, masks, strict=True)):
        if cell.kind not in {None, GroupKind.TEXT} and cell.group not in closed:
            yield from _dead(engine, place, mask)
    for group in engine.problem.model.groups:
        if group.code not in closed and (only := _only_answer(engine, group, masks)):
            says = _(
                "%(value)s is all that is ever possible: there is nothing to ask.",
                value=f"{group.name}: {only.name}",
            )
            yield Finding(kind=Kind.FORCED, group=group.code, value=only.code, says=says)


def _only_answer(engine: Engine, group: Group, masks: list[int]) -> Value | None:
    """Return the one answer that is ever possible, to a question that seems to offer more."""
    cells = [
        (engine.problem.cells[place], masks[place]) for place in engine.problem.places[group.code]
    ]
    left = [(cell, mask & cell.answers) for cell, mask in cells]
    if group.kind is GroupKind.TEXT or any(mask.bit_count() != 1 for _cell, mask in left):
        return None
    if group.kind is GroupKind.SEVERAL:
        taken = [c.one_of_several for c, mask in left if mask == 1 << TAKEN and c.one_of_several]
        return Value(
            code=BETWEEN.join(v.code for v in taken) or NONE,
            name=", ".join(v.name for v in taken) or _("None"),
        )
    cell, mask = left[0]
    option = mask.bit_length() - 1
    if group.kind is GroupKind.NUMBER:
        low, high = cell.spans[option]
        offers_more = len(group.numbers) > 1 and not any(low < n <= high for n in group.numbers)
        return cell.values[option] if offers_more else None
    return cell.values[option] if len(cell.values) > 1 else None


def _dead(engine: Engine, place: int, mask: int) -> Iterator[Finding]:
    cell = engine.problem.cells[place]
    options = [TAKEN] if cell.member else range(len(cell.values))
    for option in options:
        if not mask >> option & 1:
            literal = engine.switched.options[place][option]
            rules = _codes(engine, _core(engine, [literal]))
            name = _name(engine, cell, option)
            says = _(
                "%(value)s can never be chosen, because of %(rules)s.",
                value=name,
                rules=_listed(rules) or _("what it is asked with"),
            )
            code = cell.member or cell.values[option].code
            yield Finding(kind=Kind.DEAD, group=cell.group, value=code, rules=rules, says=says)


def _never_opens(engine: Engine, code: str) -> Finding:
    place = engine.problem.places[code][0]
    cell = engine.problem.cells[place]
    act = _either(engine, [engine.switched.options[place][i] for i in range(len(cell.values))])
    rules = _codes(engine, _core(engine, [act]))
    group = engine.problem.model.group(code)
    says = _(
        "«%(group)s» is never asked: what it waits for cannot be chosen.",
        group=group.name if group else code,
    )
    return Finding(kind=Kind.NEVER_OPENS, group=code, rules=rules, says=says)


def _silent(engine: Engine) -> list[Rule]:
    heard = {rule.code for _box, rule in engine.problem.boxes if rule is not None}
    return [rule for rule in engine.problem.model.rules if rule.code not in heard]


def _never_fires(rule: Rule) -> Finding:
    says = _(
        "The rule %(rule)s never says anything: no choice meets its conditions.",
        rule=f"«{rule.code}»",
    )
    return Finding(kind=Kind.NEVER_FIRES, rules=(rule.code,), says=says)


def _redundant(engine: Engine) -> Iterator[Finding]:
    boxes: dict[str, list[Box]] = {}
    for box, rule in engine.problem.boxes:
        if rule is not None:
            boxes.setdefault(rule.code, []).append(box)
    for switch, rule in engine.switched.rules.items():
        others = [each for each in engine.switched.rules if each != switch]
        if not any(_is_allowed(engine, box, others) for box in boxes[rule.code]):
            says = _(
                "The rule %(rule)s says nothing new: the others forbid the same already.",
                rule=f"«{rule.code}»",
            )
            yield Finding(kind=Kind.REDUNDANT, rules=(rule.code,), says=says)


def _is_allowed(engine: Engine, box: Box, others: list[int]) -> bool:
    """Tell whether the other rules leave a design inside the box."""
    inside = [
        _either(engine, [engine.switched.options[cell][o] for o in _options(mask)])
        for cell, mask in box
    ]
    return engine.switched.prover.solve([*others, *inside])


def _either(engine: Engine, literals: list[int]) -> int:
    """Return a literal that wants one of these."""
    if len(literals) == 1:
        return literals[0]
    literal = engine.switched.prover.new()
    engine.switched.prover.add([-literal, *literals])
    return literal


def _options(mask: int) -> list[int]:
    return [i for i in range(mask.bit_length()) if mask >> i & 1]


def _core(engine: Engine, fixed: list[int]) -> list[int]:
    return engine.switched.prover.core(fixed, engine.switched.switches) or []


def _codes(engine: Engine, switches: Iterable[int]) -> tuple[str, ...]:
    return tuple(engine.switched.rules[each].code for each in switches)


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"«{code}»" for code in codes)


def _name(engine: Engine, cell: Cell, option: int) -> str:
    group = engine.problem.model.group(cell.group)
    name = group.name if group else cell.group
    if cell.member:
        value = group.value(cell.member) if group else None
        return f"{name}: {value.name if value else cell.member}"
    if cell.spans:
        low, high = cell.spans[option]
        return f"{name}: {low}" if low == high else f"{name}: {low} to {high}"
    return f"{name}: {cell.values[option].name}"
