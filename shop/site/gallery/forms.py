"""What people send us about a saved design."""

from wtforms import BooleanField, IntegerField, StringField
from wtforms.validators import DataRequired, Length
from wtforms.widgets import HiddenInput

from shop.designs.rules import NAME_MAX
from shop.infra.form_base import Form, text_of
from shop.kernel.texts import lazy as _


class NameForm(Form):
    name = StringField(
        _("Name of the design"),
        [DataRequired(_("Give the design a name to find it by.")), Length(max=NAME_MAX)],
    )

    def given_name(self) -> str:
        return text_of(self.name)


class VersionForm(Form):
    no = IntegerField(widget=HiddenInput())

    def given_no(self) -> int:
        """Return the number that was sent; 0, which no version has, for none."""
        return self.no.data or 0


class PublishForm(VersionForm):
    agreed = BooleanField(
        _("Show the picture, the name and the choices of this design, with any letters on it."),
        [DataRequired(_("Tick what will be shown: without your consent nothing is."))],
    )
