"""What people send us about themselves."""

from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import DataRequired, Length, Regexp, ValidationError

from shop.accounts import rules
from shop.infra.form_base import Form, text_of
from shop.kernel.texts import lazy as _

EMAIL = r"^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$"


class SignInForm(Form):
    email = EmailField(_("E-mail"), [DataRequired(_("Type your e-mail address."))],
                       render_kw={"autocomplete": "username"})  # fmt: skip
    password = PasswordField(_("Password"), [DataRequired(_("Type your password."))],
                             render_kw={"autocomplete": "current-password"})  # fmt: skip


class NewPasswordForm(Form):
    password = PasswordField(
        _("New password"),
        [DataRequired(_("Choose a password."))],
        description=_("At least 10 characters; a few words in a row are fine."),
        render_kw={"autocomplete": "new-password"},
    )

    def address(self) -> str:
        return ""

    def validate_password(self, field: PasswordField) -> None:
        fault = rules.password_fault(field.data or "", self.address())
        if fault:
            raise ValidationError(fault)


class SignUpForm(NewPasswordForm):
    name = StringField(
        _("Name"),
        [DataRequired(_("What may we call you?")), Length(max=120)],
        render_kw={"autocomplete": "name"},
    )
    email = EmailField(
        _("E-mail"),
        [
            DataRequired(_("Type your e-mail address.")),
            Length(max=254),
            Regexp(EMAIL, message=_("That does not look like an e-mail address: name@example.com")),
        ],
        render_kw={"autocomplete": "email"},
    )

    def address(self) -> str:
        return text_of(self.email)


class ForgottenForm(Form):
    email = EmailField(_("E-mail"), [DataRequired(_("Type your e-mail address."))],
                       render_kw={"autocomplete": "email"})  # fmt: skip
