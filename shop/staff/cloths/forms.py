"""What colleagues write down about rolls and the price of a metre."""

from datetime import date

from wtforms import DateField, HiddenField, StringField
from wtforms.validators import DataRequired, Length, Regexp, ValidationError

from shop.catalogue.rules import OpeningRoll
from shop.infra.form_base import Form, text_of
from shop.kernel.texts import lazy as _
from shop.staff import amounts

DECIMAL = {"inputmode": "decimal", "autocomplete": "off"}


class RollForm(Form):
    number = StringField(
        _("Number of the roll"),
        [
            DataRequired(_("Write the number that is on the roll.")),
            Length(max=40),
            Regexp(r"^[A-Za-z0-9./_ -]+$", message=_("Letters, digits, dots, dashes and blanks.")),
        ],
    )
    dye_lot = StringField(
        _("Dye lot"),
        [DataRequired(_("Write the lot: a garment is cut from one.")), Length(max=40)],
    )
    metres = StringField(
        _("Length in metres"),
        [DataRequired(_("Measure the roll and write its length."))],
        render_kw=DECIMAL,
    )
    received_on = DateField(_("Received on"), [DataRequired(_("Write the day it came."))])

    def validate_metres(self, field: StringField) -> None:
        if amounts.mm_of(text_of(field)) == 0:
            raise ValidationError(_("A roll has some length."))

    def roll(self) -> OpeningRoll:
        day = self.received_on.data
        return OpeningRoll(
            number=text_of(self.number),
            dye_lot=text_of(self.dye_lot),
            length_mm=amounts.mm_of(text_of(self.metres)),
            received_on=day or date.min,
        )


class LeftForm(Form):
    metres = StringField(
        _("Left on the roll, in metres"),
        [DataRequired(_("Write what you measured."))],
        render_kw=DECIMAL,
    )
    reason = StringField(_("Why"), [Length(max=300)], render_kw={"autocomplete": "off"})
    seen = HiddenField()  # mm that the roll held on the page

    def validate_metres(self, field: StringField) -> None:
        amounts.mm_of(text_of(field))

    def validate_reason(self, field: StringField) -> None:
        if not self.metres.errors and self.left_mm() != self.seen_mm() and not text_of(field):
            raise ValidationError(_("Say why: measured again, a flaw cut out."))

    def left_mm(self) -> int:
        return amounts.mm_of(text_of(self.metres))

    def seen_mm(self) -> int:
        """Return what the roll held on the page; -1, which no roll holds, if that is unreadable."""
        seen = text_of(self.seen)
        return int(seen) if seen.isascii() and seen.isdecimal() else -1

    def given_reason(self) -> str:
        return text_of(self.reason)


class MetrePriceForm(Form):
    price = StringField(
        _("Price of a metre"), [DataRequired(_("Write what a metre costs."))], render_kw=DECIMAL
    )

    currency = "EUR"

    def validate_price(self, field: StringField) -> None:
        amounts.minor_of(text_of(field), self.currency)

    def minor(self) -> int:
        return amounts.minor_of(text_of(self.price), self.currency)
