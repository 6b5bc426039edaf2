"""What other subjects ask of a body too: whose it is, and what to compare it with."""

from typing import Final

from wtforms import RadioField
from wtforms.fields import SelectChoice
from wtforms.fields.choices import enum_choices
from wtforms.validators import DataRequired, InputRequired, ValidationError

from shop.infra.form_base import Form
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _
from shop.measurements.rules import SizeTable, Whose
from shop.measurements.rules.quick import no_children

CHILD: Final = "child"  # who looks for it should find it


def _people() -> list[SelectChoice]:
    adults = enum_choices(Whose, label=lambda whose: whose.label)
    return [*adults, SelectChoice(CHILD, gettext("a child"))]


class AdultForm(Form):
    """Whose body it is, her own if left as it stands. A child is refused with the reason."""

    whose = RadioField(
        _("Who is it for?"),
        [DataRequired(_("Choose one of them."))],
        choices=_people,
        default=Whose.ME,
    )

    def validate_whose(self, field: RadioField) -> None:
        if field.data == CHILD:
            raise ValidationError(no_children())

    def given_whose(self) -> Whose:
        return Whose(self.whose.data)


class TableForm(Form):
    """Whose sizes and proportions to compare with."""

    table = RadioField(
        _("Compare with"),
        [InputRequired(_("Choose one; either is fine."))],
        choices=[
            SelectChoice(SizeTable.WOMEN, _("Women")),
            SelectChoice(SizeTable.MEN, _("Men")),
            SelectChoice(SizeTable.NONE, _("Either")),
        ],
        default=SizeTable.NONE,
        description=_("We check that your values go together, as they do for most people."),
    )

    def given_table(self) -> SizeTable:
        """Return the table; none as long as nothing that can be is chosen."""
        sent = self.table.data or ""
        return SizeTable(sent) if sent in set(SizeTable) else SizeTable.NONE
