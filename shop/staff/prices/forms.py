"""The price list of a garment as a form: one field for making it, one for each choice."""

from collections.abc import Mapping
from typing import Any, Self

from flask import request
from wtforms import StringField
from wtforms.validators import DataRequired

from shop.catalogue.rules import GarmentModel, GroupKind
from shop.infra.form_base import Form, text_of
from shop.kernel.texts import lazy as _
from shop.staff import amounts

BETWEEN = "--"  # group and value in the name of a field
BASE = "base"


class PricesForm(Form):
    """Fields are made for a model by `of`; what is typed stays as it is typed."""

    currency = "EUR"

    @classmethod
    def of(cls, model: GarmentModel, currency: str, *, sent: bool = False) -> Self:
        """Return the form with today's prices, or with what was sent."""
        fields: dict[str, Any] = {"currency": currency, BASE: _field(_("Making it"), is_base=True)}
        now = {BASE: amounts.written(model.base_price_minor, currency)}
        for group in model.groups:
            for value in group.values if group.kind is GroupKind.CHOICE else ():
                name = f"{group.code}{BETWEEN}{value.code}"
                fields[name] = _field(f"{group.name}: {value.name}")
                now[name] = amounts.written(value.price_minor, currency)
        made: type[Self] = type("PricesForm", (cls,), fields)
        return made(request.form if sent else None, data=now)

    def base_minor(self) -> int:
        return amounts.minor_of(text_of(self[BASE]), self.currency)

    def additions(self) -> Mapping[tuple[str, str], int]:
        """Return what each choice adds, by group and value; below zero it takes off."""
        return {
            (group, value): amounts.minor_of(text_of(field), self.currency, may_be_less=True)
            for field in self
            for group, between, value in [field.name.partition(BETWEEN)]
            if between
        }


def _field(label: str, *, is_base: bool = False) -> Any:
    def readable(form: PricesForm, field: StringField) -> None:
        amounts.minor_of(text_of(field), form.currency, may_be_less=not is_base)

    return StringField(
        label,
        [DataRequired(_("Write an amount; 0 for nothing.")), readable],
        render_kw={"inputmode": "text", "autocomplete": "off", "size": 8},
    )
