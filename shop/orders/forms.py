"""What people may send us about orders."""

from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from shop.infra.form_base import Form, text_of
from shop.kernel.texts import lazy as _


class CancelForm(Form):
    reason = TextAreaField(
        _("Why?"),
        [DataRequired(_("Tell us why, in a word or two.")), Length(max=500)],
        render_kw={"rows": 2},
    )

    def given_reason(self) -> str:
        return text_of(self.reason)
