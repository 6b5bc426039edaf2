"""Commands about artworks: keep, approve, refuse, erase."""

from datetime import datetime
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.artwork import queries, rules
from shop.artwork.models import Artwork
from shop.artwork.rules import Move, Picture, State
from shop.infra import outbox
from shop.infra.log import say
from shop.infra.store import store
from shop.kernel import ids

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
        decided_by=None,
        decided_at=None,
        reason="",
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(artwork)
            session.flush()  # a double click meets the unique token here
    except IntegrityError:  # or the token was used for another picture, or by another person
        return upload(session, person_id=person_id, picture=picture, once=ids.token(), now=now)
    say("artwork.uploaded", artwork=artwork.public_id, by=person_id)
    return artwork


def approve(artwork: Artwork, *, person_id: int, now: datetime) -> None:
    """Let the artwork be printed. Quiet when it may be already."""
    if artwork.state is not State.APPROVED:
        _move(artwork, Move.APPROVE, person_id=person_id, reason="", now=now)


def refuse(artwork: Artwork, *, reason: str, person_id: int, now: datetime) -> None:
    """Keep the artwork from being printed; its owner reads the reason. Quiet the second time."""
    if artwork.state is not State.REFUSED:
        _move(artwork, Move.REFUSE, person_id=person_id, reason=reason, now=now)


def erase(session: Session, artwork: Artwork) -> None:
    """Delete the artwork; its pixels go when nobody else has the very same picture."""
    session.delete(artwork)
    outbox.ask_for(session, DROP, sha256=artwork.sha256)
    say("artwork.erased", artwork=artwork.public_id)


def _move(artwork: Artwork, move: Move, *, person_id: int, reason: str, now: datetime) -> None:
    artwork.state = rules.MOVES.after(artwork.state, move)
    artwork.decided_by, artwork.decided_at, artwork.reason = person_id, now, reason
    say("artwork.moved", artwork=artwork.public_id, to=artwork.state, by=person_id)
