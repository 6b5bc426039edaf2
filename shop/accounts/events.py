"""What accounts tell the rest of the shop."""

from dataclasses import dataclass

from shop.infra.events import Event


@dataclass(frozen=True, kw_only=True)
class PersonJoined(Event):
    """A guest turned out to be a person with an account: what was the guest's is hers now."""

    guest_id: int
    person_id: int
