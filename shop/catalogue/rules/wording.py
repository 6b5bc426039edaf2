"""A rule as a sentence of the trade.

`If the collar is button-down, then the cuff is not French.` Pure. Give the model with its cloths,
so that cloths have their names; what a model does not know stands as its code in «».
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from shop.catalogue.rules.conditions import Attribute, Condition, Term, Value
from shop.catalogue.rules.garments import (
    BODY,
    NONE,
    GarmentModel,
    Group,
    GroupKind,
    Rule,
)
from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.kernel.texts import in_a_sentence, lazy
from shop.measurements.rules import KEYS, measure

UNITS: Final[Mapping[str, str]] = {"weight": "g/m²", "width": "mm", "stretch": "%"}  # of a cloth
ATTRIBUTES: Final[Mapping[str, str]] = {
    "weight": lazy("weight"), "width": lazy("width"), "stretch": lazy("stretch"),
    "pattern": lazy("pattern"), "colour": lazy("colour"), "weave": lazy("weave"),
    "family": lazy("family"), "season": lazy("season"), "fibre": lazy("fibre"),
    "length": lazy("length"),
}  # fmt: skip
OPPOSITE: Final = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}
_PLURAL: Final = {"is": "are", "includes": "include", "does": "do"}
_COMPARED: Final = {"<": lazy("is less than"), "<=": lazy("is at most"), ">": lazy("is more than"),
                    ">=": lazy("is at least"), "=": lazy("is"), "!=": lazy("is not")}  # fmt: skip


def sentence(model: GarmentModel, rule: Rule) -> str:
    """Return the rule as staff read it, in one sentence, whatever its form."""
    then = _then(model, rule)
    if not rule.when:
        return _capital(_("%(then)s.", then=then))
    when = _both(clause(model, each) for each in rule.when)
    if rule.only_with:
        return _capital(_("%(then)s only where %(when)s.", then=then, when=when))
    return _("If %(when)s, then %(then)s.", when=when, then=then)


def clause(model: GarmentModel, condition: Condition, *, negated: bool = False) -> str:
    """Return `the collar is button-down`, `the cloth weight is not more than 260 g/m²`."""
    subject = subject_of(model, condition.group, condition.attribute)
    if condition.values:
        said = _one_of(model.group(condition.group), condition, negated=negated)
        return f"{subject} {_agreeing(subject, said)}"
    comparison = condition.comparison
    if negated and comparison in {"=", "!="}:
        comparison, negated = OPPOSITE[comparison], False
    said = str(_COMPARED.get(comparison, comparison))
    if negated:
        said = said.replace("is ", "is not ", 1)
    return f"{subject} {_agreeing(subject, said)} {amount(model, condition)}"


def subject_of(model: GarmentModel, code: str, attribute: str = "") -> str:
    """Return `the collar`, `the cloth weight`, `the wearer's chest`."""
    if code == BODY:
        name = str(measure(attribute).name) if attribute in KEYS else f"«{attribute}»"
        return _("the wearer's %(measure)s", measure=in_a_sentence(name))
    group = model.group(code)
    name = in_a_sentence(group.name) if group else f"«{code}»"
    if attribute and not (attribute == "number" and group and group.kind is GroupKind.NUMBER):
        return _("the %(group)s %(attribute)s", group=name, attribute=attribute_name(attribute))
    return name if name.startswith("your ") else _("the %(group)s", group=name)


def attribute_name(code: str) -> str:
    return str(ATTRIBUTES.get(code, code.replace("_", " ")))


def unit_of(model: GarmentModel, code: str, attribute: str) -> str:
    """Return what a number is counted in: `g/m²` of a cloth's weight; `cm` of a body."""
    if code == BODY:
        return "cm"
    group = model.group(code)
    if group and group.kind is GroupKind.NUMBER:
        return group.unit
    if group and group.kind is GroupKind.TEXT:
        return _("letters")
    return UNITS.get(attribute, "") if group and group.kind is GroupKind.CLOTH else ""


def amount(model: GarmentModel, condition: Condition) -> str:
    """Return what a condition compares with, in its unit: `260 g/m²`, `120 cm`, `stripe`."""
    return _amount(model, condition.group, condition.attribute, condition.against)


def value_name(group: Group, code: str) -> str:
    """Return a value's name as it stands in a sentence: `button-down`, but `French`."""
    value = group.value(code)
    if value is None:
        return _("none") if code == NONE else f"«{code}»"
    return value.name if _is_proper(group, value) else in_a_sentence(value.name)


def _then(model: GarmentModel, rule: Rule) -> str:
    if rule.then is not None:
        return clause(model, rule.then, negated=rule.forbids)
    terms = _listed([_term(model, each) for each in rule.of])
    if rule.must_match:
        return _("%(terms)s are the same", terms=terms)
    first = rule.of[0] if rule.of else Term(group="", attribute="")
    most = _amount(model, first.group, first.attribute, rule.at_most or 0)
    if len(rule.of) == 1:
        return _("%(term)s is at most %(most)s", term=terms, most=most)
    return _("%(terms)s are together at most %(most)s", terms=terms, most=most)


def _term(model: GarmentModel, term: Term) -> str:
    return subject_of(model, term.group, term.attribute)


def _one_of(group: Group | None, condition: Condition, *, negated: bool) -> str:
    """Return `is French`, `is not French`, `includes pen or pocket`."""
    if group is None:
        names = [f"«{code}»" for code in sorted(condition.values)]
        return _said(names, negated=negated, several=False)
    several = group.kind is GroupKind.SEVERAL
    known = [value.code for value in group.values]
    wanted = [code for code in known if code in condition.values]
    others = [code for code in known if code not in condition.values]
    if not several and others and len(others) < len(wanted):
        wanted, negated = others, not negated
    else:
        wanted += sorted(condition.values.difference(known))
    return _said([value_name(group, code) for code in wanted], negated=negated, several=several)


def _said(names: Sequence[str], *, negated: bool, several: bool) -> str:
    if several and negated:
        return _("does not include %(names)s", names=_any(names))
    if several:
        return _("includes %(names)s", names=_any(names))
    if negated and len(names) > 1:
        return _("is neither %(names)s", names=_any(names, last=_("nor")))
    if negated:
        return _("is not %(names)s", names=_any(names))
    return _("is %(names)s", names=_any(names))


def _amount(model: GarmentModel, code: str, attribute: str, against: Attribute) -> str:
    if isinstance(against, str):
        return against
    if code == BODY:
        return f"{lengths.show(against, Unit.CM)} cm"
    unit = unit_of(model, code, attribute)
    return f"{against} {unit}".strip()


def _agreeing(subject: str, said: str) -> str:
    """Return `are patch` after `the pockets`, `include a pen` after `the extras`."""
    if not subject.endswith("s") or subject.endswith("ss"):
        return said
    first, _blank, rest = said.partition(" ")
    return f"{_PLURAL.get(first, first)} {rest}"


def _is_proper(group: Group, value: Value) -> bool:
    """Tell whether the name keeps its capital, as its phrase shows: `French cuffs`."""
    return group.kind is GroupKind.CLOTH or value.name in value.phrase


def _both(clauses: Iterable[str]) -> str:
    return _any(list(clauses), last=_("and"))


def _listed(names: Sequence[str]) -> str:
    return _any(names, last=_("and"))


def _any(names: Sequence[str], *, last: str = "") -> str:
    *first, end = names
    return f"{', '.join(first)} {last or _('or')} {end}" if first else end


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
