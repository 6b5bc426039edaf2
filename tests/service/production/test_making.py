"""A piece on its way through the workshop."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from shop.kernel.actors import Actor
from shop.kernel.errors import Invalid, Refused
from shop.orders.rules import State
from shop.production import queries, service
from shop.production.models import WorkOrder
from shop.production.rules import MoveRefused, Stage
from shop.promises import queries as promised
from shop.promises import service as promises
from shop.stock import queries as stock
from shop.stock.rules import Hold
from tests.builders.orders import NOW, a_roll, an_order
from tests.builders.production import a_colleague, a_work, move_on, some_work

CUT_DAY = date(2026, 11, 24)


def scan(session: Session, work: WorkOrder, to: Stage, **facts: object) -> None:
    by = Actor.colleague(a_colleague(session).id)
    given = {"seen": work.stage, "actor": by, "today": CUT_DAY, "now": NOW, **facts}
    service.move(session, work, to=to, **given)  # type: ignore[arg-type]


def test_a_paid_order_has_one_piece_for_each_line(session: Session) -> None:
    order = an_order(session, pieces=2)

    service.open_work(session, order.id)
    service.open_work(session, order.id)

    works = queries.works_of(session, order.id)
    assert [each.number for each in works] == [
        f"W{order.number[1:]}-1",
        f"W{order.number[1:]}-2",
    ]
    assert {each.stage for each in works} == {Stage.QUEUED}
    assert works[0].promised_on == date(2026, 12, 15)
    assert works[0].cut_by == date(2026, 11, 27)  # 12 working days before the promise


def test_cutting_takes_the_cloth_and_lets_the_order_stand(session: Session) -> None:
    work = a_work(session)

    scan(session, work, Stage.CUT)

    assert work.stage is Stage.CUT
    assert work.order.state is State.MAKING
    assert a_roll(session).left_mm == 30_000 - 1460
    reserved = stock.reservation_of(session, work.line.public_id)
    assert reserved is not None
    assert reserved.state is Hold.CUT


def test_a_second_scan_changes_nothing(session: Session) -> None:
    work = a_work(session, stage=Stage.CUT)

    scan(session, work, Stage.CUT)
    scan(session, work, Stage.CUT, seen=Stage.QUEUED)

    assert len(work.steps) == 1
    assert a_roll(session).left_mm == 30_000 - 1460


def test_nothing_is_cut_while_the_customer_may_change_her_mind(session: Session) -> None:
    work = a_work(session)

    with pytest.raises(MoveRefused, match=r"Until 24\.11\.2026 this order may still be changed"):
        scan(session, work, Stage.CUT, today=date(2026, 11, 23))

    assert work.stage is Stage.QUEUED
    assert work.steps == []
    assert work.order.state is State.PAID


def test_a_stage_is_not_skipped(session: Session) -> None:
    work = a_work(session, stage=Stage.CUT)

    with pytest.raises(MoveRefused, match="the next scan is «Sewn», not «Packed»"):
        scan(session, work, Stage.PACKED)

    assert work.stage is Stage.CUT


def test_the_older_of_two_tabs_is_told_who_moved_the_piece(session: Session) -> None:
    work = a_work(session, stage=Stage.SEWN)

    with pytest.raises(Refused, match="moved to «Sewn» by Bram meanwhile"):
        scan(session, work, Stage.FINISHED, seen=Stage.CUT)

    assert work.stage is Stage.SEWN
    assert len(work.steps) == 2


def test_a_failed_point_leads_to_rework_and_back(session: Session) -> None:
    work = a_work(session, stage=Stage.FINISHED)

    with pytest.raises(Invalid):
        scan(session, work, Stage.REWORK)
    scan(session, work, Stage.REWORK, reason="Chest")
    scan(session, work, Stage.FINISHED)

    assert work.stage is Stage.FINISHED
    assert [step.reason for step in work.steps][-2:] == ["Chest", ""]


def test_a_finished_piece_gives_its_minutes_back(session: Session) -> None:
    work = a_work(session, stage=Stage.SEWN)
    promises.take_on(session, reference=work.line.public_id, minutes=140)

    scan(session, work, Stage.FINISHED)

    assert promised.waiting_minutes(session) == 0


def test_a_piece_on_hold_goes_on_where_it_stood(session: Session) -> None:
    work, bram = a_work(session, stage=Stage.CUT), Actor.colleague(a_colleague(session).id)

    service.hold(
        session,
        work,
        seen=Stage.CUT,
        reason="Button missing",
        actor=bram,
        now=NOW,
    )
    with pytest.raises(MoveRefused, match="on hold"):
        scan(session, work, Stage.SEWN)
    assert (work.stage, work.held_reason) == (Stage.HELD, "Button missing")

    service.release(work, actor=bram, now=NOW)
    assert (work.stage, work.held_reason, work.resumes_at) == (Stage.CUT, "", None)


def test_the_order_is_shipped_with_its_last_piece(session: Session) -> None:
    first, second = some_work(session, pieces=2)
    bram = a_colleague(session)

    move_on(session, first, Stage.SHIPPED, bram)
    assert first.order.state is State.MAKING
    move_on(session, second, Stage.SHIPPED, bram)
    assert first.order.state is State.SHIPPED


def test_the_pieces_of_a_cancelled_order_leave_the_board(session: Session) -> None:
    work = a_work(session)

    service.drop_work(session, work.order_id, now=NOW)
    service.drop_work(session, work.order_id, now=NOW)

    assert work.stage is Stage.DROPPED
    assert len(work.steps) == 1
    assert queries.board(session).rows == []


def test_a_held_piece_of_a_cancelled_order_is_dropped_too(session: Session) -> None:
    work, bram = a_work(session), Actor.colleague(a_colleague(session).id)
    service.hold(session, work, seen=Stage.QUEUED, reason="Why", actor=bram, now=NOW)

    service.drop_work(session, work.order_id, now=NOW)

    assert (work.stage, work.resumes_at) == (Stage.DROPPED, None)


def test_the_sheet_tells_how_the_wearer_stands(session: Session) -> None:
    work = a_work(session)
    work.line.body = replace(work.line.body, posture={"stance": "upright"})

    spec = queries.spec_now(session, work)

    assert "Posture: very upright." in spec.unusual
