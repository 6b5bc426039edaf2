"""What happened, told at once to who must know, in the same transaction.

A subject below announces; subjects above are connected to it in `shop.subscriptions`. Handlers only
write rows, so a change and its consequences stand or fall together. What must leave the house is a
wish in the outbox. See shop/decisions/0001.
"""

from dataclasses import dataclass
from typing import Any

from flask import current_app
from sqlalchemy.orm import Session


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all events: frozen, in the past tense, holding ids and amounts."""


def announce(session: Session, event: Event) -> None:
    """Let every subscriber of this kind of event do its part before the commit."""
    subscriptions: dict[type[Event], tuple[Any, ...]] = current_app.extensions["subscriptions"]
    for handler in subscriptions.get(type(event), ()):
        handler(session, event)
