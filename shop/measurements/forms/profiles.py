"""What people send us about a profile as a whole: its name, its wishes, today's weight."""

from typing import Final

from wtforms import BooleanField, RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from shop.infra.form_base import Form, text_of
from shop.infra.form_parts import UnitForm
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _
from shop.kernel.weights import NotAWeight
from shop.measurements import rules
from shop.measurements.rules import Closeness, Shoulders, Stance, Whose
from shop.measurements.rules.statures import POSSIBLE_G, is_within, parse_weight

CHOOSE: Final = _("Choose one of them.")


class AboutForm(Form):
    """Its name, and whose body it is. Children are no choice: they grow."""

    name = StringField(
        _("Name"),
        [DataRequired(_("Give it a name, such as yours.")), Length(max=rules.NAME_MAX)],
        description=_("So that you know whose measurements these are."),
        render_kw={"autocomplete": "off"},
    )
    whose = RadioField(
        _("Whose measurements are these?"),
        [InputRequired(CHOOSE)],
        choices=[
            SelectChoice(Whose.ME, _("mine")),
            SelectChoice(Whose.PARTNER, _("my partner's")),
            SelectChoice(Whose.OTHER, _("another adult's")),
        ],
        default=Whose.ME,
    )

    def given_name(self) -> str:
        return text_of(self.name)

    def given_whose(self) -> Whose:
        return Whose(self.whose.data)


class PreferencesForm(Form):
    closeness = RadioField(
        _("How close should garments sit?"),
        [InputRequired(CHOOSE)],
        choices=[
            SelectChoice(Closeness.CLOSER, _("a little closer")),
            SelectChoice(Closeness.AS_CUT, _("as the house cuts")),
            SelectChoice(Closeness.LOOSER, _("a little looser")),
        ],
        description=_("On top of the fit that you choose for each garment."),
    )
    shoulders = RadioField(
        _("How do the shoulders fall?"),
        [InputRequired(CHOOSE)],
        choices=[
            SelectChoice(Shoulders.SLOPING, _("sloping")),
            SelectChoice(Shoulders.USUAL, _("usual")),
            SelectChoice(Shoulders.SQUARE, _("square")),
        ],
        description=_("Look from the front, in a mirror or on a photograph."),
    )
    stance = RadioField(
        _("How is the stance?"),
        [InputRequired(CHOOSE)],
        choices=[
            SelectChoice(Stance.UPRIGHT, _("very upright")),
            SelectChoice(Stance.USUAL, _("usual")),
            SelectChoice(Stance.STOOPING, _("rounded back")),
        ],
        description=_("Look from the side; stand as you always do."),
    )

    def given_closeness(self) -> Closeness:
        return Closeness(self.closeness.data)

    def given_shoulders(self) -> Shoulders:
        return Shoulders(self.shoulders.data)

    def given_stance(self) -> Stance:
        return Stance(self.stance.data)


class LettersForm(Form):
    reminds = BooleanField(
        _("Write to me when it is time to measure again"),
        description=_("At most once a year, by e-mail, without any measurement in it."),
    )

    def wants_letters(self) -> bool:
        return bool(self.reminds.data)


class WeightForm(UnitForm):
    weight = StringField(
        _("Weight today"),
        [InputRequired(_("Type a weight such as 62 kg or 137 lb."))],
        description=_("From a scale: 62.5 kg, 137 lb. It tells us when girths have changed."),
        render_kw={"autocomplete": "off", "inputmode": "decimal"},
    )

    def given_grams(self) -> int | None:
        """Return the weight in grams; None, with a sentence at the field, for none of an adult."""
        try:
            grams = parse_weight(text_of(self.weight), self.given_unit())
        except NotAWeight:
            self.weight.errors = [gettext("That is not a weight. Type 62 kg or 137 lb.")]
            return None
        if not is_within(grams, POSSIBLE_G):
            self.weight.errors = [gettext("That is hardly the weight of an adult. Is it in kg?")]
            return None
        return grams
