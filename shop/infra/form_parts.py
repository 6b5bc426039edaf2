"""Hidden parts that many forms have, and what they promise."""

from typing import Final

from wtforms import HiddenField

from shop.infra import words
from shop.infra.form_base import Form, text_of
from shop.kernel import ids
from shop.kernel.lengths import Unit

ONCE_MAX: Final = 100
INPUT_MODES: Final = {Unit.CM: "decimal", Unit.INCH: "text"}  # a keypad of figures has no stroke


class OnceForm(Form):
    """A form that makes one thing, however often it is sent."""

    once = HiddenField()

    def given_once(self) -> str:
        """Return the token of this copy of the form, a new one if it has none."""
        return text_of(self.once)[:ONCE_MAX] or ids.token()


class UnitForm(Form):
    """A form with lengths, read in the unit its page was shown in, whatever was switched since."""

    unit = HiddenField()

    def given_unit(self) -> Unit:
        """Return the unit the page was shown in; the reader's of now if it does not say."""
        sent = text_of(self.unit)
        return Unit(sent) if sent in set(Unit) else words.current_unit()

    def input_mode(self) -> str:
        """Return which keypad a phone shows for a length."""
        return INPUT_MODES[self.given_unit()]
