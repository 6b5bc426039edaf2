"""What is possible: exact search over the boxes of a problem."""

from functools import lru_cache
from typing import Final

from shop.catalogue.rules import Choices, GarmentModel, GroupKind
from shop.configurator.rules.problem import NOT_ASKED, Box, Domains, Problem, problem_of

Own = tuple[tuple[int, int], ...]  # (group, mask of the chosen value) …
REMEMBERED: Final = 4096


def possible(model: GarmentModel, choices: Choices) -> dict[str, frozenset[str]]:
    """Return for every group the values that can be had with the own choices in other groups.

    Sound and complete: each returned value lies in some whole design that keeps the other own
    choices, and no other value does. A group that cannot be asked has no values. Choices that
    contradict each other leave every group empty; `reconcile` them first.
    """
    problem = problem_of(model)
    found = _possible(problem, own_of(problem, choices))
    return {
        group: frozenset(c for i, c in enumerate(codes) if mask >> i & 1 and c != NOT_ASKED)
        for group, codes, mask in zip(problem.groups, problem.values, found, strict=True)
    }


def is_possible(model: GarmentModel, choices: Choices) -> bool:
    """Tell whether some whole design keeps all these choices."""
    problem = problem_of(model)
    return _solved(problem, _narrowed(problem, own_of(problem, choices))) is not None


def complete(model: GarmentModel, choices: Choices) -> dict[str, str]:
    """Return the whole design in the house's taste that keeps the own choices.

    Deterministic: in the model's order each group takes the favourite value that is possible after
    those before it. Only asked groups are answered; texts are kept where they are asked. Raises
    ValueError when the choices contradict each other.
    """
    problem = problem_of(model)
    picked = _complete(problem, own_of(problem, choices))
    if picked is None:
        raise ValueError("the choices contradict each other")
    whole = {
        group: codes[i]
        for group, codes, i in zip(problem.groups, problem.values, picked, strict=True)
        if codes[i] != NOT_ASKED
    }
    return _in_order(model, whole, choices)


def own_of(problem: Problem, choices: Choices) -> Own:
    """Return the choices the engine knows, as masks; texts and unknown groups stay outside."""
    indexes = ((problem.group_index(group), code) for group, code in choices.items())
    return tuple(sorted((i, problem.mask(i, code)) for i, code in indexes if i is not None))


def _in_order(model: GarmentModel, whole: dict[str, str], choices: Choices) -> dict[str, str]:
    texts = {g.code for g in model.groups if g.kind is GroupKind.TEXT}
    for group in model.groups:
        if group.code in texts and _is_asked(model, whole, group.code):
            whole[group.code] = choices.get(group.code, "")
    return {g.code: whole[g.code] for g in model.groups if g.code in whole}


def _is_asked(model: GarmentModel, whole: Choices, code: str) -> bool:
    group = model.group(code)
    conditions = group.asked_when if group else ()
    answers = ((c, model.group(c.group)) for c in conditions)
    values = ((c, g.value(whole.get(g.code, "")) if g else None) for c, g in answers)
    return all(value is not None and c.holds(value) for c, value in values)


def _narrowed(problem: Problem, own: Own) -> Domains:
    domains = list(problem.everything)
    for group, mask in own:
        domains[group] &= mask
    return tuple(domains)


@lru_cache(maxsize=REMEMBERED)
def _possible(problem: Problem, own: Own) -> tuple[int, ...]:
    known = [0] * len(problem.groups)
    refuted = [0] * len(problem.groups)
    for group in range(len(problem.groups)):
        others = tuple((g, m) for g, m in own if g != group)
        while open_ := problem.everything[group] & ~known[group] & ~refuted[group]:
            value = open_ & -open_
            design = _solved(problem, _narrowed(problem, (*others, (group, value))))
            if design is None:
                refuted[group] |= value
            else:
                _learn(known, group, design, own)
    return tuple(known)


def _learn(known: list[int], group: int, design: Domains, own: Own) -> None:
    """Note what a design proves: its value here, and in every group if it keeps all own choices."""
    known[group] |= design[group]
    if all(design[g] & mask for g, mask in own):
        for other, mask in enumerate(design):
            known[other] |= mask


@lru_cache(maxsize=REMEMBERED)
def _complete(problem: Problem, own: Own) -> tuple[int, ...] | None:
    domains = _narrowed(problem, own)
    design = _solved(problem, domains)
    if design is None:
        return None
    picked = []
    for group, ranked in enumerate(problem.preference):
        for value in ranked:
            if not domains[group] >> value & 1:
                continue
            tried = (*domains[:group], 1 << value, *domains[group + 1 :])
            proof = design if design[group] == 1 << value else _solved(problem, tried)
            if proof is not None:
                design, domains = proof, tried
                picked.append(value)
                break
    return tuple(picked)


def _solved(problem: Problem, domains: Domains) -> Domains | None:
    return solve(tuple(box for box, _ in problem.boxes), domains, problem.preference)


def solve(
    boxes: tuple[Box, ...], domains: Domains, preference: tuple[tuple[int, ...], ...]
) -> Domains | None:
    """Return one value per group that fits no box, or None when there is no such design."""
    left = _propagate(boxes, list(domains))
    if left is None:
        return None
    undecided = [g for g, mask in enumerate(left) if mask & (mask - 1)]
    if not undecided:
        return tuple(left)
    group = min(undecided, key=lambda g: left[g].bit_count())
    for value in preference[group]:
        if left[group] >> value & 1:
            tried = (*left[:group], 1 << value, *left[group + 1 :])
            found = solve(boxes, tried, preference)
            if found is not None:
                return found
    return None


def _propagate(boxes: tuple[Box, ...], left: list[int]) -> list[int] | None:
    """Take away values that would fill a box all of whose other groups lie inside it."""
    if not all(left):
        return None
    is_moving = True
    while is_moving:
        is_moving = False
        for box in boxes:
            outside = [(group, mask) for group, mask in box if left[group] & ~mask]
            if len(outside) > 1:
                continue
            if not outside:
                return None
            group, mask = outside[0]
            if left[group] & mask:
                left[group] &= ~mask
                is_moving = True
    return left
