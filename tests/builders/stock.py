"""What colleagues do with rolls and trims, where the test is about something else."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from shop.kernel.actors import HOUSE
from shop.stock import queries, service

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
BY: dict[str, Any] = {"actor": HOUSE, "now": NOW}


def measured(session: Session, cloth: str, number: str, left_mm: int) -> None:
    """Let a colleague find so much on a roll."""
    seen = queries.roll_of(session, cloth=cloth, number=number).left_mm
    service.correct_roll(
        session, cloth=cloth, number=number, left_mm=left_mm, seen_mm=seen, reason="Measured.", **BY
    )
    session.flush()
