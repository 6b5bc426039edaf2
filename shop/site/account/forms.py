"""What people send us from their account."""

from wtforms import PasswordField
from wtforms.validators import DataRequired

from shop.infra.form_base import Form
from shop.kernel.texts import lazy as _


class LeaveForm(Form):
    password = PasswordField(
        _("Your password"),
        [DataRequired(_("Type your password: nobody else shall do this for you."))],
        render_kw={"autocomplete": "current-password"},
    )
