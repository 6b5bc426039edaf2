"""What people tell us of a garment: for each point whether it fits, since when, and how much."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import ClassVar, TypeVar

from flask import request
from wtforms import RadioField, StringField
from wtforms.fields import SelectChoice

from shop.fitting.rules import (
    MOST_MM,
    SINCE_LABELS,
    FitAnswer,
    FitVerdict,
    Made,
    Much,
    Since,
    amounts,
    label,
    sayings,
)
from shop.infra import words
from shop.infra.form_base import Form, text_of
from shop.infra.form_parts import UnitForm
from shop.kernel import lengths
from shop.kernel.lengths import NotALength, Unit
from shop.kernel.texts import gettext as _
from shop.kernel.texts import lazy
from shop.measurements.rules import Answer, Choice, Fault

SAID, MUCH, OWN, SINCE, MEANT = "said-", "much-", "own-", "since-", "meant-"

Word = TypeVar("Word", bound=StrEnum)


class FitForm(UnitForm):
    """What is said of each point of one garment. Made by `fit_form`, which names the fields."""

    points: ClassVar[tuple[Made, ...]] = ()

    def read(
        self, before: Mapping[str, FitAnswer]
    ) -> tuple[dict[str, FitAnswer], dict[str, Fault]]:
        """Return what was said by point, and what is wrong; the fields carry the sentences.

        An amount that reads as the one said `before` was shown stays that one, in any unit.
        """
        told: dict[str, FitAnswer] = {}
        faults: dict[str, Fault] = {}
        for point in self.points:
            said = _word(FitVerdict, text_of(self[SAID + point.code]))
            if said is None or said not in sayings(point):
                continue
            read = (
                FitAnswer(said=said)
                if said is FitVerdict.RIGHT
                else self._told(point, said, before)
            )
            if isinstance(read, Fault):
                faults[point.code] = read
                self[OWN + point.code].errors = [read.sentence]
            else:
                told[point.code] = read
        return told, faults

    def _told(
        self, point: Made, said: FitVerdict, before: Mapping[str, FitAnswer]
    ) -> FitAnswer | Fault:
        known = before.get(point.code)
        mm = self._amount(point, known.mm if known else None)
        if isinstance(mm, Fault):
            return mm
        since = _word(Since, text_of(self[SINCE + point.code]))
        return FitAnswer(said=said, since=since or Since.START, mm=mm)

    def _amount(self, point: Made, known_mm: int | None) -> int | Fault:
        """Return how much: what was typed goes before what was chosen."""
        if typed := text_of(self[OWN + point.code]):
            if known_mm and lengths.says_same(typed, known_mm, self.given_unit()):
                return known_mm
            return self._typed(point.code, typed)
        if much := _word(Much, text_of(self[MUCH + point.code])):
            return amounts(point)[much]
        return Fault(key=point.code, sentence=_("How much? Choose one, or write it."))

    def _typed(self, code: str, typed: str) -> int | Fault:
        try:
            mm = lengths.parse(typed, self.given_unit())
        except NotALength:
            return Fault(key=code, sentence=_("Write a length, such as 1.5."))
        if mm == 0:
            return Fault(key=code, sentence=_("Nothing at all? Then choose «fits»."))
        if mm <= MOST_MM:
            return mm
        slip = _slip(mm, self.given_unit())
        answer = Answer.read(text_of(self[MEANT + code]))
        if answer and answer.typed == mm and answer.meant in {mm, slip}:
            return answer.meant
        return _too_much(code, mm, slip)


class DecideForm(Form):
    """Corrections to decide on at once."""

    def given_ids(self) -> list[str]:
        """Return their public ids."""
        return request.form.getlist("correction")


def fit_form(points: Sequence[Made]) -> type[FitForm]:
    """Return a form that asks about these points."""
    fields: dict[str, object] = {"points": tuple(points)}
    for point in points:
        fields |= {
            SAID + point.code: _radio(
                point.name, [(each, label(point, each)) for each in sayings(point)]
            ),
            MUCH + point.code: _radio(lazy("How much?"), [(each, each) for each in Much]),
            OWN + point.code: StringField(point.name),
            SINCE + point.code: _radio(
                lazy("Since when?"), list(SINCE_LABELS.items()), Since.START
            ),
            MEANT + point.code: StringField(),
        }
    return type(FitForm.__name__, (FitForm,), fields)


def shown(points: Sequence[Made], told: Mapping[str, FitAnswer], unit: Unit) -> dict[str, str]:
    """Return what was said before as the fields show it."""
    fields = {"unit": unit.value}
    for point in points:
        if (each := told.get(point.code)) is not None:
            fields |= _shown(point, each, unit)
    return fields


def _shown(point: Made, told: FitAnswer, unit: Unit) -> dict[str, str]:
    fields = {SAID + point.code: told.said.value, SINCE + point.code: told.since.value}
    chosen = [much for much, mm in amounts(point).items() if mm == told.mm]
    if chosen:
        return fields | {MUCH + point.code: chosen[0].value}
    if told.mm is None:
        return fields
    return fields | {OWN + point.code: lengths.show(told.mm, unit)}


def _slip(mm: int, unit: Unit) -> int:
    """Return what was meant if a smaller unit was written: mm for cm, cm for inches."""
    return round(mm / 10 if unit is Unit.CM else mm / lengths.MM_PER_INCH * 10)


def _too_much(code: str, mm: int, slip: int) -> Fault:
    """Ask whether it was written in another unit, before we believe it."""
    choices = [
        Choice(
            words=_("It is really %(length)s", length=words.length(mm)),
            answer=Answer(typed=mm, meant=mm),
        ),
    ]
    if 0 < slip <= MOST_MM:
        choices.insert(
            0,
            Choice(
                words=_("%(length)s is meant", length=words.length(slip)),
                answer=Answer(typed=mm, meant=slip),
            ),
        )
    sentence = _("%(length)s is more than any correction explains.", length=words.length(mm))
    return Fault(key=code, sentence=sentence, choices=tuple(choices))


def _radio(
    title: str, choices: Sequence[tuple[StrEnum, str]], first: StrEnum | None = None
) -> RadioField:
    return RadioField(
        title,
        choices=[SelectChoice(each.value, words) for each, words in choices],
        default=first,
        validate_choice=False,
    )


def _word(kind: type[Word], sent: str) -> Word | None:
    return kind(sent) if sent in set(kind) else None
