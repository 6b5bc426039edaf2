"""A form with one field of each kind, for the page that shows all components."""

from typing import Self

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, EmailField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Regexp

from shop.infra.form_base import Form
from shop.kernel.texts import lazy as _


class SampleForm(Form):
    email = EmailField(
        _("E-mail"),
        [InputRequired(), Regexp(r".+@.+", message=_("An address looks like name@example.com."))],
        description=_("For the confirmation and nothing else."),
        render_kw={"autocomplete": "email"},
    )
    neck = StringField(
        _("Neck"),
        [InputRequired(_("Measure the neck where the collar sits."))],
        description=_("One finger between tape and skin."),
        render_kw={"inputmode": "decimal"},
    )
    cloth = SelectField(
        _("Cloth"),
        [InputRequired(_("Choose a cloth."))],
        choices=[SelectChoice("", _("Choose")), SelectChoice("oxford", _("Blue Oxford"))],
    )
    fit = RadioField(
        _("Fit"),
        [InputRequired(_("Choose a fit."))],
        choices=[
            SelectChoice("slim", _("Slim")),
            SelectChoice("regular", _("Regular")),
            SelectChoice("relaxed", _("Relaxed")),
        ],
    )
    note = TextAreaField(_("A word to the tailor"))
    agreed = BooleanField(
        _("I have checked my measurements."), [InputRequired(_("Check them before you order."))]
    )

    @classmethod
    def wrongly_sent(cls) -> Self:
        """Return the form as it comes back when nearly everything in it is wrong."""
        form = cls(MultiDict({"wrong-email": "anna.example.com"}), prefix="wrong-")
        form.validate()
        return form
