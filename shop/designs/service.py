"""Commands about designs."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.catalogue.rules import Choices
from shop.designs.models import Design
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
) -> Design:
    """Keep a design under a name; the same `once` finds the one that was kept already."""
    known = session.scalar(select(Design).where(Design.once == once))
    if known is not None and known.person_id == person_id:
        return known
    design = Design(
        public_id=ids.public_id(),
        person_id=person_id,
        garment=garment,
        digest=digest,
        choices=dict(choices),
        name=name,
        once=once if known is None else ids.token(),
        saved_at=now,
    )
    try:
        with session.begin_nested():
            session.add(design)
            session.flush()  # a double click meets the unique token here, not at the commit
    except IntegrityError:
        return save(session, person_id=person_id, garment=garment, digest=digest, choices=choices,
                    name=name, once=once, now=now)  # fmt: skip
    say("designs.saved", design=design.public_id, by=person_id)
    return design


def rename(design: Design, *, name: str) -> None:
    design.name = name


def publish(design: Design, *, now: datetime) -> None:
    """Show the design in the gallery, by its owner's wish."""
    design.published_at = design.published_at or now


def withdraw(design: Design) -> None:
    design.published_at = None


def remove(session: Session, design: Design) -> None:
    session.delete(design)


def take_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Give the guest's designs to the person she turned out to be."""
    session.execute(update(Design).where(Design.person_id == guest_id).values(person_id=person_id))
