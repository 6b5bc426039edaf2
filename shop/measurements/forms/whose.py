"""Whose body it is, and its name."""

from typing import Final

from wtforms import StringField
from wtforms.validators import Length

from shop.infra.form_base import text_of
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _
from shop.measurements import rules
from shop.measurements.form_parts import AdultForm
from shop.measurements.rules import Whose


class WhoseForm(AdultForm):
    """May be left as it stands: then it is her own body, and named so."""

    name = StringField(
        _("Name"),
        [Length(max=rules.NAME_MAX)],
        description=_("So that you know them again; left empty, we write whose they are."),
        render_kw={"autocomplete": "off"},
    )

    def given_name(self) -> str:
        return text_of(self.name) or _NAMES[self.given_whose()]()


_NAMES: Final = {
    Whose.ME: lambda: gettext("Mine"),
    Whose.PARTNER: lambda: gettext("My partner"),
    Whose.OTHER: lambda: gettext("Somebody else"),
}
