"""Commands about artworks: keep, approve, refuse, erase."""

from datetime import datetime
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.artwork import queries
from shop.artwork.models import Artwork, ArtworkStep
from shop.artwork.rules import MOVES, Move, Picture, State
from shop.infra import outbox, steps
from shop.infra.log import say
from shop.infra.store import store
from shop.kernel import ids
from shop.kernel.actors import Actor

DROP: Final = "artwork.drop"


def keep(picture: Picture) -> None:
    """Put the pixels into the store; done before anything is written, and harmless alone."""
    whole, small = queries.keys(picture.sha256)
    store().put(whole, picture.png)
    store().put(small, picture.small_png)


def upload(
    session: Session, *, person_id: int, picture: Picture, once: str, now: datetime
) -> Artwork:
    """Note whose the kept picture is; the same picture of the same person is noted once."""
    known = queries.find_same(session, person_id=person_id, sha256=picture.sha256)
    if known is not None:
        return known
    artwork = Artwork(
        public_id=ids.public_id(),
        person_id=person_id,
        once=once,
        sha256=picture.sha256,
        width_px=picture.width_px,
        height_px=picture.height_px,
        state=State.UPLOADED,
        created_at=now,
        steps=[],
    )
    try:
        with session.begin_nested():
            session.add(artwork)
            session.flush()  # a double click meets the unique token here
    except IntegrityError:  # or the token was used for another picture, or by another person
        return upload(session, person_id=person_id, picture=picture, once=ids.token(), now=now)
    say("artwork.uploaded", artwork=artwork.public_id, by=person_id)
    return artwork


def approve(artwork: Artwork, *, actor: Actor, now: datetime) -> None:
    """Let the artwork be printed. Quiet when it may be already."""
    if artwork.state is not State.APPROVED:
        _move(artwork, Move.APPROVE, actor=actor, now=now)


def refuse(artwork: Artwork, *, reason: str, actor: Actor, now: datetime) -> None:
    """Keep the artwork from being printed; its owner reads the reason. Quiet the second time."""
    if artwork.state is not State.REFUSED:
        _move(artwork, Move.REFUSE, actor=actor, now=now, reason=reason)


def erase(session: Session, artwork: Artwork) -> None:
    """Delete the artwork; its pixels go when nobody else has the very same picture."""
    session.delete(artwork)
    outbox.ask_for(session, DROP, sha256=artwork.sha256)
    say("artwork.erased", artwork=artwork.public_id)


def _move(artwork: Artwork, asked: Move, *, actor: Actor, now: datetime, reason: str = "") -> None:
    steps.move(
        artwork,
        asked,
        by=MOVES,
        step=ArtworkStep,
        actor=actor,
        now=now,
        reason=reason,
        log="artwork.moved",
        artwork=artwork.public_id,
    )
