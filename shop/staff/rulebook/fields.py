"""The fields of a rule's form: made for a garment, filled with a rule as it stands."""

from enum import StrEnum
from typing import Any, Final

from wtforms import SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice

from shop.catalogue.rules import Rule
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _
from shop.staff.rulebook import rows
from shop.staff.rulebook.subjects import Answer, Subject

NUMERIC: Final = {"inputmode": "decimal", "autocomplete": "off", "size": 8}


class Kind(StrEnum):
    """The five forms of a rule."""

    EXCLUDES = "excludes"
    REQUIRES = "requires"
    ONLY_WITH = "only-with"
    AT_MOST = "at-most"
    MATCH = "match"


def row_fields(name: str, subjects: dict[str, Subject], rule: Rule | None) -> dict[str, Any]:
    """Return the four fields of a condition, named after their row."""
    label, values = (_("Then"), _("Then: values")) if name == "then" else (_("If"), _("If: values"))
    offered = list(subjects.values())
    if gone := _gone(rule, subjects):
        offered += gone
    return {
        f"{name}-subject": about_field(label, offered),
        f"{name}-comparison": SelectField(
            _("Comparison"),
            default=rows.IS,
            choices=[SelectChoice(*each) for each in rows.COMPARED.items()],
        ),
        f"{name}-values": SelectMultipleField(values, choices=[], validate_choice=False),
        f"{name}-amount": StringField(_("Number"), render_kw=NUMERIC),
    }


def about_field(label: str, offered: list[Subject]) -> SelectField:
    choices = [SelectChoice(each.key, each.name, optgroup=each.heading) for each in offered]
    return SelectField(label, default="", choices=[SelectChoice("", _("Choose …")), *choices])


def _gone(rule: Rule | None, subjects: dict[str, Subject]) -> list[Subject]:
    """Return what the rule asks for and nothing has any more, so that it can be seen."""
    asked = [*rule.when, *([rule.then] if rule.then else [])] if rule else []
    return [
        Subject(
            group=each.group,
            attribute=each.attribute,
            name=f"«{key}»",
            heading=gettext("Not offered any more"),
            answer=Answer.VALUES,
        )
        for each in asked
        if (key := rows.key_of(each)) not in subjects
    ]


def typed_of(rule: Rule, subjects: dict[str, Subject]) -> dict[str, Any]:
    """Return what the fields hold for a rule as it stands."""
    now: dict[str, Any] = {
        "form": _form_of(rule),
        "message": rule.message,
        "code": rule.code,
        "most": "" if rule.at_most is None else str(rule.at_most),
    }
    parts = {f"when{n}": each for n, each in enumerate(rule.when)}
    for name, condition in (parts | ({"then": rule.then} if rule.then else {})).items():
        said = rows.typed(condition, subjects.get(rows.key_of(condition)))
        now |= {f"{name}-{field}": value for field, value in said.items()}
    return now | {f"of{n}": f"{term.group}.{term.attribute}" for n, term in enumerate(rule.of)}


def _form_of(rule: Rule) -> Kind:
    if rule.then is None:
        return Kind.MATCH if rule.must_match else Kind.AT_MOST
    if rule.only_with:
        return Kind.ONLY_WITH
    return Kind.EXCLUDES if rule.forbids else Kind.REQUIRES
