"""Who did something, in words for colleagues."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy.orm import Session

from shop.kernel.actors import Actor, ActorKind
from shop.kernel.texts import lazy
from shop.production import queries as production

_WORDS: Final[Mapping[ActorKind, str]] = {
    ActorKind.CUSTOMER: lazy("the customer"),
    ActorKind.COLLEAGUE: lazy("a colleague who left"),
    ActorKind.CLOCK: lazy("the clock"),
    ActorKind.HOUSE: lazy("the house"),
    ActorKind.PAYMENTS: lazy("the payment"),
    ActorKind.STRIPE: lazy("Stripe"),
    ActorKind.CARRIER: lazy("carrier"),
    ActorKind.NOBODY: lazy("somebody we do not know"),
}


def names(session: Session, actors: Iterable[Actor]) -> dict[Actor, str]:
    """Return who these were: a colleague by her name, all others by what they are."""
    found = set(actors)
    colleagues = production.colleagues(session, (each.person_id for each in found))
    return {each: colleagues.get(each.person_id or 0) or str(_WORDS[each.kind]) for each in found}
