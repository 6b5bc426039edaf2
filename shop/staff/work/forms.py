"""What comes from the stations."""

from wtforms import HiddenField, SelectField, TextAreaField
from wtforms.validators import DataRequired, Length

from shop.infra.form_base import Form, text_of
from shop.kernel.errors import Invalid
from shop.kernel.texts import gettext, lazy
from shop.production.rules import Spec, Stage

OTHER = "other"


class SeenForm(Form):
    """Every form of a piece says which stage its page showed."""

    seen = HiddenField()

    def seen_stage(self) -> Stage:
        return _stage(self.seen.data)


class MoveForm(SeenForm):
    to = HiddenField()

    def wanted(self) -> Stage:
        return _stage(self.to.data)


class FailForm(SeenForm):
    point = SelectField(lazy("Which point failed?"), [DataRequired(lazy("Choose the point."))])

    def offer(self, spec: Spec) -> None:
        """Let the points of this very piece be chosen, and what is no point of measure."""
        names = [point.name for point in spec.points]
        self.point.choices = [
            ("", gettext("Choose")),
            *[(name, name) for name in names],
            (OTHER, gettext("Something else: stitching, stain, cloth")),
        ]

    def failed_point(self) -> str:
        return gettext("not a measure") if self.point.data == OTHER else str(self.point.data)


class HoldForm(SeenForm):
    reason = TextAreaField(
        lazy("Why must it wait?"),
        [DataRequired(lazy("Say in a few words what is missing.")), Length(max=300)],
        render_kw={"rows": 2},
    )

    def given_reason(self) -> str:
        return text_of(self.reason)


def _stage(raw: str | None) -> Stage:
    if raw not in set(Stage):
        raise Invalid(gettext("There is no such stage. Go back to the piece and try again."))
    return Stage(raw)
