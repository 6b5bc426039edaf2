"""The workshop's pages: who may see them, what they show, what the buttons do."""

import io

import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy.orm import Session

from shop.infra.access import Role
from shop.kernel.actors import Actor
from shop.production import service
from shop.production.models import WorkOrder
from shop.production.rules import Cause, Stage
from tests.builders.orders import ADDRESS, NOW
from tests.builders.production import a_colleague, a_work, enter


@pytest.fixture
def work(session: Session) -> WorkOrder:
    made = a_work(session, note="A little longer on the right.")
    made.cut_on = made.cut_on.replace(year=2020)
    return made


def as_(role: Role, client: FlaskClient, session: Session) -> None:
    enter(client, session, a_colleague(session, role, name="Griet"))


def press(client: FlaskClient, work: WorkOrder, what: str, **fields: str) -> int:
    return client.post(f"/staff/work/{work.public_id}/{what}", data=fields).status_code


def test_who_is_not_signed_in_is_asked_to(client: FlaskClient, work: WorkOrder) -> None:
    answer = client.get(f"/staff/work/{work.public_id}")

    assert answer.status_code == 303
    assert answer.location.startswith("/sign-in?next=")


@pytest.mark.parametrize("page", ["work", "orders", "cloths", "prices"])
def test_a_customer_may_see_nothing_of_it(client: FlaskClient, session: Session, page: str) -> None:
    as_(Role.CUSTOMER, client, session)

    assert client.get(f"/staff/{page}").status_code == 403


def test_the_board_shows_pieces_by_stage(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.WORKSHOP, client, session)

    assert f">{work.number}<" in client.get("/staff/work").text
    assert f">{work.number}<" in client.get("/staff/work?stage=queued").text
    empty = client.get("/staff/work?stage=sewn").text
    assert f">{work.number}<" not in empty  # the field's example is a number, too
    assert "Nothing stands at «Sewn»" in empty
    assert client.get("/staff/work?stage=ironed").status_code == 422


def test_a_scanned_number_leads_to_its_piece(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.WORKSHOP, client, session)

    found = client.get(f"/staff/work/find?number={work.number.lower()}")

    assert found.location == f"/staff/work/{work.public_id}"
    assert client.get("/staff/work/find?number=W-1").status_code == 404


def test_the_page_of_a_piece_shows_the_numbers_that_were_bought(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.WORKSHOP, client, session)

    page = client.get(f"/staff/work/{work.public_id}").text

    for point in work.line.finished:
        assert f'<td class="number figures finished">{point.mm / 10:.1f}</td>' in page
    assert "A little longer on the right." in page
    assert "«A.V.»" in page
    assert page.count("<h1>") == 1


def test_nobody_in_the_workshop_learns_who_it_is_for(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.WORKSHOP, client, session)

    pages = [client.get(f"/staff/work/{work.public_id}").text, client.get("/staff/work").text]
    sheet = client.get(f"/staff/work/{work.public_id}/spec.pdf")
    pages.append("".join(p.extract_text() for p in PdfReader(io.BytesIO(sheet.data)).pages))

    hidden = [
        ADDRESS.name,
        "Anneleen",
        ADDRESS.street,
        ADDRESS.city,
        ADDRESS.phone,
        work.order.email,
        work.line.made_for,
        "€",
    ]
    assert [(word, n) for n, page in enumerate(pages) for word in hidden if word in page] == []


def test_the_sheet_is_a_pdf_with_all_numbers(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.SERVICE, client, session)

    sheet = client.get(f"/staff/work/{work.public_id}/spec.pdf")
    again = client.get(f"/staff/work/{work.public_id}/spec.pdf")

    assert sheet.mimetype == "application/pdf"
    assert sheet.headers["Content-Disposition"].startswith("inline")
    assert sheet.data == again.data
    reader = PdfReader(io.BytesIO(sheet.data))
    words = "".join(page.extract_text() for page in reader.pages)
    assert len(reader.pages) == 2
    assert work.number in words
    assert work.order.number in words
    for point in work.line.finished:
        assert f"{point.mm / 10:.1f}" in words
        assert f"{point.cut_mm / 10:.1f}" in words


def test_the_flat_drawing_is_an_svg(client: FlaskClient, session: Session, work: WorkOrder) -> None:
    as_(Role.WORKSHOP, client, session)

    drawn = client.get(f"/staff/work/{work.public_id}/front.svg")

    assert drawn.mimetype == "image/svg+xml"
    assert drawn.text.startswith("<svg")
    assert client.get(f"/staff/work/{work.public_id}/side.svg").status_code == 404


def test_a_button_moves_the_piece_and_says_who(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.WORKSHOP, client, session)

    assert press(client, work, "move", to="cut", seen="queued") == 303
    assert press(client, work, "move", to="cut", seen="queued") == 303

    session.refresh(work)
    assert work.stage is Stage.CUT
    assert "Griet" in client.get(f"/staff/work/{work.public_id}").text


def test_an_old_tab_is_refused(client: FlaskClient, session: Session, work: WorkOrder) -> None:
    as_(Role.WORKSHOP, client, session)
    press(client, work, "move", to="cut", seen="queued")
    press(client, work, "move", to="sewn", seen="cut")

    answer = client.post(
        f"/staff/work/{work.public_id}/move", data={"to": "finished", "seen": "cut"}
    )

    assert answer.status_code == 409
    assert "moved to «Sewn» by Griet meanwhile" in answer.text
    session.refresh(work)
    assert work.stage is Stage.SEWN


def test_the_service_may_look_and_not_move(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.SERVICE, client, session)

    assert "/move" not in client.get(f"/staff/work/{work.public_id}").text
    assert press(client, work, "move", to="cut", seen="queued") == 403
    session.refresh(work)
    assert work.stage is Stage.QUEUED


def test_a_piece_is_held_for_a_reason_only(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.WORKSHOP, client, session)

    assert press(client, work, "hold", seen="queued", reason=" ") == 422
    assert press(client, work, "hold", seen="queued", reason="Flaw in the cloth") == 303
    assert "Flaw in the cloth" in client.get("/staff/work?stage=held").text
    assert press(client, work, "release", seen="held") == 303
    session.refresh(work)
    assert work.stage is Stage.QUEUED


def test_a_failed_check_names_its_point(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.WORKSHOP, client, session)
    for seen, to in (("queued", "cut"), ("cut", "sewn"), ("sewn", "finished")):
        press(client, work, "move", to=to, seen=seen)

    assert press(client, work, "fail", seen="finished", point="") == 422
    assert press(client, work, "fail", seen="finished", point="Chest") == 303

    session.refresh(work)
    assert work.stage is Stage.REWORK


def test_a_later_revision_shows_what_changed_and_who_did(
    client: FlaskClient, session: Session, work: WorkOrder
) -> None:
    as_(Role.WORKSHOP, client, session)
    assert 'id="changes"' not in client.get(f"/staff/work/{work.public_id}").text
    work.line.note = "Shorter on the left."
    colleague = a_colleague(session, name="Mieke")
    service.revise(session, work, cause=Cause.CHANGED, actor=Actor.colleague(colleague.id), now=NOW)
    session.commit()

    page = client.get(f"/staff/work/{work.public_id}").text

    changes = page[page.index('id="changes"') : page.index('id="unusual"')]
    assert "Revision 2" in changes
    assert "the order was changed" in changes
    assert "Mieke" in changes
    assert "<td>A little longer on the right.</td>" in changes
    assert "<strong>Shorter on the left.</strong>" in changes
