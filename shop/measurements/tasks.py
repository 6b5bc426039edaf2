"""What the clock asks for: letters to those who wished to be told when to measure again."""

from typing import Final

from sqlalchemy.orm import Session

from shop.infra.jobs import Sweep
from shop.kernel import clock
from shop.measurements import mails, service


def remind(session: Session) -> None:
    """Write to whoever wanted it and has not measured for a year."""
    for profile in service.due_letters(session, now=clock.now()):
        mails.remind(session, profile)


SWEEPS: Final[tuple[Sweep, ...]] = (remind,)
