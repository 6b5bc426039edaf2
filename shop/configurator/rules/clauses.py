"""A problem as clauses for the solver: one literal per option, one per mask that boxes speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pysat.card import CardEnc, EncType

from shop.catalogue.rules import Rule
from shop.configurator.rules.boxes import Box
from shop.configurator.rules.problem import Problem

Clause = list[int]
PAIRWISE_UP_TO = 6  # options; above that a counter takes fewer clauses


@dataclass(kw_only=True)
class Clauses:
    """The clauses so far and who is who in them. Literals are numbers, negative for «not»."""

    problem: Problem
    options: list[list[int]] = field(default_factory=list)  # by cell and option
    clauses: list[Clause] = field(default_factory=list)
    top: int = 0  # the largest literal in use
    switches: dict[int, int] = field(default_factory=dict)  # id of a rule → its switch
    _masks: dict[tuple[int, int], int] = field(default_factory=dict)

    def new(self) -> int:
        self.top += 1
        return self.top

    def within(self, cell: int, mask: int) -> int:
        """Return the literal that says: the cell's option lies in the mask."""
        if mask.bit_count() == 1:
            return self.options[cell][mask.bit_length() - 1]
        if (cell, mask) not in self._masks:
            self._masks[cell, mask] = literal = self.new()
            for option, one in enumerate(self.options[cell]):
                inside = literal if mask >> option & 1 else -literal
                self.clauses.append([-one, inside])
        return self._masks[cell, mask]

    def outside(self, box: Box) -> Clause:
        """Return the clause that forbids the box."""
        return [-self.within(cell, mask) for cell, mask in box]


def clauses_of(problem: Problem, *, switched: bool = False) -> Clauses:
    """Return the problem as clauses; if `switched`, each rule counts only under its switch."""
    found = Clauses(problem=problem)
    for cell in problem.cells:
        found.options.append([found.new() for _ in range(cell.size)])
    for literals in found.options:
        _one_of(found, literals)
    for box, rule in problem.boxes:
        clause = found.outside(box)
        if switched and rule is not None:
            clause.append(-_switch(found, rule))
        found.clauses.append(clause)
    for box, _minor in problem.extras:
        found.outside(box)  # makes the literals that prices are told by
    return found


def rules_by_switch(found: Clauses) -> Mapping[int, Rule]:
    rules = {id(rule): rule for _box, rule in found.problem.boxes if rule is not None}
    return {switch: rules[key] for key, switch in found.switches.items()}


def _switch(found: Clauses, rule: Rule) -> int:
    if id(rule) not in found.switches:
        found.switches[id(rule)] = found.new()
    return found.switches[id(rule)]


def _one_of(found: Clauses, literals: Sequence[int]) -> None:
    if not literals:  # nothing to choose from: nothing can be made
        nothing = found.new()
        found.clauses += [[nothing], [-nothing]]
        return
    found.clauses.append(list(literals))
    if len(literals) == 1:
        return
    kind = EncType.pairwise if len(literals) <= PAIRWISE_UP_TO else EncType.seqcounter
    bound = CardEnc.atmost(list(literals), 1, top_id=found.top, encoding=kind)
    found.clauses += bound.clauses
    found.top = max(found.top, bound.nv)
