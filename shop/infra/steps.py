"""How a row with a state is moved: by its subject's table, with a step that says who, when, why.

Steps are never changed and never deleted, but for the reasons that people typed, which go with
them.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol, TypeVar

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, composite, declared_attr, mapped_column

from shop.infra.db import stored
from shop.infra.log import say
from shop.kernel.actors import PEOPLE, Actor, ActorKind
from shop.kernel.moves import Move, Moves, State

_PEOPLE: Final = ", ".join(f"'{kind}'" for kind in sorted(PEOPLE))


class Acted:
    """Columns of a row that was made by somebody: a person, or nobody in particular."""

    actor_kind: Mapped[ActorKind] = mapped_column(stored(ActorKind, "actor_kind"))
    actor_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id"),
        CheckConstraint(
            f"(actor_kind IN ({_PEOPLE})) = (actor_id IS NOT NULL)", name="actor_is_whole"
        ),
    )

    @declared_attr
    @classmethod
    def actor(cls) -> Mapped[Actor]:
        return composite(Actor, "actor_kind", "actor_id")


class Step(Acted):
    """One move in the life of a row. Its own columns are whose it is, `move`, `before`, `after`."""

    id: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str]
    at: Mapped[datetime]


NewStep = TypeVar("NewStep")


class Moved(Protocol[State, NewStep]):
    """A row with a state and with its steps, which are loaded."""

    state: State

    @property
    def steps(self) -> list[NewStep]: ...


def move(
    row: Moved[State, NewStep],
    asked: Move,
    *,
    by: Moves[State, Move],
    step: Callable[..., NewStep],
    actor: Actor,
    now: datetime,
    log: str,
    reason: str = "",
    stood: State | None = None,
    **named: str,
) -> None:
    """Take the row one move further by its table, keep the step, and log it under its name.

    A move that leads to where the row is leaves no step. Raises what the table refuses with;
    `stood` is for the moves that return to an earlier state.
    """
    before, after = row.state, by.after(row.state, asked, stood=stood)
    if before is after:
        return
    row.state = after
    row.steps.append(
        step(move=asked, before=before, after=after, actor=actor, reason=reason, at=now)
    )
    say(log, **named, move=asked, to=after, by=str(actor))
