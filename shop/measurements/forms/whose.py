"""Whose body it is, and its name. A child may be chosen, and is refused with the reason."""

from typing import Final

from wtforms import RadioField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from shop.infra.form_base import Form, text_of
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _
from shop.measurements import rules
from shop.measurements.rules import Whose
from shop.measurements.rules.quick import no_children

CHILD: Final = "child"  # who looks for it should find it


class WhoseForm(Form):
    """May be left as it stands: then it is her own body."""

    whose = RadioField(
        _("Who is it for?"),
        [DataRequired(_("Choose one of them."))],
        choices=[
            SelectChoice(Whose.ME, _("me")),
            SelectChoice(Whose.PARTNER, _("my partner")),
            SelectChoice(Whose.OTHER, _("another adult")),
            SelectChoice(CHILD, _("a child")),
        ],
        default=Whose.ME,
    )
    name = StringField(
        _("Name"),
        [Length(max=rules.NAME_MAX)],
        description=_("So that you know them again; left empty, we write whose they are."),
        render_kw={"autocomplete": "off"},
    )

    def validate_whose(self, field: RadioField) -> None:
        if field.data == CHILD:
            raise ValidationError(no_children())

    def given_whose(self) -> Whose:
        return Whose(self.whose.data)

    def given_name(self) -> str:
        return text_of(self.name) or _NAMES[self.given_whose()]()


_NAMES: Final = {
    Whose.ME: lambda: gettext("Mine"),
    Whose.PARTNER: lambda: gettext("My partner"),
    Whose.OTHER: lambda: gettext("Somebody else"),
}
