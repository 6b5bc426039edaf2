"""What people tell us for an estimate: themselves in a few numbers, and labels of clothes."""

from collections.abc import Mapping
from typing import Final

from wtforms import StringField
from wtforms.validators import DataRequired

from shop.infra.form_base import text_of
from shop.infra.form_parts import UnitForm
from shop.kernel.lengths import Unit
from shop.kernel.texts import lazy as _
from shop.measurements import rules
from shop.measurements.forms.wearer import WearerForm
from shop.measurements.rules import Facts, SizeTable
from shop.measurements.rules.facts import AGE, HEIGHT_SAID, LABELS, WEIGHT_SAID
from shop.measurements.rules.quick import QuickAnswers, read_told
from shop.measurements.rules.shown_facts import shown_facts

FACT_OF: Final = {"height": HEIGHT_SAID, "weight": WEIGHT_SAID, "age": AGE} | {
    label: label for label in LABELS
}  # by field
NO_AUTOCOMPLETE: Final = {"autocomplete": "off"}
NUMBERS: Final = {"autocomplete": "off", "inputmode": "numeric"}


class EstimateForm(UnitForm):
    """Height and weight must be there; everything else makes the estimate better."""

    height = StringField(
        _("Height"),
        [DataRequired(_("We need the height: all lengths follow it."))],
        description=_("As you know it: 168 cm, 1.68 m or 5 ft 6. All lengths follow it."),
        render_kw=NO_AUTOCOMPLETE,
    )
    weight = StringField(
        _("Weight"),
        [DataRequired(_("We need the weight: all girths follow it."))],
        description=_("As you know it: 62 kg or 137 lb. All girths follow it."),
        render_kw=NO_AUTOCOMPLETE,
    )
    age = StringField(
        _("Age"),
        description=_("In years. At one weight, the waist grows with age."),
        render_kw=NUMBERS,
    )
    label_collar = StringField(
        _("Shirt collar"),
        description=_("39, or 15 1/2 for inches. It halves what we cannot know of the neck."),
        render_kw=NO_AUTOCOMPLETE,
    )
    label_waist = StringField(
        _("Trouser waist"),
        description=_(
            "W32, or 82 cm. Nothing helps more: weight sits at the waist, or it does not."
        ),
        render_kw=NO_AUTOCOMPLETE,
    )
    label_inseam = StringField(
        _("Trouser length"),
        description=_("L34, or 86 cm inside the leg. Legs differ by 8 cm at one height."),
        render_kw=NO_AUTOCOMPLETE,
    )
    label_sleeve = StringField(
        _("Shirt sleeve"),
        description=_("34 for inches from mid back, or 65 cm from the shoulder."),
        render_kw=NO_AUTOCOMPLETE,
    )
    label_chest = StringField(
        _("Jacket, dress or bust size"),
        description=_("EU 50, UK 40, or the girth: 98 cm. It tells chest from belly."),
        render_kw=NO_AUTOCOMPLETE,
    )
    meant = StringField()  # the answer about a height and a weight that are odd: "1680:62000"

    def leave_out(self, measured: Facts) -> None:
        """Ask for nothing that was measured."""
        for name, key in FACT_OF.items():
            if key in measured:
                del self[name]

    def read(
        self, *, known: Facts, table: SizeTable, measured: Facts = rules.NO_FACTS
    ) -> QuickAnswers:
        """Return what was told; the fields carry what is wrong with it."""
        asked = {name: key for name, key in FACT_OF.items() if name in self}
        typed = {key: text_of(self[name]) for name, key in asked.items()}
        told = read_told(
            typed,
            self.given_unit(),
            table=table,
            known=known,
            measured=measured,
            meant=text_of(self.meant),
        )
        for name, key in asked.items():
            if key in told.faults:
                self[name].errors = [told.faults[key]]
        return told


class QuickForm(WearerForm, EstimateForm):
    """A new profile from an estimate: whose it is comes first."""


def shown_in_fields(facts: Facts, unit: Unit) -> Mapping[str, str]:
    """Return the facts as the fields of the form show them."""
    shown = shown_facts(facts, unit)
    return {name: shown[key] for name, key in FACT_OF.items() if key in shown}
