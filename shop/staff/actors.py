"""Who did something, in words for colleagues."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from shop.kernel.texts import gettext as _
from shop.production import queries as production


def names(session: Session, actors: Iterable[str]) -> dict[str, str]:
    """Return who these were, by how it is written down with steps and movements."""
    words = {"payments": _("the payment"), "clock": _("the clock"), "house": _("the house")}
    numbers = {actor: actor.rpartition(":")[2] for actor in actors}
    people = {actor: int(number) for actor, number in numbers.items() if number.isdigit()}
    colleagues = production.colleagues(session, people.values())
    return {
        actor: colleagues.get(people[actor], _("the customer"))
        if actor in people
        else words.get(actor, actor)
        for actor in numbers
    }
