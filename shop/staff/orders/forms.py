"""What colleagues send about an order."""

from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from shop.infra.form_base import Form, text_of
from shop.kernel.money import Money
from shop.kernel.texts import lazy as _
from shop.staff import amounts


class CancelForm(Form):
    reason = StringField(
        _("Why is it cancelled?"),
        [DataRequired(_("Say why, in a word or two.")), Length(max=300)],
    )

    def given_reason(self) -> str:
        return text_of(self.reason)


class RefundForm(Form):
    once = HiddenField()
    amount = StringField(
        _("Amount"),
        [DataRequired(_("Say how much goes back."))],
        render_kw={"inputmode": "decimal", "autocomplete": "off"},
    )
    reason = StringField(_("What for?"), [DataRequired(_("Say what it is for.")), Length(max=300)])

    currency = "EUR"

    def validate_amount(self, field: StringField) -> None:
        if amounts.minor_of(text_of(field), self.currency) == 0:
            raise ValidationError(_("Nothing is no refund."))

    def given_amount(self) -> Money:
        return Money(amounts.minor_of(text_of(self.amount), self.currency), self.currency)

    def given_reason(self) -> str:
        return text_of(self.reason)
