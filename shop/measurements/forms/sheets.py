"""What people send us about a body: a name, and one field for each measure that is asked."""

import re
from collections.abc import Collection, Mapping
from typing import ClassVar, Final, TypeVar

from flask import request
from wtforms import HiddenField, StringField

from shop.infra.form_base import text_of
from shop.infra.form_parts import OnceForm, UnitForm
from shop.kernel import lengths
from shop.kernel.lengths import Unit
from shop.kernel.texts import gettext
from shop.measurements import rules
from shop.measurements.form_parts import TableForm
from shop.measurements.forms.whose import WhoseForm
from shop.measurements.rules import Answer, Answers, Body, Facts, Fault, Reading, SizeTable

READ_AS: Final = "read_as"  # the button that says in which unit all of it was typed
MEANT: Final = "_meant"  # the answer to the question about a field: "400:1016", in mm

_SEEN: Final = re.compile(r"\b([a-z_]+):([0-9]{1,5})\b")

Kind = TypeVar("Kind", bound="SheetForm")


class SheetForm(UnitForm):
    """The measures asked for, a text field each. Made by `sheet`, which names them."""

    keys: ClassVar[tuple[str, ...]] = ()

    def given_unit(self) -> Unit:
        """Return the unit she says it was typed in, or the one the page was shown in."""
        read_as = request.form.get(READ_AS, "")
        return Unit(read_as) if read_as in set(Unit) else super().given_unit()

    def read(
        self,
        *,
        known: Body,
        needed: Collection[str],
        table: SizeTable = SizeTable.NONE,
        facts: Facts = rules.NO_FACTS,
    ) -> tuple[Reading, dict[str, Fault]]:
        """Return what is new, and what is wrong by key; the fields carry the sentences."""
        typed = {key: text_of(self[key]) for key in self.keys}
        answers = self._answers()
        reading = rules.read(
            typed, self.given_unit(), known=known, answers=answers, table=table, facts=facts
        )
        self._take_over(reading, answers)
        faults = {fault.key: fault for fault in reading.faults}
        faults |= {key: _missing(key) for key in needed if not typed.get(key)}
        for key, fault in faults.items():
            self[key].errors = [fault.sentence]
        return reading, faults

    def _take_over(self, reading: Reading, answers: Answers) -> None:
        """Show what was meant as if it had been typed, in case the page comes back."""
        for key, answer in answers.items():
            if answer.insists or key not in reading.changed:
                continue
            self._show(key, answer.meant)
            if answer.other in self.keys:
                self._show(answer.other, answer.other_mm)

    def _show(self, key: str, mm: int) -> None:
        self[key].data = lengths.show(mm, self.given_unit())
        self[key + MEANT].data = ""

    def _answers(self) -> dict[str, Answer]:
        sent = {key: Answer.read(text_of(self[key + MEANT])) for key in self.keys}
        return {key: answer for key, answer in sent.items() if answer}


class EditForm(SheetForm):
    """A sheet of values that are there already, and may change meanwhile in another window."""

    seen = HiddenField()  # what the page showed: "neck:330 chest:920", in mm

    def catch_up(self, body: Body) -> None:
        """Let what she left as it was shown follow the body of now."""
        seen, unit = self._seen(), self.given_unit()
        for key in (each for each in self.keys if each in body):
            was = seen.get(key)
            if not self[key].raw_data or (was and self._is_left(key, was)):
                self[key].data = lengths.show(body[key].mm, unit)
        self.seen.data = written(body, self.keys)

    def _is_left(self, key: str, was: int) -> bool:
        return lengths.says_same(text_of(self[key]), was, UnitForm.given_unit(self))

    def _seen(self) -> dict[str, int]:
        return {key: int(mm) for key, mm in _SEEN.findall(text_of(self.seen))}


class NewSheetForm(SheetForm, OnceForm, WhoseForm):
    """A sheet that becomes a profile."""


class TapeForm(NewSheetForm, TableForm):
    """The whole sheet at once, compared with the proportions of most people."""


def sheet(kind: type[Kind], keys: tuple[str, ...]) -> type[Kind]:
    """Return a form of this kind that asks for these measures."""
    fields: dict[str, object] = {"keys": keys}
    for key in keys:
        measure = rules.measure(key)
        fields[key] = StringField(measure.name, description=measure.how)
        fields[key + MEANT] = StringField()
    return type(kind.__name__, (kind,), fields)


def shown(body: Body, keys: Collection[str], unit: Unit) -> Mapping[str, str]:
    """Return the values as the fields show them."""
    return {key: lengths.show(body[key].mm, unit) for key in keys if key in body}


def written(body: Body, keys: Collection[str]) -> str:
    """Return the values as the page keeps in mind what it showed."""
    return " ".join(f"{key}:{body[key].mm}" for key in keys if key in body)


def asked_keys() -> tuple[str, ...]:
    """Return the measures that the address asks for, as far as we know them, each once."""
    wanted = request.args.get("keys", "").split(",")
    return tuple(key for key in rules.KEYS if key in wanted)


def _missing(key: str) -> Fault:
    return Fault(key=key, sentence=gettext("This is still missing. Take the tape once more."))
