"""Where a roll's length changes, and a trim's number: the movement and its figure, together.

Nothing else in the shop assigns a figure or adds a movement, so each figure is the sum of its
movements. `flask stock check` compares them.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from shop.kernel.actors import Actor
from shop.stock.models import ClothRoll, MovementRow, Trim
from shop.stock.rules import Movement


def post(
    session: Session, counted: ClothRoll | Trim, movement: Movement, *, actor: Actor, now: datetime
) -> None:
    """Write the movement of a roll or a trim, and change what is there and what is held by it.

    The row must be locked already, or be new. What cannot be is refused by its command before, and
    by the table's checks at last.
    """
    if isinstance(counted, ClothRoll):
        counted.left_mm += movement.there
        counted.held_mm += movement.held
    else:
        counted.on_hand += movement.there
        counted.held += movement.held
    session.add(_row(counted, movement, actor=actor, now=now))


def _row(
    counted: ClothRoll | Trim, movement: Movement, *, actor: Actor, now: datetime
) -> MovementRow:
    return MovementRow(
        roll=counted if isinstance(counted, ClothRoll) else None,
        trim=counted if isinstance(counted, Trim) else None,
        kind=movement.kind,
        there=movement.there,
        held=movement.held,
        reference=movement.reference,
        actor=actor,
        reason=movement.reason,
        at=now,
    )
