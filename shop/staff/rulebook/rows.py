"""One condition as a row of the form: about what, compared how, with what."""

from dataclasses import dataclass
from typing import Any, Final

from wtforms import Field

from shop.catalogue.rules import BODY, Condition
from shop.infra.form_base import text_of
from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy
from shop.staff.rulebook.subjects import Answer, Subject

IS: Final = "is"
IS_NOT: Final = "is-not"
COMPARED: Final = {
    IS: lazy("is"), IS_NOT: lazy("is not"), "<": lazy("is less than"), "<=": lazy("is at most"),
    ">": lazy("is more than"), ">=": lazy("is at least"),
}  # fmt: skip
MOST: Final = 100_000


@dataclass(frozen=True, kw_only=True)
class Row:
    """The fields of a condition. What they are asked with is known once the subject is chosen."""

    name: str
    about: Subject | None
    subject: Field
    comparison: Field
    values: Field
    amount: Field

    @property
    def is_empty(self) -> bool:
        return not text_of(self.subject)

    @property
    def fields(self) -> tuple[Field, ...]:
        return (self.subject, self.comparison, self.values, self.amount)

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """What can be ticked, and what was ticked before and is not offered any more."""
        if self.about is None or self.about.answer is Answer.NUMBER:
            return ()
        known = {code for code, _name in self.about.values}
        gone = [code for code in self.values.data or () if code not in known]
        return (*self.about.values, *((code, f"«{code}»") for code in gone))

    def condition(self) -> Condition | None:
        """Return what the row says; None, with a sentence beside the field, where it cannot."""
        if self.about is None:
            return _fault(self.subject, _("Choose what this is about."))
        if self.about.answer is Answer.VALUES:
            return self._of_values(self.about)
        if self.about.answer is Answer.WORD:
            return self._of_word(self.about)
        return self._of_number(self.about)

    def _of_values(self, about: Subject) -> Condition | None:
        ticked = frozenset(self.values.data or ())
        if not ticked:
            return _fault(self.values, _("Tick at least one."))
        if self.comparison.data == IS:
            return Condition(group=about.group, values=ticked)
        if self.comparison.data != IS_NOT:
            return _fault(self.comparison, _("«%(name)s» is, or is not.", name=about.name))
        if about.is_several:
            return _fault(
                self.comparison,
                _("Several can be chosen here, so say what is included, or turn the rule round."),
            )
        rest = frozenset(code for code, _name in about.values) - ticked
        if not rest:
            return _fault(self.values, _("All are ticked, so nothing is left."))
        return Condition(group=about.group, values=rest)

    def _of_word(self, about: Subject) -> Condition | None:
        ticked = self.values.data or []
        if len(ticked) != 1:
            return _fault(self.values, _("Choose one."))
        if self.comparison.data not in {IS, IS_NOT}:
            return _fault(self.comparison, _("«%(name)s» is, or is not.", name=about.name))
        sign = "=" if self.comparison.data == IS else "!="
        return Condition(
            group=about.group, attribute=about.attribute, comparison=sign, against=ticked[0]
        )

    def _of_number(self, about: Subject) -> Condition | None:
        number = number_of(text_of(self.amount), about)
        if number is None:
            example = "102.5" if about.group == BODY else "260"
            return _fault(self.amount, _("Write a number such as %(example)s.", example=example))
        sign = {IS: "=", IS_NOT: "!="}.get(self.comparison.data, self.comparison.data)
        return Condition(
            group=about.group, attribute=about.attribute, comparison=sign, against=number
        )


def key_of(condition: Condition) -> str:
    """Return the key of the subject that a condition is about."""
    return f"{condition.group}.{condition.attribute}" if condition.attribute else condition.group


def typed(condition: Condition, about: Subject | None) -> dict[str, Any]:
    """Return what the fields of a row hold for a condition: subject, comparison, values, amount."""
    key = key_of(condition)
    if condition.values:
        return {"subject": key, **_ticked(condition, about)}
    comparison = {"=": IS, "!=": IS_NOT}.get(condition.comparison, condition.comparison)
    said = {"subject": key, "comparison": comparison}
    if isinstance(condition.against, str):
        return {**said, "values": [condition.against]}
    is_body = condition.group == BODY
    amount = lengths.show(condition.against, Unit.CM) if is_body else str(condition.against)
    return {**said, "amount": amount}


def number_of(words: str, about: Subject) -> int | None:
    """Return the number typed, a body's in mm; None if it cannot be read."""
    if about.group == BODY:
        try:
            return lengths.parse(words, Unit.CM)
        except lengths.NotALength:
            return None
    words = words.removesuffix(about.unit).strip() if about.unit else words
    is_number = words.isascii() and words.isdecimal() and len(words) <= len(str(MOST))
    return int(words) if is_number else None


def _ticked(condition: Condition, about: Subject | None) -> dict[str, Any]:
    """Tick what is fewer: what it is, or what it is not."""
    known = [code for code, _name in about.values] if about else []
    rest = [code for code in known if code not in condition.values]
    wanted = [code for code in known if code in condition.values]
    if about and not about.is_several and rest and len(rest) < len(wanted):
        return {"comparison": IS_NOT, "values": rest}
    gone = sorted(condition.values.difference(known))
    return {"comparison": IS, "values": [*wanted, *gone]}


def _fault(field: Field, says: str) -> Condition | None:
    field.errors = [says]
    return None
