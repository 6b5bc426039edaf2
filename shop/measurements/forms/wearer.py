"""Whom a new profile is of: whose body, its name, which proportions to compare with."""

from wtforms import RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from shop.infra.form_base import text_of
from shop.infra.form_parts import OnceForm, UnitForm
from shop.kernel.lengths import NotALength
from shop.kernel.texts import lazy as _
from shop.kernel.weights import NotAWeight
from shop.measurements.form_parts import TableForm
from shop.measurements.forms.whose import WhoseForm
from shop.measurements.rules import Facts, SizeTable, facts
from shop.measurements.rules.quick import read_age
from shop.measurements.rules.statures import (
    is_height,
    is_weight,
    no_height,
    no_weight,
    parse_height,
    parse_weight,
)
from shop.measurements.rules.tickets import NotALabel


class WearerForm(OnceForm, WhoseForm, TableForm):
    """Whose the profile is; all of it may be left as it stands."""

    table = RadioField(
        _("Sex"),
        choices=[
            SelectChoice(SizeTable.WOMEN, _("Woman")),
            SelectChoice(SizeTable.MEN, _("Man")),
            SelectChoice(SizeTable.NONE, _("Rather not say")),
        ],
        default=SizeTable.NONE,
        description=_("Shoulders and hips differ. Without it, the estimate is about 15 % wider."),
    )


class WalkForm(WearerForm, UnitForm):
    """Who is to be measured with the tape; what else she tells sharpens the check of each value."""

    height = StringField(
        _("Height"),
        description=_("As you know it: 168 cm, 1.68 m or 5 ft 6."),
        render_kw={"autocomplete": "off"},
    )
    age = StringField(
        _("Age"),
        description=_("In years. Bodies change with it, and so does what we expect."),
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    weight = StringField(
        _("Weight"),
        description=_("From a scale: 62.5 kg, 137 lb or 9 st 11. A good check of every girth."),
        render_kw={"autocomplete": "off"},
    )

    def validate_height(self, field: StringField) -> None:
        typed = text_of(field)
        if typed and not is_height(typed, self.given_unit()):
            raise ValidationError(no_height())

    def validate_age(self, field: StringField) -> None:
        try:
            self.age_in_years()
        except NotALabel as refused:
            raise ValidationError(str(refused)) from None

    def validate_weight(self, field: StringField) -> None:
        typed = text_of(field)
        if typed and not is_weight(typed, self.given_unit()):
            raise ValidationError(no_weight())

    def age_in_years(self) -> int:
        """Return the age, 0 for none; raise NotALabel for what is none of an adult."""
        typed = text_of(self.age)
        return read_age(typed) if typed else 0

    def given_facts(self) -> Facts:
        """Return height in mm, age in years and weight in grams, as far as they were told."""
        told = {
            facts.HEIGHT_SAID: self._mm(text_of(self.height)) if "height" in self else 0,
            facts.AGE: self.age_in_years(),
            facts.WEIGHT: self._grams(text_of(self.weight)),
        }
        return {key: amount for key, amount in told.items() if amount}

    def _mm(self, typed: str) -> int:
        try:
            return parse_height(typed, self.given_unit())
        except NotALength:
            return 0

    def _grams(self, typed: str) -> int:
        try:
            return parse_weight(typed, self.given_unit())
        except NotAWeight:
            return 0
