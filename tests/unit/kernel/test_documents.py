from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.kernel import documents
from shop.kernel.documents import Shape, Unreadable


class Kind(StrEnum):
    WOVEN = "woven"
    KNITTED = "knitted"


@dataclass(frozen=True, kw_only=True)
class Thread:
    number: int
    colour: str = "white"


@dataclass(frozen=True, kw_only=True)
class Ticket:
    kind: Kind
    thread: Thread
    due_on: date
    at: datetime
    spare: Thread | None = None
    many: tuple[Thread, ...] = ()
    pair: tuple[str, int] = ("", 0)
    tags: frozenset[str] = frozenset()
    by_code: Mapping[str, Thread] = field(default_factory=dict)
    loose: int | str = 0
    inner: tuple["Ticket", ...] = ()


def a_ticket(**different: Any) -> Ticket:
    return Ticket(
        **{
            "kind": Kind.WOVEN,
            "thread": Thread(number=40),
            "due_on": date(2026, 12, 1),
            "at": datetime(2026, 11, 30, 9, 30, tzinfo=UTC),
            **different,
        }
    )


FULL = a_ticket(
    spare=Thread(number=50, colour="navy"),
    many=(Thread(number=1), Thread(number=2)),
    pair=("a", 3),
    tags=frozenset({"b", "a"}),
    by_code={"x": Thread(number=4)},
    loose="word",
    inner=(a_ticket(),),
)
THREADS = st.builds(Thread, number=st.integers(), colour=st.text(max_size=4))


@pytest.mark.parametrize("ticket", [a_ticket(), FULL])
def test_a_value_comes_back_as_it_was(ticket):
    assert documents.build(Ticket, documents.plain(ticket)) == ticket


@given(st.lists(THREADS, max_size=3))
def test_equal_values_have_one_text(threads):
    one, other = tuple(threads), tuple(Thread(number=t.number, colour=t.colour) for t in threads)

    assert documents.canonical(one) == documents.canonical(other)
    assert documents.build(tuple[Thread, ...], documents.plain(one)) == other


def test_a_field_that_holds_its_default_is_left_out():
    assert documents.canonical(Thread(number=40)) == '{"number":40}'
    assert documents.canonical(Thread(number=40, colour="red")) == '{"colour":"red","number":40}'


def test_the_digest_is_that_of_the_text():
    assert documents.digest("{}") == (
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    )


@pytest.mark.parametrize(
    ("kind", "raw", "said"),
    [
        (Thread, {"number": 4, "ply": 2}, "Thread has unknown fields: ply"),
        (Thread, {"colour": "red"}, "Thread lacks fields: number"),
        (Thread, {"number": "4"}, "str is kept where int should be"),
        (Thread, {"number": True}, "bool is kept where int should be"),
        (Thread, ["4"], "Thread is kept as list"),
        (Thread, {"number": None}, "NoneType is kept where int should be"),
        (Kind, "felted", "no Kind is kept"),
        (date, "tomorrow", "no date is kept"),
        (tuple[str, int], ["a"], "is kept with 1 values"),
        (tuple[Thread, ...], {}, "is kept as dict"),
        (Mapping[str, int], [], "is kept as list"),
        (int | str, 1.5, "float is kept where int, str should be"),
    ],
)
def test_what_is_no_such_value_is_refused(kind, raw, said):
    with pytest.raises(Unreadable, match=said):
        documents.build(kind, raw)


def test_a_kind_that_json_cannot_hold_is_a_fault_of_ours():
    with pytest.raises(TypeError, match="cannot be kept"):
        documents.build(object, {})


def test_what_fails_is_named_without_its_value():
    with pytest.raises(Unreadable) as error:
        documents.build(Thread, {"number": "Rue des Tailleurs 12"})

    assert "Tailleurs" not in str(error.value)


def test_what_is_kept_carries_the_number_of_its_format():
    shape = Shape(kind=Thread, format=3)

    assert shape.kept(Thread(number=40)) == {"format": 3, "value": {"number": 40}}
    assert shape.read({"format": 3, "value": {"number": 40}}) == Thread(number=40)


def test_older_formats_are_upgraded_one_after_the_other():
    shape = Shape(
        kind=Thread,
        format=3,
        upgrades={
            0: lambda raw: {"no": raw[0]},
            1: lambda raw: {"number": raw["no"]},
            2: lambda raw: raw | {"colour": "ecru"},
        },
    )
    ecru = Thread(number=40, colour="ecru")

    assert shape.read([40]) == ecru
    assert shape.read({"format": 1, "value": {"no": 40}}) == ecru
    assert shape.read({"format": 2, "value": {"number": 40}}) == ecru


def test_a_format_of_a_later_version_is_refused():
    with pytest.raises(Unreadable, match="Thread: format 4 is newer than 3"):
        Shape(kind=Thread, format=3).read({"format": 4, "value": {"number": 40}})


def test_a_format_that_nobody_reads_any_more_is_refused():
    with pytest.raises(Unreadable, match="Thread: format 1 is not read"):
        Shape(kind=Thread, format=2).read({"format": 1, "value": {"number": 40}})
