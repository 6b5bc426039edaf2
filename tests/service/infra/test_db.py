from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, StatementError

from shop.accounts.models import Person
from shop.infra import db
from shop.infra.access import Role
from tests.builders.people import a_customer

NOON = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=1)))


def a_person(**facts):
    return Person(**{"role": Role.CUSTOMER, "name": "", "created_at": NOON, **facts})


def test_a_moment_comes_back_aware_and_in_utc(session):
    session.add(a_person())
    session.commit()
    session.expire_all()

    found = session.scalars(select(Person.created_at)).one()

    assert found == NOON
    assert found.astimezone(UTC).hour == 11
    assert found.tzinfo is not None


def test_a_naive_moment_is_refused(session):
    session.add(a_person(created_at=datetime(2026, 11, 23)))  # noqa: DTZ001

    with pytest.raises(StatementError, match="naive datetime"):
        session.flush()


def test_errors_of_the_database_do_not_show_what_was_written(session):
    a_customer(session)
    session.add(a_person(email="anna@example.com", name="Secret Name"))

    with pytest.raises(IntegrityError) as error:
        session.flush()

    assert "Secret Name" not in str(error.value)


def test_work_is_kept_and_what_breaks_is_not(session):
    def break_off():
        with db.work() as own:
            own.add(a_person(name="B"))
            own.flush()
            raise RuntimeError

    with db.work() as own:
        own.add(a_person(name="A"))
    with pytest.raises(RuntimeError):
        break_off()

    assert session.scalars(select(Person.name)).all() == ["A"]
