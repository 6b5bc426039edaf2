"""Whom a new profile is of: whose body, how old, which proportions to compare with."""

from typing import Final

from wtforms import HiddenField, RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, ValidationError

from shop.infra.form_base import text_of
from shop.kernel import ids, weights
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _
from shop.kernel.weights import NotAWeight
from shop.measurements.forms.sheets import ONCE_MAX, NameForm
from shop.measurements.rules import Facts, Table, Whose, facts

CHILD: Final = "child"
ADULT: Final = 18
OLDEST: Final = 110
LIGHTEST_G, HEAVIEST_G = 30_000, 250_000  # of adults who order clothes


class WearerForm(NameForm):
    """A person to measure. What is not needed to begin is left open."""

    whose = RadioField(
        _("Who is it for?"),
        [InputRequired(_("Choose one of them."))],
        choices=[
            SelectChoice(Whose.ME, _("me")),
            SelectChoice(Whose.PARTNER, _("my partner")),
            SelectChoice(Whose.OTHER, _("another adult")),
            SelectChoice(CHILD, _("a child")),
        ],
        default=Whose.ME,
    )
    table = RadioField(
        _("Compare with"),
        [InputRequired(_("Choose one; either is fine."))],
        choices=[
            SelectChoice(Table.WOMEN, _("women")),
            SelectChoice(Table.MEN, _("men")),
            SelectChoice(Table.NONE, _("either")),
        ],
        default=Table.NONE,
        description=_("We check that the values go together, as they do for most people."),
    )
    age = StringField(
        _("Age"),
        description=_("In years. Bodies change with it, and so does what we expect."),
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    weight = StringField(
        _("Weight"),
        description=_("From a scale: 62.5 kg, 137 lb or 9 st 11. A good check of every girth."),
        render_kw={"inputmode": "text", "autocomplete": "off"},
    )
    once = HiddenField()

    def validate_whose(self, field: RadioField) -> None:
        if field.data == CHILD:
            raise ValidationError(gettext(
                "We make for adults only: children grow faster than we sew, and our figures "
                "are of adults."
            ))  # fmt: skip

    def validate_age(self, field: StringField) -> None:
        typed = text_of(field)
        if typed and not (typed.isascii() and typed.isdigit() and int(typed) <= OLDEST):
            raise ValidationError(gettext("Type the age in whole years, such as 34."))
        if typed and int(typed) < ADULT:
            raise ValidationError(gettext("We keep measurements of adults only, from 18 years on."))

    def validate_weight(self, field: StringField) -> None:
        typed = text_of(field)
        if typed and not LIGHTEST_G <= _grams(typed) <= HEAVIEST_G:
            raise ValidationError(gettext("That is no weight of an adult. Type 62 kg or 137 lb."))

    def given_whose(self) -> Whose:
        return Whose(self.whose.data)

    def given_table(self) -> Table:
        return Table(self.table.data)

    def given_facts(self) -> Facts:
        """Return age in years and weight in grams, as far as they were told."""
        told = {
            facts.AGE: int(text_of(self.age) or 0),
            facts.WEIGHT: _grams(text_of(self.weight)),
        }
        return {key: amount for key, amount in told.items() if amount}

    def given_once(self) -> str:
        return text_of(self.once)[:ONCE_MAX] or ids.token()


def _grams(typed: str) -> int:
    try:
        return weights.parse(typed)
    except NotAWeight:
        return 0
