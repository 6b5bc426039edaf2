"""Commands about designs."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.catalogue.rules import Choices
from shop.designs import queries
from shop.designs.models import FIRST, Design, DesignVersion
from shop.infra.log import say
from shop.kernel import ids


def save(
    session: Session,
    *,
    person_id: int,
    garment: str,
    digest: str,
    choices: Choices,
    name: str,
    once: str,
    now: datetime,
    parent: str = "",
) -> Design:
    """Keep a design under a name; the same `once` finds the one that was kept already.

    `parent` is the public id of the design it was made from, anybody's; one that is not there any
    more, or is another garment, is left out.
    """
    known = session.scalar(select(Design).where(Design.once == once))
    if known is not None and known.person_id == person_id:
        return known
    origin = queries.find(session, parent)
    if origin is not None and origin.garment != garment:
        origin = None
    design = Design(
        public_id=ids.public_id(),
        person_id=person_id,
        garment=garment,
        digest=digest,
        choices=dict(choices),
        name=name,
        no=FIRST,
        once=once if known is None else ids.token(),
        saved_at=now,
        parent_id=origin.id if origin else None,
        parent_name=origin.name if origin else "",
    )
    try:
        with session.begin_nested():
            session.add(design)
            session.flush()  # a double click meets the unique token here, not at the commit
            _keep_version(session, design, once=design.once)
    except IntegrityError:
        return save(
            session,
            person_id=person_id,
            garment=garment,
            digest=digest,
            choices=choices,
            name=name,
            once=once,
            now=now,
            parent=parent,
        )
    say("designs.saved", design=design.public_id, by=person_id)
    return design


def save_again(
    session: Session, design: Design, *, digest: str, choices: Choices, once: str, now: datetime
) -> Design:
    """Keep a newer version of a design; the ones before it stay.

    The choices that are there already are nothing new, nor is the same `once` a second time. What
    the gallery shows stays what its owner published.
    """
    session.flush()  # what this request has changed of it is not to be read over
    session.refresh(design, with_for_update=True)  # two at once are counted one after the other
    sent = select(DesignVersion.id).where(DesignVersion.design_id == design.id)
    if session.scalar(sent.where(DesignVersion.once == once)) or design.choices == dict(choices):
        return design
    design.no += 1
    design.digest, design.choices, design.saved_at = digest, dict(choices), now
    _keep_version(session, design, once=once)
    say("designs.saved_again", design=design.public_id, no=design.no)
    return design


def restore(session: Session, design: Design, *, no: int, now: datetime) -> Design:
    """Make an older version the newest again, as one more; raise NotFound for no such version."""
    older = queries.version_of(session, design, no)
    return save_again(
        session, design, digest=older.digest, choices=older.choices, once=ids.token(), now=now
    )


def rename(design: Design, *, name: str) -> None:
    design.name = name


def publish(design: Design, *, now: datetime, no: int | None = None) -> None:
    """Show this version of the design in the gallery, or the newest, by its owner's wish.

    A design that is shown already keeps its place there.
    """
    design.published_no = design.no if no is None else no
    design.published_at = design.published_at or now


def withdraw(design: Design) -> None:
    """Take the design out of the gallery. What others made from it stays theirs."""
    design.published_at = None
    design.published_no = None


def remove(session: Session, design: Design) -> None:
    """Delete the design with its versions. What others made from it keeps its name."""
    session.delete(design)


def _keep_version(session: Session, design: Design, *, once: str) -> None:
    session.add(
        DesignVersion(
            design_id=design.id,
            no=design.no,
            digest=design.digest,
            choices=design.choices,
            once=once,
            saved_at=design.saved_at,
        )
    )
    session.flush()  # a page that follows in this request lists it
