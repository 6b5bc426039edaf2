"""What people tell us of a garment that fits: what it is like, how it sits, what it measures."""

from typing import ClassVar, Final, TypeVar

from wtforms import BooleanField, RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from shop.catalogue.rules import GarmentModel
from shop.infra.form_base import Form, text_of
from shop.infra.form_parts import OnceForm, UnitForm
from shop.kernel import lengths
from shop.kernel.texts import lazy as _
from shop.measurements import rules as measures
from shop.measurements.form_parts import AdultForm, TableForm
from shop.measurements.rules import NO_FACTS, Answer, Body, Facts, Fault, SizeTable
from shop.wardrobe import rules
from shop.wardrobe.rules import Flats, Laid, Sheet

POINT: Final = "at_"  # before the code of a point
TRAIT: Final = "is_"  # before the code of a question about what the garment is like
MEANT: Final = "_meant"  # the answer to the question about a point: "1060:530", in mm on the table

Kind = TypeVar("Kind", bound="CopyForm")


class NameForm(Form):
    name = StringField(
        _("What you call it"),
        [DataRequired(_("Give it a name, such as “my blue shirt”.")), Length(max=rules.NAME_MAX)],
        description=_("Such as “my blue shirt”. The next one is compared with it by this name."),
        render_kw={"autocomplete": "off"},
    )

    def given_name(self) -> str:
        return text_of(self.name)


class CopyForm(NameForm, OnceForm, UnitForm):
    """A garment on the table. Made by `copy_form`, which names its points and questions."""

    model: ClassVar[GarmentModel]

    fit: RadioField
    followed = BooleanField(_("Make the next one like this"), default=True)

    def given_fit(self) -> str:
        return self.fit.data or rules.usual_fit(self.model)

    def laid(self, flats: Flats) -> Laid:
        """Return the garment as she told it, with what could be read of its points."""
        return Laid(
            model=self.model,
            made=self.made(),
            name=self.given_name(),
            points=flats.finished,
            insisted=flats.insisted,
            followed=bool(self.followed.data),
            once=self.given_once(),
        )

    def made(self) -> dict[str, str]:
        """Return the garment as choices: what she told of it, the rest as the house makes it."""
        told = {group.code: self[TRAIT + group.code].data for group in rules.traits(self.model)}
        known = {code: value for code, value in told.items() if value}
        return rules.choices(self.model, known | {"fit": self.given_fit()})

    def read(
        self, *, known: Body, facts: Facts = NO_FACTS, table: SizeTable = SizeTable.NONE
    ) -> tuple[Flats, dict[str, Fault]]:
        """Return what the garment measures, and what is wrong by point; fields have sentences."""
        sheet = Sheet(
            model=self.model,
            made=self.made(),
            unit=self.given_unit(),
            known=known,
            facts=facts,
            table=table,
        )
        typed = {point.code: text_of(self[POINT + point.code]) for point in sheet.points}
        answers = self._answers()
        flats = rules.read(typed, sheet, answers)
        faults = {fault.key: fault for fault in flats.faults}
        for code, answer in answers.items():
            if code in flats.finished and not answer.insists:
                self._take_over(code, answer.meant)
        for code, fault in faults.items():
            self[POINT + code].errors = [fault.sentence]
        return flats, faults

    def _take_over(self, code: str, mm: int) -> None:
        """Show what was meant as if it had been typed, in case the page comes back."""
        self[POINT + code].data = lengths.show(mm, self.given_unit())
        self[POINT + code + MEANT].data = ""

    def _answers(self) -> dict[str, Answer]:
        sent = {
            point.code: Answer.read(text_of(self[POINT + point.code + MEANT]))
            for point in self.model.points
        }
        return {code: answer for code, answer in sent.items() if answer}


class NewWearerForm(CopyForm, AdultForm, TableForm):
    """A garment on the table, and somebody we do not know yet who wears it."""

    wearer = StringField(
        _("Who wears it"),
        [DataRequired(_("Give a name, such as yours.")), Length(max=measures.NAME_MAX)],
        description=_("So that you know whose measurements these are."),
        render_kw={"autocomplete": "off"},
    )

    def given_wearer(self) -> str:
        return text_of(self.wearer)


def copy_form(kind: type[Kind], model: GarmentModel) -> type[Kind]:
    """Return a form of this kind that asks for every point this garment may have."""
    sits = [SelectChoice(fit.code, fit.name) for fit in rules.fits(model)]
    fits = RadioField(
        _("How it sits"),
        [InputRequired(_("Choose how it sits on you."))],
        choices=sits,
        default=rules.usual_fit(model),
    )
    fields: dict[str, object] = {"model": model, "fit": fits}
    for group in rules.traits(model):
        values = [SelectChoice(value.code, value.name) for value in group.values]
        usual = rules.choices(model, {}).get(group.code, group.values[0].code)
        fields[TRAIT + group.code] = RadioField(
            group.name, [InputRequired(_("Choose one."))], choices=values, default=usual
        )
    for point in model.points:
        fields[POINT + point.code] = StringField(point.name, description=rules.how(point))
        fields[POINT + point.code + MEANT] = StringField()
    return type(kind.__name__, (kind,), fields)
