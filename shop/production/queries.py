"""Reads of the workshop: the board, one piece with its spec, and who did what."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from shop.accounts.models import Person
from shop.artwork import queries as artworks
from shop.artwork.models import Artwork
from shop.artwork.rules import GROUP as ARTWORK
from shop.catalogue import queries as catalogue
from shop.infra.access import Role
from shop.infra.paging import Page, page_of
from shop.kernel.errors import NotFound
from shop.kernel.texts import gettext as _
from shop.orders.models import Order, OrderLine
from shop.preview.draw import FlatDrawing, View, flat, flat_strokes
from shop.production.draw.sheet import Sheet
from shop.production.models import SpecRevision, WorkOrder
from shop.production.rules import ON_THE_TABLES, Change, Spec, Stage, difference
from shop.production.rules.assembling import assembled
from shop.production.rules.piece import Piece
from shop.production.rules.spec import Drawn, Head
from shop.stock import queries as stock


def board(session: Session, *, stage: Stage | None = None, page: int = 1) -> Page[WorkOrder]:
    """Return a page of the pieces at this stage, or of all not done, the next promised first."""
    stages = ON_THE_TABLES if stage is None else (stage,)
    wanted = select(WorkOrder).where(WorkOrder.stage.in_(stages))
    wanted = wanted.options(
        joinedload(WorkOrder.line).load_only(OrderLine.sentence, OrderLine.cloth)
    )
    by_day = WorkOrder.promised_on.desc() if stage is Stage.SHIPPED else WorkOrder.promised_on
    return page_of(session, wanted.order_by(by_day, WorkOrder.id), number=page)


def counts(session: Session) -> Counter[Stage]:
    """Return how many pieces stand at each stage."""
    rows = session.execute(select(WorkOrder.stage, func.count()).group_by(WorkOrder.stage))
    return Counter(dict(rows.all()))


def work(session: Session, public_id: str) -> WorkOrder:
    """Return a piece with its order, line and steps; raise NotFound if there is none."""
    return _one(session, _whole().where(WorkOrder.public_id == public_id))


def work_to_change(session: Session, public_id: str) -> WorkOrder:
    """Return a piece like `work`, with its order and itself locked, in this order."""
    order_id = select(WorkOrder.order_id).where(WorkOrder.public_id == public_id)
    session.scalar(select(Order).where(Order.id == order_id.scalar_subquery()).with_for_update())
    mine = _whole().where(WorkOrder.public_id == public_id).with_for_update(of=WorkOrder)
    return _one(session, mine.execution_options(populate_existing=True))


def find_by_number(session: Session, number: str) -> WorkOrder | None:
    """Return the piece whose number was typed or scanned from paper."""
    return session.scalar(select(WorkOrder).where(WorkOrder.number == number.strip().upper()))


def works_of(session: Session, order_id: int) -> list[WorkOrder]:
    """Return the pieces of an order, in the order of its lines."""
    return list(
        session.scalars(
            select(WorkOrder).where(WorkOrder.order_id == order_id).order_by(WorkOrder.id)
        )
    )


def colleagues(session: Session, people: Iterable[int | None]) -> dict[int, str]:
    """Return the names of those among these people who are colleagues."""
    ids = {person_id for person_id in people if person_id is not None}
    staff = select(Person.id, Person.name).where(Person.role != Role.CUSTOMER)
    rows = session.execute(staff.where(Person.id.in_(ids)))
    return dict(rows.all())


def sheet_of(session: Session, work: WorkOrder, *, link: str) -> Sheet:
    """Return the sheet of a piece as it was kept; `link` is the address of its page."""
    spec = spec_of(session, work)
    return Sheet(
        spec=spec,
        revision=work.revision,
        link=link,
        front=_flat(spec.drawn, View.FRONT),
        back=_flat(spec.drawn, View.BACK),
    )


def spec_of(session: Session, work: WorkOrder) -> Spec:
    """Return the spec that is valid for a piece.

    A piece from before specs were kept, which is not carried over yet, is read from its line.
    """
    valid = select(SpecRevision.document).where(
        SpecRevision.work_id == work.id, SpecRevision.no == work.revision
    )
    return session.scalar(valid) or spec_now(session, work)


def revisions_of(session: Session, work: WorkOrder) -> list[SpecRevision]:
    """Return the specs that a piece has had, the first one first."""
    mine = select(SpecRevision).where(SpecRevision.work_id == work.id)
    return list(session.scalars(mine.order_by(SpecRevision.no)))


def changes_of(session: Session, work: WorkOrder) -> list[tuple[SpecRevision, tuple[Change, ...]]]:
    """Return each later revision of a piece, the newest first, with what it says otherwise."""
    revisions = revisions_of(session, work)
    return [
        (after, difference(before.document, after.document))
        for before, after in reversed(list(pairwise(revisions)))
    ]


def spec_now(session: Session, work: WorkOrder) -> Spec:
    """Return the spec as the piece's order line, its cloth and the work order make it now."""
    order, line = work.order, work.line
    head = Head(
        number=work.number,
        order_number=order.number,
        piece=line.position,
        pieces=len(order.lines),
        cut_on=work.cut_on,
        cut_by=work.cut_by,
        promised_on=work.promised_on,
        garment=line.garment_name,
        sentence=line.sentence,
    )
    return assembled(_piece(session, line), head)


def without_spec(session: Session, *, limit: int) -> list[WorkOrder]:
    """Return pieces that have no spec yet, with order and line, locked, the oldest first."""
    has_none = ~exists().where(SpecRevision.work_id == WorkOrder.id)
    waiting = _whole().where(has_none).order_by(WorkOrder.id).limit(limit)
    works = list(session.scalars(waiting.with_for_update(of=WorkOrder)))
    ids = [work.id for work in works]
    known = select(SpecRevision.work_id).where(SpecRevision.work_id.in_(ids))
    carried = set(session.scalars(known))  # by somebody for whose lock we waited
    return [work for work in works if work.id not in carried]


def drawing_of(session: Session, work: WorkOrder, *, view: View) -> str:
    """Return the flat drawing of a piece as SVG, numbered like its spec.

    Raises NotFound for a garment of old that is no longer drawn.
    """
    drawn = spec_of(session, work).drawn
    try:
        return flat(drawn.garment, drawn.choices, view=view, words=dict(drawn.words))
    except KeyError:
        raise NotFound(_("This garment is not drawn any more.")) from None


def artwork_of(session: Session, work: WorkOrder) -> Artwork | None:
    """Return the picture to be printed on the piece, if there is one and it was not erased."""
    named = work.line.choices.get(ARTWORK, "")
    return artworks.find(session, named) if named else None


def _flat(drawn: Drawn, view: View) -> FlatDrawing | None:
    try:
        return flat_strokes(drawn.garment, drawn.choices, view=view, words=dict(drawn.words))
    except KeyError:
        return None


def _piece(session: Session, line: OrderLine) -> Piece:
    return Piece(
        model=catalogue.model_by_digest(session, line.digest),
        choices=line.choices,
        cloth=line.cloth,
        cloth_mm=line.cloth_mm,
        finished=line.finished,
        reserved=stock.reservation_of(session, line.public_id),
        note=line.note,
        posture=line.body.posture,
    )


def _whole() -> Select[WorkOrder]:
    return select(WorkOrder).options(
        selectinload(WorkOrder.order).selectinload(Order.steps),
        selectinload(WorkOrder.order).selectinload(Order.lines),
        selectinload(WorkOrder.line),
        selectinload(WorkOrder.steps),
    )


def _one(session: Session, statement: Select[WorkOrder]) -> WorkOrder:
    found = session.scalar(statement)
    if found is None:
        raise NotFound(_("There is no such piece. Look for it on the board."))
    return found
