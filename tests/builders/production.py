"""Pieces in the workshop, and the colleagues who move them."""

from typing import Any

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from shop.accounts import service as accounts
from shop.accounts.models import Person
from shop.infra.access import Role
from shop.kernel.actors import Actor
from shop.production import queries, service
from shop.production.models import WorkOrder
from shop.production.rules import Stage
from tests.builders.orders import NOW, a_person, an_order

STRAIGHT = (Stage.CUT, Stage.SEWN, Stage.FINISHED, Stage.CHECKED, Stage.PACKED, Stage.SHIPPED)


def a_colleague(session: Session, role: Role = Role.WORKSHOP, name: str = "Bram") -> Person:
    return a_person(session, role=role, name=name)


def enter(client: FlaskClient, session: Session, person: Person) -> None:
    """Let the test's browser in as this person."""
    token = accounts.begin(session, person, now=NOW)
    session.commit()
    with client.session_transaction() as cookie:
        cookie["key"] = token


def some_work(session: Session, **order: Any) -> list[WorkOrder]:
    """Return the pieces of a paid order, queued."""
    bought = an_order(session, **order)
    service.open_work(session, bought.id)
    return [queries.work(session, each.public_id) for each in queries.works_of(session, bought.id)]


def a_work(session: Session, *, stage: Stage = Stage.QUEUED, **order: Any) -> WorkOrder:
    """Return one piece, moved straight on to this stage by a colleague."""
    work = some_work(session, **order)[0]
    move_on(session, work, stage, a_colleague(session))
    return work


def move_on(session: Session, work: WorkOrder, stage: Stage, colleague: Person) -> None:
    """Move a piece straight on until it stands at this stage."""
    for each in STRAIGHT[: STRAIGHT.index(stage) + 1 if stage in STRAIGHT else 0]:
        service.move(
            session,
            work,
            to=each,
            seen=work.stage,
            actor=Actor.colleague(colleague.id),
            today=work.cut_by,
            now=NOW,
        )
