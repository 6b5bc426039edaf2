"""What people send us from the configurator's page, whichever subject takes it."""

from collections.abc import Iterable

from wtforms import (
    BooleanField,
    HiddenField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length

from shop.configurator.queries import Configured
from shop.designs.rules import NAME_MAX, Guess
from shop.infra.form_base import Form, text_of
from shop.kernel import ids
from shop.kernel.texts import lazy as _

NOTE_MAX = 400


def fresh_forms(garment: Configured, **sent: Form) -> dict[str, Form]:
    """Return the forms of the page by name, those that were sent as they were sent."""
    return {
        "save_form": SaveForm(once=ids.token(), name=garment.sentence[:NAME_MAX]),
        "order_form": OrderForm(once=ids.token()),
        **sent,
    }


class SaveForm(Form):
    name = StringField(
        _("Name of the design"),
        [DataRequired(_("Give the design a name to find it by.")), Length(max=NAME_MAX)],
    )
    once = HiddenField()

    def given_name(self) -> str:
        return text_of(self.name)


class OrderForm(Form):
    looked = SelectMultipleField(_("Estimated values"), validate_choice=False)
    confirmed = BooleanField(
        _("I have read the finished measurements, and they are what I want made."),
        [DataRequired(_("Please confirm the finished measurements: we cut by them."))],
    )
    note = TextAreaField(
        _("A note to the workshop"),
        [Length(max=NOTE_MAX, message=_("Keep the note under 400 characters."))],
        render_kw={"rows": 2},
    )
    once = HiddenField()

    def has_looked(self, guesses: Iterable[Guess]) -> bool:
        """Tell whether each of these estimates was confirmed, at its present value."""
        if set(self.looked.data or ()) >= {each.code for each in guesses}:
            return True
        missed = _("Look at each estimated value and tick it, or measure it: we cut by it.")
        self.looked.errors = (*self.looked.errors, missed)
        return False

    def given_note(self) -> str:
        return text_of(self.note)
