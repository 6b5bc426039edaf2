"""Commands of the workshop: open the work of an order, revise its spec, move a piece, drop it."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from shop.artwork import queries as artworks
from shop.artwork import rules as artwork
from shop.catalogue import queries as catalogue
from shop.infra import steps
from shop.infra.log import say
from shop.kernel import ids
from shop.kernel.actors import HOUSE, PAYMENTS, Actor
from shop.kernel.errors import Invalid, Refused
from shop.kernel.texts import gettext as _
from shop.orders import queries as orders_queries
from shop.orders import service as orders
from shop.orders.models import Order, OrderLine
from shop.production import queries, rules
from shop.production.models import SpecRevision, WorkOrder, WorkStep
from shop.production.rules import MOVES, Cause, Move, Stage
from shop.production.rules.piece import piece_number
from shop.promises import service as promises
from shop.stock import service as stock


def open_work(session: Session, order_id: int) -> None:
    """Open one work order with its spec for each line of the paid order.

    What is open already stays as it is.
    """
    order = orders_queries.order_by_id(session, order_id)
    known = {work.order_line_id for work in queries.works_of(session, order_id)}
    opened = [_work(session, order, line) for line in order.lines if line.id not in known]
    session.add_all(opened)
    session.flush()  # a second event meets the unique line here; the specs hang on the works' ids
    for work in opened:
        _bear(
            session,
            work,
            no=1,
            cause=Cause.PAID,
            actor=PAYMENTS,
            now=order.paid_at or order.placed_at,
        )
    say("production.opened", order=order.number, pieces=len(order.lines) - len(known))


def move(
    session: Session,
    work: WorkOrder,
    *,
    to: Stage,
    seen: Stage,
    actor: Actor,
    today: date,
    now: datetime,
    reason: str = "",
) -> None:
    """Move a piece to the stage that was scanned.

    `seen` is the stage the colleague had before her eyes. Scanning what is so already is quiet.
    Raises MoveRefused for a stage that does not follow, Refused when somebody else moved the piece
    meanwhile, Invalid when a failed check names no point.
    """
    if work.stage is to:
        return
    _see(session, work, seen)
    scanned = rules.towards(work.stage, to)
    if scanned is Move.FAIL and not reason:
        raise Invalid(_("Say which point of measure failed."))
    if scanned is Move.CUT:
        _cut(session, work, actor=actor, today=today, now=now)
    if scanned is Move.FINISH:
        promises.let_go(session, reference=work.line.public_id)
    _move(work, scanned, actor=actor, reason=reason, now=now)
    if scanned is Move.SHIP:
        _ship(session, work, actor=actor, now=now)


def hold(
    session: Session, work: WorkOrder, *, seen: Stage, reason: str, actor: Actor, now: datetime
) -> None:
    """Set a piece aside for a reason; it goes on where it stood once released."""
    if work.stage is Stage.HELD:
        return
    _see(session, work, seen)
    stood = work.stage
    _move(work, Move.HOLD, actor=actor, reason=reason, now=now)
    work.resumes_at, work.held_reason = stood, reason


def release(work: WorkOrder, *, actor: Actor, now: datetime) -> None:
    """Let a piece go on where it stood. Quiet when it is not on hold."""
    if work.stage is not Stage.HELD or work.resumes_at is None:
        return
    _move(work, Move.RELEASE, actor=actor, now=now)
    work.resumes_at, work.held_reason = None, ""


def drop_work(session: Session, order_id: int, *, now: datetime) -> None:
    """Take the pieces of a cancelled order off the board."""
    for found in queries.works_of(session, order_id):
        work = queries.work(session, found.public_id)
        if work.stage is not Stage.DROPPED:
            _move(work, Move.DROP, actor=HOUSE, now=now)
            work.resumes_at, work.held_reason = None, ""


def revise(
    session: Session, work: WorkOrder, *, cause: Cause, actor: Actor, now: datetime
) -> SpecRevision | None:
    """Keep the spec anew, as line, cloth and work order are now; the piece is locked already.

    Returns None, and keeps nothing, when the sheet would say the same. Raises Refused once the
    piece is cut.
    """
    rules.check_revisable(work.stage, work.resumes_at)
    if queries.spec_of(session, work) == queries.spec_now(session, work):
        return None
    born = _bear(session, work, no=work.revision + 1, cause=cause, actor=actor, now=now)
    work.revision = born.no
    say("production.revised", work=work.number, revision=born.no, cause=cause, by=str(actor))
    return born


def carry_over(session: Session, *, now: datetime, limit: int = 100) -> int:
    """Keep the spec of pieces from before specs were kept; return of how many.

    As often as wanted, also while the shop is open: what has a spec is left alone. A piece's
    spec is made of its line, which never changed, so it says what its sheet always said.
    """
    works = queries.without_spec(session, limit=limit)
    for work in works:
        _bear(session, work, no=work.revision, cause=Cause.CARRIED, actor=HOUSE, now=now)
    return len(works)


def _bear(
    session: Session, work: WorkOrder, *, no: int, cause: Cause, actor: Actor, now: datetime
) -> SpecRevision:
    document = queries.spec_now(session, work)
    born = SpecRevision(
        work_id=work.id,
        no=no,
        document=document,
        hash=rules.digest(document),
        cause=cause,
        actor=actor,
        born_at=now,
    )
    session.add(born)
    session.flush()  # a second one of this number is met here
    return born


def _work(session: Session, order: Order, line: OrderLine) -> WorkOrder:
    model = catalogue.model_by_digest(session, line.digest)
    return WorkOrder(
        public_id=ids.public_id(),
        number=piece_number(order.placed_at.year, order.id, line.position),
        order=order,
        line=line,
        garment=line.garment,
        stage=Stage.QUEUED,
        resumes_at=None,
        held_reason="",
        promised_on=order.promised_on,
        cut_on=order.cut_on,
        cut_by=rules.cut_by(
            not_before=order.cut_on, promised_on=order.promised_on, lead_days=model.lead_days
        ),
        minutes=line.minutes,
        revision=1,
    )


def _see(session: Session, work: WorkOrder, seen: Stage) -> None:
    """Refuse what was decided before an older state of the piece."""
    if seen is not work.stage:
        last = [step.actor.person_id for step in work.steps[-1:]]
        by = "".join(queries.colleagues(session, last).values())
        raise Refused(rules.moved_meanwhile(work.stage, by=by))


def _cut(session: Session, work: WorkOrder, *, actor: Actor, today: date, now: datetime) -> None:
    """Take the cloth off its roll and the trims out of the store; the order stands from now on."""
    rules.not_before(work.cut_on, today=today)
    _see_artwork(session, work)
    garment = work.line.public_id
    stock.mark_cut(session, reference=garment, actor=actor, now=now)
    stock.use_trims(session, reference=garment, actor=actor, now=now)
    orders.mark_cut(work.order, actor=actor, now=now)


def _see_artwork(session: Session, work: WorkOrder) -> None:
    """Refuse to cut for a picture that nobody has approved."""
    if named := work.line.choices.get(artwork.GROUP):
        found = artworks.find(session, named)
        if why := artwork.why_not_printed(found.state if found else None):
            raise rules.MoveRefused(why)


def _ship(session: Session, work: WorkOrder, *, actor: Actor, now: datetime) -> None:
    """Hand the order to the carrier once its last piece has left."""
    pieces = queries.works_of(session, work.order_id)
    if all(piece.stage is Stage.SHIPPED for piece in pieces):
        orders.ship(session, work.order, actor=actor, now=now)


def _move(work: WorkOrder, asked: Move, *, actor: Actor, now: datetime, reason: str = "") -> None:
    steps.move(
        work,
        asked,
        by=MOVES,
        step=WorkStep,
        actor=actor,
        now=now,
        reason=reason,
        stood=work.resumes_at,
        log="production.moved",
        work=work.number,
    )
