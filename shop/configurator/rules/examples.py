"""What a change of the rules would do: designs it would forbid, and designs it would allow."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from shop.catalogue.rules import GarmentModel, Rule
from shop.configurator.rules.clauses import clauses_of, rules_by_switch
from shop.configurator.rules.problem import choices_of, problem_of
from shop.configurator.rules.prover import Prover

SHOWN: Final = 3

Designs = tuple[dict[str, str], ...]


def examples(before: GarmentModel, after: GarmentModel) -> tuple[Designs, Designs]:
    """Return up to three designs newly forbidden, and up to three newly allowed.

    Both are read on the newer model's questions. No example means that there is none.
    """
    gone = tuple(rule for rule in before.rules if rule not in after.rules)
    new = tuple(rule for rule in after.rules if rule not in before.rules)
    forbidden = _meeting(after, held=before.rules, broken=new)
    allowed = _meeting(after, held=after.rules, broken=gone)
    return tuple(islice(forbidden, SHOWN)), tuple(islice(allowed, SHOWN))


def _meeting(
    model: GarmentModel, *, held: tuple[Rule, ...], broken: tuple[Rule, ...]
) -> Iterator[dict[str, str]]:
    """Give designs that keep the one set of rules and break a rule of the other."""
    distinct = tuple(replace(rule, code=f"{n}-{rule.code}") for n, rule in enumerate(broken))
    problem = problem_of(replace(model, rules=(*held, *distinct)))
    clauses = clauses_of(problem, switched=True)
    inside = {id(box): [clauses.within(c, m) for c, m in box] for box, _rule in problem.boxes}
    prover = Prover(clauses)
    switches = rules_by_switch(clauses)
    on = [switch for switch, rule in switches.items() if rule not in distinct]
    on += prover.literals(dict(problem.fixed))
    for box, rule in problem.boxes:
        if rule in distinct and prover.solve([*on, *inside[id(box)]]):
            yield choices_of(problem, prover.design(), {})
