"""What people send us about themselves."""

from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from shop.accounts import rules
from shop.infra.form_base import Form, email_field, text_of
from shop.kernel.texts import lazy as _


class SignInForm(Form):
    email = EmailField(
        _("E-mail"),
        [DataRequired(_("Type your e-mail address."))],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        _("Password"),
        [DataRequired(_("Type your password."))],
        render_kw={"autocomplete": "current-password"},
    )


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
    email = email_field(missing=_("Type your e-mail address."))

    def address(self) -> str:
        return text_of(self.email)


class ForgottenForm(Form):
    email = EmailField(
        _("E-mail"),
        [DataRequired(_("Type your e-mail address."))],
        render_kw={"autocomplete": "email"},
    )
