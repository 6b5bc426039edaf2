"""Commands about how garments fitted: hear answers, propose, let their wearer decide."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.fitting import queries
from shop.fitting.models import Answer
from shop.fitting.queries import Fitted
from shop.fitting.rules import FitAnswer, FitVerdict
from shop.infra.log import say
from shop.kernel.texts import gettext as _
from shop.measurements import service as bodies
from shop.measurements.models import CorrectionRow, Profile
from shop.measurements.rules import Decision, Why
from shop.wardrobe import service as wardrobe

PUT_RIGHT: Final = "put-right-"  # begins the token of a garment that a correction put right


def answer(
    session: Session, fitted: Fitted, told: Mapping[str, FitAnswer], *, now: datetime
) -> None:
    """Keep what was said of these points, the last word at each, and propose what follows.

    The same answers again change nothing. The garment comes with its lock.
    """
    known = {point.code for point in fitted.worn.points}
    rows = {row.point: row for row in _answers(session, fitted.line.public_id)}
    for point, each in told.items():
        if point in known and fitted.worn.told.get(point) != each:
            row = rows.get(point) or _new(session, fitted, point)
            row.said, row.since, row.mm, row.at = each.said, each.since, each.mm, now
    say("fitting.answered", line=fitted.line.public_id, points=len(told))
    _propose(session, fitted.profile, now=now)


def answer_all_right(session: Session, fitted: Fitted, *, now: datetime) -> None:
    """Keep that the garment fits at every point."""
    right = {point.code: FitAnswer(said=FitVerdict.RIGHT) for point in fitted.worn.points}
    answer(session, fitted, right, now=now)


def accept(session: Session, row: CorrectionRow, profile: Profile, *, now: datetime) -> bool:
    """Let the next garment be made so, unless what it came from has changed meanwhile.

    Then it is withdrawn, and the answer is False. Accepting twice changes nothing.
    """
    _propose(session, profile, now=now)
    if row.decision is Decision.OPEN and row not in session:
        return False
    is_first = row.decision is Decision.OPEN
    bodies.accept(session, row, profile, now=now)
    if is_first and row.reason.why is Why.FOLLOWED:
        _follow_corrected(session, row, profile, now=now)
    session.flush()  # what else is open is looked up anew, with this one decided
    _propose(session, profile, now=now)
    return row.decision is Decision.ACCEPTED


def decline(session: Session, row: CorrectionRow, profile: Profile, *, now: datetime) -> bool:
    """Leave it as it is, until other answers come. It is never too late for that."""
    bodies.decline(row, now=now)
    session.flush()  # what else is open is looked up anew, with this one decided
    _propose(session, profile, now=now)
    return True


def keep(session: Session, fitted: Fitted, profile: Profile, *, name: str, now: datetime) -> None:
    """Put the garment into the wardrobe, to compare the next ones with; once."""
    line = fitted.line
    wardrobe.keep(
        session,
        profile_id=profile.id,
        garment=line.garment,
        fit=line.choices.get("fit", ""),
        name=name,
        points={point.code: point.mm for point in fitted.worn.points},
        followed=False,
        line=line.public_id,
        once=f"line-{line.public_id}",
        now=now,
    )


def _follow_corrected(
    session: Session, row: CorrectionRow, profile: Profile, *, now: datetime
) -> None:
    """Let the next garment follow the same measures, put right at this point.

    What was measured on the garment in the wardrobe stays as it was measured; one that was put
    right before is replaced.
    """
    before = queries.followed_of(session, profile, garment=row.garment)
    if before is None or row.point not in before.points:
        return
    right = {**before.points, row.point: before.points[row.point] + row.mm}
    name = before.name if before.once.startswith(PUT_RIGHT) else _put_right(before.name)
    wardrobe.keep(
        session,
        profile_id=profile.id,
        garment=row.garment,
        fit=before.fit,
        name=name,
        points=right,
        followed=True,
        line=None,
        once=PUT_RIGHT + row.public_id,
        now=now,
    )
    if before.once.startswith(PUT_RIGHT):
        wardrobe.remove(session, before)


def _put_right(name: str) -> str:
    return _("%(name)s, put right", name=name)


def _answers(session: Session, line: str) -> list[Answer]:
    return list(session.scalars(select(Answer).where(Answer.line == line)))


def _new(session: Session, fitted: Fitted, point: str) -> Answer:
    profile = fitted.profile
    row = Answer(line=fitted.line.public_id, point=point, profile_id=profile and profile.id)
    session.add(row)
    return row


def _propose(session: Session, profile: Profile | None, *, now: datetime) -> None:
    if profile is None:
        return
    session.flush()  # the answers just given are among those that are looked up
    found = queries.outcome_of(session, profile, now=now)
    bodies.propose(session, profile, found.proposed, now=now)
