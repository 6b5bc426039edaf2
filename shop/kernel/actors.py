"""Who did something: a person by her number, or the part of the house or the world that acted."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self


class ActorKind(StrEnum):
    CUSTOMER = "customer"  # a person, for herself; guests too
    COLLEAGUE = "colleague"  # a person, for the house
    CLOCK = "clock"  # a time was over
    HOUSE = "house"  # by itself, because something else happened
    PAYMENTS = "payments"  # the money is in
    STRIPE = "stripe"
    CARRIER = "carrier"
    NOBODY = "nobody"  # we do not know


PEOPLE: Final = frozenset({ActorKind.CUSTOMER, ActorKind.COLLEAGUE})


@dataclass(frozen=True)
class Actor:
    """Who acted; a customer and a colleague have a person, all others have none.

    As text, for logs, never a name: `colleague:3`, `clock`.
    """

    kind: ActorKind
    person_id: int | None = None

    def __post_init__(self) -> None:
        if (self.kind in PEOPLE) is (self.person_id is None):
            raise ValueError(f"{self.kind} with the person {self.person_id}")

    def __str__(self) -> str:
        return self.kind.value if self.person_id is None else f"{self.kind}:{self.person_id}"

    @classmethod
    def customer(cls, person_id: int) -> Self:
        return cls(ActorKind.CUSTOMER, person_id)

    @classmethod
    def colleague(cls, person_id: int) -> Self:
        return cls(ActorKind.COLLEAGUE, person_id)


CLOCK: Final = Actor(ActorKind.CLOCK)
HOUSE: Final = Actor(ActorKind.HOUSE)
PAYMENTS: Final = Actor(ActorKind.PAYMENTS)
STRIPE: Final = Actor(ActorKind.STRIPE)
CARRIER: Final = Actor(ActorKind.CARRIER)
NOBODY: Final = Actor(ActorKind.NOBODY)
