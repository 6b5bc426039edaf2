"""Saved designs, and a house that changes its mind after they were saved."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from shop.accounts.models import Person
from shop.catalogue import service as catalogue
from shop.catalogue.rules import Condition, GarmentModel, Group, Rule
from shop.designs import service
from shop.designs.models import Design
from shop.kernel import ids
from tests.builders.catalogue import choices, shipped

SAVED_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = SAVED_AT + timedelta(days=1)
SHIRT = "cloth=blue-oxford fit=slim"


def a_design(session: Session, person: Person, words: str = SHIRT, **facts: Any) -> Design:
    """Save a design named Sunday, made with a model that nobody knows."""
    usual = {
        "garment": "shirt",
        "digest": "d" * 64,
        "choices": choices(words),
        "name": "Sunday",
        "once": ids.token(),
        "now": SAVED_AT,
    }
    return service.save(session, person_id=person.id, **{**usual, **facts})


def again(session: Session, design: Design, words: str, **facts: Any) -> Design:
    """Save a newer version of the design, a day later."""
    usual = {"digest": "e" * 64, "once": ids.token(), "now": LATER}
    return service.save_again(session, design, choices=choices(words), **{**usual, **facts})


def a_ban(group: str, value: str, *, then: str, than: str, message: str) -> Rule:
    """Return a rule: with this value, that one does not go."""
    when = Condition(group=group, values=frozenset({value}))
    return Rule(
        code="new",
        when=(when,),
        forbids=True,
        message=message,
        then=Condition(group=then, values=frozenset({than})),
    )


def change_the_house(
    session: Session, garment: str = "shirt", *, rules: tuple[Rule, ...] = (), without: str = ""
) -> None:
    """Publish a garment anew, with more rules, or without a value: `buttons=horn`."""
    files = shipped()
    changed = tuple(
        replace(each, model=_changed(each.model, rules, without))
        if each.model.garment == garment
        else each
        for each in files.garments
    )
    catalogue.load(session, replace(files, garments=changed), now=LATER)
    session.flush()


def close_down(session: Session, garment: str) -> None:
    """Offer a garment no longer."""
    files = shipped()
    left = tuple(each for each in files.garments if each.model.garment != garment)
    catalogue.load(session, replace(files, garments=left), now=LATER)
    session.flush()


def _changed(model: GarmentModel, rules: tuple[Rule, ...], without: str) -> GarmentModel:
    code, _equals, value = without.partition("=")
    groups = tuple(_less(each, value) if each.code == code else each for each in model.groups)
    return replace(model, rules=(*model.rules, *rules), groups=groups)


def _less(group: Group, value: str) -> Group:
    return replace(group, values=tuple(each for each in group.values if each.code != value))
