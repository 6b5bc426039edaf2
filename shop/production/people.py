"""What the workshop keeps of people: of who wears the pieces, and of colleagues who made them."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from shop.infra.holders import Exported, Fates, Leaving, columns, fates
from shop.kernel.texts import lazy as _
from shop.orders.models import Order
from shop.production import rules
from shop.production.models import WorkOrder, WorkStep

FATES: Final[Fates] = {
    **fates(
        "work_orders",
        after_order="held_reason",
        stays="public_id number order_id order_line_id garment stage resumes_at promised_on cut_on"
        " cut_by minutes revision",
    ),
    **fates(
        "spec_revisions",
        after_order="document hash",
        stays="work_id no cause actor_kind actor_id born_at",
    ),
    **fates(
        "work_steps", after_order="reason", stays="work_id move before after actor_kind actor_id at"
    ),
}
GOES: Final = _("The sheets that the workshop made your garments from, once they are delivered.")


def export(session: Session, person_id: int) -> Exported:
    """Return how far her pieces have come, and what she moved herself as a colleague."""
    moved = select(WorkStep).where(WorkStep.actor_id == person_id).order_by(WorkStep.id)
    return {
        "pieces": [_piece(each) for each in _pieces(session, person_id)],
        "work_done": [columns(each, "before after at") for each in session.scalars(moved)],
    }


def hand_over(session: Session, *, guest_id: int, person_id: int) -> None:
    """Nothing to do: pieces belong to orders, which go as a whole."""


def forget(session: Session, leaving: Leaving) -> None:
    """Blank what was typed about her pieces, once they are no longer made.

    Whose hands made a piece stays with it, as a number whose name is gone.
    """
    for work in _pieces(session, leaving.person_id):
        if work.order.public_id not in leaving.needed:
            work.held_reason = ""
            for step in work.steps:
                step.reason = ""
            for revision in work.revisions:
                revision.document = revision.document.blanked()
                revision.hash = rules.digest(revision.document)


def _pieces(session: Session, person_id: int) -> list[WorkOrder]:
    parts = (WorkOrder.steps, WorkOrder.revisions, WorkOrder.order)
    whole = [selectinload(each) for each in parts]
    hers = select(WorkOrder).join(WorkOrder.order).where(Order.person_id == person_id)
    return list(session.scalars(hers.options(*whole).order_by(WorkOrder.id)))


def _piece(work: WorkOrder) -> Exported:
    names = "number garment stage resumes_at held_reason promised_on cut_on cut_by minutes revision"
    steps = [columns(each, "before after reason at") for each in work.steps]
    specs = [columns(each, "no document cause born_at") for each in work.revisions]
    return {**columns(work, names), "steps": steps, "specs": specs}
