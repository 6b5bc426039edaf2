from dataclasses import dataclass

import pytest
from sqlalchemy import JSON, Column, Integer, MetaData, Table, insert, select

from shop.infra.db import document
from shop.kernel.documents import Unreadable


@dataclass(frozen=True, kw_only=True)
class Label:
    words: str
    lines: int = 1


TABLES = MetaData()
LABELS = Table(
    "labels_for_a_test",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("label", document(Label, number=2, upgrades={1: lambda raw: raw | {"lines": 2}})),
    Column("many", document(tuple[Label, ...])),
)
RAW = Table("labels_for_a_test", MetaData(), Column("label", JSON), Column("many", JSON))


@pytest.fixture
def labels(session):
    """The session, with a table of labels for as long as the test runs."""
    TABLES.create_all(session.connection())
    return session


def read(session):
    return session.execute(select(LABELS.c.label, LABELS.c.many)).one()


def test_a_dataclass_goes_in_and_comes_out(labels):
    label = Label(words="Wool")

    labels.execute(insert(LABELS).values(label=label, many=(label, label)))

    assert tuple(read(labels)) == (label, (label, label))


def test_what_is_kept_says_its_format(labels):
    labels.execute(insert(LABELS).values(label=Label(words="Wool"), many=()))

    assert labels.execute(select(RAW.c.label, RAW.c.many)).one() == (
        {"format": 2, "value": {"words": "Wool"}},
        {"format": 1, "value": []},
    )


def test_nothing_stays_nothing(labels):
    labels.execute(insert(LABELS).values(label=None, many=None))

    found = select(LABELS.c.id).where(LABELS.c.label.is_(None), LABELS.c.many.is_(None))
    assert labels.scalars(found).all() == [1]
    assert tuple(read(labels)) == (None, None)


def test_json_without_a_number_is_format_0(labels):
    labels.execute(insert(RAW).values(label={"words": "Wool"}, many=[{"words": "Silk"}]))

    assert tuple(read(labels)) == (Label(words="Wool", lines=2), (Label(words="Silk"),))


def test_a_format_of_a_later_version_is_refused(labels):
    labels.execute(insert(RAW).values(label={"format": 3, "value": {}}, many=[]))

    with pytest.raises(Unreadable, match="Label: format 3 is newer than 2"):
        read(labels)


def test_a_field_that_nobody_knows_is_refused(labels):
    labels.execute(insert(RAW).values(label={"words": "Wool", "ply": 2}, many=[]))

    with pytest.raises(Unreadable, match="Label has unknown fields: ply"):
        read(labels)
