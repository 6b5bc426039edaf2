import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from shop.catalogue import queries
from shop.kernel.errors import NotFound
from tests.builders.catalogue import load_catalogue


def statements(session: Session) -> list[str]:
    """Return a list that grows with every statement from now on."""
    seen: list[str] = []
    connection = session.connection()
    event.listen(
        connection, "before_cursor_execute", lambda _c, _cur, words, *_rest: seen.append(words)
    )
    return seen


def test_a_click_costs_one_small_statement_for_the_model_and_one_for_the_cloths(
    session: Session,
) -> None:
    load_catalogue(session)
    queries.model_of(session, "shirt")
    queries.cloths(session)
    seen = statements(session)

    queries.model_of(session, "shirt")
    queries.cloths(session, garment="shirt")

    assert len(seen) == 2
    assert "canonical" not in seen[0]


def test_models_are_parsed_once(session: Session) -> None:
    load_catalogue(session)

    assert queries.model_of(session, "dress") is queries.models(session)[2]


def test_what_we_never_had_is_not_found(session: Session) -> None:
    load_catalogue(session)

    with pytest.raises(NotFound):
        queries.model_of(session, "hat")
    with pytest.raises(NotFound):
        queries.model_by_digest(session, "0" * 64)
    with pytest.raises(NotFound):
        queries.cloth(session, "gold")
