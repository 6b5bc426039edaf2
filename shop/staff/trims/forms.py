"""What colleagues write down about a trim; lengths in metres, all else in whole numbers."""

from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from shop.catalogue.rules import MaterialUnit
from shop.infra.form_base import Form, text_of
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _
from shop.staff import amounts


class _AmountForm(Form):
    amount = StringField(
        _("How much"),
        [DataRequired(_("Write how much."))],
        render_kw={"inputmode": "decimal", "autocomplete": "off"},
    )
    unit = MaterialUnit.PIECE  # of the trim the form is about

    def validate_amount(self, field: StringField) -> None:
        self._read(text_of(field))

    def quantity(self) -> int:
        """Return the amount in the trim's own unit, mm of a length."""
        return self._read(text_of(self.amount))

    def _read(self, written: str) -> int:
        read = amounts.mm_of if self.unit is MaterialUnit.MM else amounts.whole_of
        return read(written)


class ReceivedForm(_AmountForm):
    """What came in."""

    def validate_amount(self, field: StringField) -> None:
        if self._read(text_of(field)) == 0:
            raise ValidationError(gettext("What came in is more than nothing."))


class CountedForm(_AmountForm):
    """What was counted, where it is not what should be there."""

    reason = StringField(
        _("Why"),
        [DataRequired(_("Say why: counted again, lost, spoilt.")), Length(max=300)],
        render_kw={"autocomplete": "off"},
    )
    seen = HiddenField()  # what should have been there, on the page

    def seen_quantity(self) -> int:
        """Return what the page showed; -1, which is never there, if that is unreadable."""
        seen = text_of(self.seen)
        return int(seen) if seen.isascii() and seen.isdecimal() else -1

    def given_reason(self) -> str:
        return text_of(self.reason)
