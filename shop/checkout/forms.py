"""What people send us to order: where to, how, and how to reach them."""

import re
from functools import lru_cache

from babel import Locale
from flask import current_app
from wtforms import HiddenField, RadioField, SelectField, StringField, TelField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, DataRequired, Length, Optional, Regexp

from shop.accounts.rules import tidy_email
from shop.checkout import rules
from shop.infra.form_base import Form, email_field, text_of
from shop.kernel.texts import lazy as _
from shop.orders.rules import Address

LONG = 120


class CheckoutForm(Form):
    email = email_field(missing=_("We send the confirmation there."))
    name = StringField(
        _("Name"),
        [DataRequired(_("Whose name is on the door?")), Length(max=LONG)],
        render_kw={"autocomplete": "name"},
    )
    street = StringField(
        _("Street and number"),
        [DataRequired(_("Where does the parcel go?")), Length(max=LONG)],
        render_kw={"autocomplete": "address-line1"},
    )
    extra = StringField(
        _("Flat, floor, company"),
        [Length(max=LONG)],
        render_kw={"autocomplete": "address-line2"},
    )
    postcode = StringField(
        _("Postcode"),
        [DataRequired(_("The carrier needs the postcode.")), Length(max=12)],
        render_kw={"autocomplete": "postal-code"},
    )
    city = StringField(
        _("Town"),
        [DataRequired(_("Which town?")), Length(max=LONG)],
        render_kw={"autocomplete": "address-level2"},
    )
    country = SelectField(
        _("Country"),
        [
            DataRequired(_("Which country?")),
            AnyOf(rules.COUNTRIES, message=_("Choose a country from the list.")),
        ],
        validate_choice=False,  # said in our own words above
        render_kw={"autocomplete": "country"},
    )
    phone = TelField(
        _("Telephone for the carrier"),
        [Optional(), Regexp(r"^[+0-9 ()/.-]{5,25}$", message=_("Digits, spaces and + only."))],
        render_kw={"autocomplete": "tel"},
    )
    shipping = RadioField(
        _("How it travels"),
        [
            AnyOf(
                [method.code for method in rules.SHIPPING_METHODS],
                message=_("Choose how it travels."),
            )
        ],
        choices=[SelectChoice(method.code, method.name) for method in rules.SHIPPING_METHODS],
        validate_choice=False,
    )
    once = HiddenField()
    seen_total = HiddenField()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.country.choices = _countries(current_app.extensions["settings"].locale)

    def given_email(self) -> str:
        return tidy_email(text_of(self.email))

    def given_address(self) -> Address:
        return Address(
            name=text_of(self.name),
            street=text_of(self.street),
            extra=text_of(self.extra),
            postcode=text_of(self.postcode),
            city=text_of(self.city),
            country=self.country.data,
            phone=text_of(self.phone),
        )

    def given_seen_total(self) -> int:
        """Return the total in minor units that the customer had before her eyes, or -1."""
        seen = text_of(self.seen_total)
        return int(seen) if re.fullmatch("[0-9]{1,12}", seen) else -1


@lru_cache
def _countries(locale: str) -> tuple[SelectChoice, ...]:
    names = Locale.parse(locale).territories
    return tuple(SelectChoice(c, names[c]) for c in sorted(rules.COUNTRIES, key=names.__getitem__))
