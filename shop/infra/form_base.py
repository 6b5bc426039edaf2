"""The base of all forms: typed WTForms; the CSRF token is checked for every POST by the app."""

from typing import Any, Final, Self

import wtforms
from flask import request
from wtforms import EmailField
from wtforms.validators import InputRequired, Length, Regexp

from shop.kernel import texts
from shop.kernel.texts import lazy as _

EMAIL: Final = r"^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$"


class _Words:
    """WTForms' own messages in the shop's language; it fills in their numbers itself."""

    def gettext(self, message: str) -> str:
        return texts.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        said: str = texts.translations().ngettext(one, many, n)
        return said


class Form(wtforms.Form):
    class Meta:
        def get_translations(self, form: wtforms.Form) -> Any:
            return _Words()

    @classmethod
    def sent(cls) -> Self:
        """Return the form as filled in by the running request."""
        return cls(request.form)

    @classmethod
    def asked(cls) -> Self:
        """Return the form as filled in by the query of the running request."""
        return cls(request.args)


def email_field(*, missing: str) -> EmailField:
    """Return a field for an address that has at least the looks of one."""
    return EmailField(
        _("E-mail"),
        [
            InputRequired(missing),
            Length(max=254),
            Regexp(EMAIL, message=_("That does not look like an e-mail address: name@example.com")),
        ],
        render_kw={"autocomplete": "email"},
    )


def text_of(field: wtforms.Field) -> str:
    """Return what was typed, stripped and never None."""
    return (field.data or "").strip()
