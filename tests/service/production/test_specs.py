"""A spec is decided once: when its order is paid."""

from dataclasses import replace

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from shop.catalogue.models import GarmentVersion
from shop.catalogue.rules import GarmentModel, canonical
from shop.kernel.actors import HOUSE, PAYMENTS, Actor
from shop.kernel.documents import Unreadable
from shop.kernel.errors import NotFound, Refused
from shop.orders import queries as order_queries
from shop.orders import service as orders
from shop.orders.models import Order
from shop.orders.rules import State
from shop.preview.draw import View
from shop.production import queries, rules, service
from shop.production.models import SpecRevision, WorkOrder
from shop.production.rules import Cause, Stage, What
from tests.builders.orders import NOW, a_roll, an_order
from tests.builders.production import a_colleague, a_work, some_work


def revisions(session: Session) -> list[SpecRevision]:
    return list(session.scalars(select(SpecRevision).order_by(SpecRevision.id)))


def placed(session: Session, **different: int) -> Order:
    """Return an order that waits for its money, locked as the payment finds it."""
    made = an_order(session, state=State.PLACED, **different)
    return order_queries.order_by_id(session, made.id, lock=True)


def lengthen(session: Session, work: WorkOrder) -> None:
    """Write something else into the order, as a change of it will."""
    work.line.note = "A little longer on the right."
    session.flush()


def test_the_spec_is_born_when_the_order_is_paid(session: Session) -> None:
    order = placed(session, pieces=2)

    orders.mark_paid(session, order, paid_minor=order.total_minor, now=NOW)

    born = revisions(session)
    assert [(each.no, each.cause, each.actor, each.born_at) for each in born] == [
        (1, Cause.PAID, PAYMENTS, NOW),
        (1, Cause.PAID, PAYMENTS, NOW),
    ]
    assert [each.document.head.piece for each in born] == [1, 2]
    assert born[0].document.cloth.roll == "R-0117"
    assert born[0].hash == rules.digest(born[0].document)


def test_a_second_event_bears_no_second_spec(session: Session) -> None:
    order = an_order(session, pieces=2)

    service.open_work(session, order.id)
    service.open_work(session, order.id)

    assert [each.no for each in revisions(session)] == [1, 1]


def test_what_fails_when_a_spec_is_born_leaves_the_order_unpaid(session: Session) -> None:
    order = placed(session)
    order.lines[0].digest = "a model that nobody knows"
    session.commit()

    with pytest.raises(NotFound):
        orders.mark_paid(session, order, paid_minor=order.total_minor, now=NOW)
    session.rollback()

    assert (order.state, order.paid_minor) == (State.PLACED, 0)
    assert revisions(session) == []


def test_a_number_is_given_to_one_spec_of_a_piece(session: Session) -> None:
    work = a_work(session)
    first = revisions(session)[0]

    session.add(
        SpecRevision(
            work_id=work.id,
            no=1,
            document=first.document,
            hash=first.hash,
            cause=Cause.CARRIED,
            actor=HOUSE,
            born_at=NOW,
        )
    )

    with pytest.raises(IntegrityError):
        session.flush()


def test_frozen_means_frozen(session: Session) -> None:
    work = a_work(session)
    before = queries.sheet_of(session, work, link="")
    drawn = queries.drawing_of(session, work, view=View.FRONT)

    change_everything(session, work)

    assert queries.spec_now(session, work) != before.spec
    assert queries.sheet_of(session, work, link="") == before
    assert queries.drawing_of(session, work, view=View.FRONT) == drawn


def change_everything(session: Session, work: WorkOrder) -> None:
    """Change tolerances and wording of the model itself, the line, and the label of the roll."""
    row = session.scalars(select(GarmentVersion)).one()
    model = canonical.read(GarmentModel, row.canonical)
    points = tuple(replace(each, plus_mm=99, name="Other") for each in model.points)
    groups = tuple(replace(each, name=f"New {each.name}") for each in model.groups)
    digest = "another"
    row.canonical = canonical.canonical(replace(model, points=points, groups=groups, lead_days=1))
    row.digest = work.line.digest = digest
    work.line.choices = work.line.choices | {"collar": "button-down"}
    a_roll(session).dye_lot = "L-99"
    session.flush()


def test_a_change_of_the_order_is_a_second_revision(session: Session) -> None:
    work, colleague = a_work(session), a_colleague(session)
    before = queries.spec_of(session, work)
    lengthen(session, work)

    born = service.revise(
        session, work, cause=Cause.CHANGED, actor=Actor.colleague(colleague.id), now=NOW
    )

    assert born is not None
    assert (born.no, born.cause) == (2, Cause.CHANGED)
    assert born.actor == Actor.colleague(colleague.id)
    assert work.revision == 2
    assert queries.sheet_of(session, work, link="").revision == 2
    assert [each.document for each in queries.revisions_of(session, work)] == [
        before,
        queries.spec_now(session, work),
    ]
    [(revision, said)] = queries.changes_of(session, work)
    assert revision is born
    assert [(each.what, each.after) for each in said] == [
        (What.NOTE, "A little longer on the right.")
    ]


def test_what_reads_the_same_is_no_revision(session: Session) -> None:
    work = a_work(session)

    assert service.revise(session, work, cause=Cause.CHANGED, actor=HOUSE, now=NOW) is None

    assert (work.revision, len(revisions(session))) == (1, 1)


def test_a_cut_piece_keeps_its_spec(session: Session) -> None:
    work = a_work(session, stage=Stage.CUT)
    lengthen(session, work)

    with pytest.raises(Refused, match="is cut already"):
        service.revise(session, work, cause=Cause.CHANGED, actor=PAYMENTS, now=NOW)

    assert (work.revision, len(revisions(session))) == (1, 1)


def test_pieces_of_before_are_carried_over_batch_by_batch(session: Session) -> None:
    works = some_work(session, pieces=3)
    said = [queries.spec_of(session, work) for work in works]
    session.execute(SpecRevision.__table__.delete())

    read = [queries.spec_of(session, work) for work in works]
    carried = [service.carry_over(session, now=NOW, limit=2) for _each in range(3)]

    assert carried == [2, 1, 0]
    assert read == said
    assert [each.document for each in revisions(session)] == said
    assert {each.cause for each in revisions(session)} == {Cause.CARRIED}


def test_a_spec_of_a_later_version_is_not_guessed_at(session: Session) -> None:
    work = a_work(session)
    session.execute(text("""UPDATE spec_revisions SET document = '{"format": 9, "value": {}}'"""))
    session.expire_all()

    with pytest.raises(Unreadable, match="Spec: format 9 is newer than 1"):
        queries.revisions_of(session, work)


def test_a_revision_that_is_valid_is_the_one_of_the_sheet(session: Session) -> None:
    work = a_work(session)
    lengthen(session, work)
    service.revise(session, work, cause=Cause.SUBSTITUTED, actor=HOUSE, now=NOW)

    session.execute(update(WorkOrder).values(revision=1))
    session.refresh(work, ["revision"])

    assert queries.spec_of(session, work).note == ""
