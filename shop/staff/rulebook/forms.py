"""A rule as a form. Its rows are made for a model; what is typed stays as it is typed."""

import re
from dataclasses import replace
from typing import Any, Final, Self

from flask import request
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional, Regexp

from shop.catalogue.rules import Condition, GarmentModel, Rule, Term
from shop.catalogue.rules.wording import sentence
from shop.infra.form_base import Form, text_of
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _
from shop.staff.rulebook import rows
from shop.staff.rulebook.fields import Kind, about_field, row_fields, typed_of
from shop.staff.rulebook.naming import CODE_MAX, RESERVED, code_for
from shop.staff.rulebook.rows import Row
from shop.staff.rulebook.subjects import Answer, Subject, subjects_of

FORMS: Final = {
    Kind.EXCLUDES: _("Excludes: if all of these hold, then this must not"),
    Kind.REQUIRES: _("Requires: if all of these hold, then this must"),
    Kind.ONLY_WITH: _("Only with: this is had only where all of these hold"),
    Kind.AT_MOST: _("At most: attributes add up to no more than"),
    Kind.MATCH: _("Match: attributes must be the same"),
}
WHEN: Final = 4  # conditions, or as many as the rule has already
TERMS: Final = 3
PAIR: Final = 2
FULL: Final = r"^\s*[^\s].*[.!?]\s*$"


class DraftForm(Form):
    """What every change of a draft names: the revision that was looked at."""

    revision = HiddenField()

    def seen_revision(self) -> int:
        """Return the revision; one that cannot be read was never met."""
        seen = text_of(self.revision)
        return int(seen) if seen.isascii() and seen.isdecimal() else -1


class PublishForm(DraftForm):
    all_the_same = BooleanField(_("I have read the warnings: publish all the same"))


class TextForm(DraftForm):
    text = TextAreaField(_("The garment in the words of its file"))

    def typed(self) -> str:
        """Return the text with its lines ended as files end them."""
        return (self.text.data or "").replace("\r\n", "\n")


class RuleForm(DraftForm):
    """Made by `of`. After `validate()` has been true, `rule()` says what was meant."""

    subjects: dict[str, Subject]
    model: GarmentModel
    terms_max: int
    when_max: int
    _meant: Rule | None = None

    form = SelectField(
        _("Form of the rule"),
        default=Kind.EXCLUDES,
        choices=[SelectChoice(kind.value, name) for kind, name in FORMS.items()],
    )
    most = StringField(_("At most"), render_kw={"inputmode": "numeric", "size": 8})
    message = TextAreaField(
        _("What the customer reads"),
        [
            DataRequired(_("Tell the customer why, in a full sentence.")),
            Length(max=300),
            Regexp(
                re.compile(FULL, re.DOTALL), message=_("Write a full sentence, with its full stop.")
            ),
        ],
        render_kw={"rows": 3},
    )
    code = StringField(
        _("Code"),
        [
            Optional(),
            Length(max=CODE_MAX),
            Regexp(
                r"^[a-z0-9]+(-[a-z0-9]+)*$", message=_("Small letters, digits, single hyphens.")
            ),
        ],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )

    @classmethod
    def of(
        cls, model: GarmentModel, rule: Rule | None = None, *, revision: int, sent: bool = False
    ) -> Self:
        """Return the form of a rule, a new one or as sent. Give the model with its cloths."""
        subjects = subjects_of(model)
        when_max = max(WHEN, len(rule.when) if rule else 0)
        terms_max = max(TERMS, len(rule.of) if rule else 0)
        fields: dict[str, Any] = {
            "subjects": subjects,
            "model": model,
            "when_max": when_max,
            "terms_max": terms_max,
        }
        for name in (*(f"when{n}" for n in range(when_max)), "then"):
            fields |= row_fields(name, subjects, rule)
        for n in range(terms_max):
            fields[f"of{n}"] = about_field(
                _("Attribute"), [s for s in subjects.values() if s.adds_up]
            )
        made: type[Self] = type("RuleForm", (cls,), fields)
        now = {"revision": str(revision), **(typed_of(rule, subjects) if rule else {})}
        return made(request.form if sent else None, data=now)

    @property
    def when(self) -> list[Row]:
        return [self._row(f"when{n}") for n in range(self.when_max)]

    @property
    def then(self) -> Row:
        return self._row("then")

    @property
    def terms(self) -> list[SelectField]:
        return [self[f"of{n}"] for n in range(self.terms_max)]

    @property
    def adds_up(self) -> bool:
        """Tell whether the rule is about attributes of several, not about one condition."""
        return self.form.data in {Kind.AT_MOST, Kind.MATCH}

    @property
    def shown(self) -> list[Row]:
        """The rows that say something, and one more."""
        filled = [row for row in self.when if not row.is_empty]
        free = [row for row in self.when if row.is_empty]
        return sorted([*filled, *free[:1]], key=self._place)

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        if text_of(self.code) in RESERVED:
            self.code.errors = [gettext("This word has another meaning here. Take another one.")]
        self._meant = self._read()
        return fine and self._meant is not None and not self.errors

    def rule(self) -> Rule:
        """Return the rule; without a code of its own it takes one from its sentence."""
        if self._meant is None:
            raise ValueError("the form is not valid")
        return self._meant

    def _read(self) -> Rule | None:
        when = [row.condition() for row in self.when if not row.is_empty]
        if not when and not self.adds_up:
            self.when[0].subject.errors = [gettext("Say when the rule holds.")]
        then = None if self.adds_up else self.then.condition()
        of, most = self._terms() if self.adds_up else ((), None)
        if self.errors or (then is None and not of):
            return None
        kept = tuple(each for each in when if each is not None)
        return self._named(kept, then, of, most)

    def _named(
        self,
        when: tuple[Condition, ...],
        then: Condition | None,
        of: tuple[Term, ...],
        most: int | None,
    ) -> Rule:
        rule = Rule(
            code=text_of(self.code),
            when=when,
            then=then,
            forbids=self.form.data == Kind.EXCLUDES,
            message=" ".join(text_of(self.message).split()),
            only_with=self.form.data == Kind.ONLY_WITH,
            of=of,
            at_most=most,
            must_match=self.form.data == Kind.MATCH,
        )
        taken = {each.code for each in self.model.rules}
        return (
            rule if rule.code else replace(rule, code=code_for(sentence(self.model, rule), taken))
        )

    def _terms(self) -> tuple[tuple[Term, ...], int | None]:
        chosen = [
            self.subjects[key] for term in self.terms if (key := text_of(term)) in self.subjects
        ]
        count = len({each.key for each in chosen})
        if count < PAIR or count < len(chosen) or (self.form.data == Kind.MATCH and count > PAIR):
            self.terms[0].errors = [gettext("Choose two attributes, each once.")]
        of = tuple(Term(group=each.group, attribute=each.attribute) for each in chosen)
        if self.form.data == Kind.MATCH:
            return of, None
        if any(each.answer is not Answer.NUMBER for each in chosen):
            self.terms[0].errors = [gettext("Only numbers add up.")]
        most = rows.number_of(text_of(self.most), chosen[0]) if chosen else None
        if most is None:
            self.most.errors = [gettext("Write a number such as %(example)s.") % {"example": "400"}]
        return of, most

    def _row(self, name: str) -> Row:
        subject = self[f"{name}-subject"]
        return Row(
            name=name,
            about=self.subjects.get(text_of(subject)),
            subject=subject,
            comparison=self[f"{name}-comparison"],
            values=self[f"{name}-values"],
            amount=self[f"{name}-amount"],
        )

    def _place(self, row: Row) -> int:
        return [each.name for each in self.when].index(row.name)
