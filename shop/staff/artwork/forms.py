"""Why an artwork is not printed, in words for its owner."""

from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from shop.artwork.rules import REASON_MAX
from shop.infra.form_base import Form, text_of
from shop.kernel.texts import lazy as _


class RefuseForm(Form):
    reason = TextAreaField(
        _("Why can it not be printed?"),
        [DataRequired(_("Say why: the customer reads it.")), Length(max=REASON_MAX)],
        render_kw={"rows": 2},
    )

    def given_reason(self) -> str:
        return text_of(self.reason)
