"""Who listens to what, who does which job, what the clock starts: the choreography on one page."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from shop.accounts.events import PersonJoined
from shop.infra import mail
from shop.infra.events import Event
from shop.infra.jobs import Job, Sweep
from shop.measurements import service as measurements

HOLDERS = (measurements,)  # who keeps things of a person: each has a `take_over`


def hand_over(session: Session, event: PersonJoined) -> None:
    """Give all that a guest left to the person she turned out to be."""
    for holder in HOLDERS:
        holder.take_over(session, guest_id=event.guest_id, person_id=event.person_id)


SUBSCRIPTIONS: Mapping[type[Event], tuple[Callable[..., Any], ...]] = {
    PersonJoined: (hand_over,),
}

JOBS: Mapping[str, Job] = {mail.SEND: mail.send}

SWEEPS: tuple[Sweep, ...] = ()
