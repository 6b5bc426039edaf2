from hypothesis import given
from hypothesis import strategies as st

from shop.measurements.rules import Source
from shop.measurements.rules.histories import (
    Difference,
    Recorded,
    Value,
    beside,
    changes,
    differences,
    state_at,
)


def a_value(amount, source=Source.TAPE, **more):
    return Value(amount=amount, source=source, **more)


def told(revision, key, amount):
    return Recorded(revision=revision, key=key, value=a_value(amount) if amount else None)


TOLD = (
    told(1, "weight", 62_000), told(1, "chest", 980), told(1, "neck", 380),
    told(2, "chest", 990), told(3, "neck", None), told(4, "calf", 370),
)  # fmt: skip


def test_a_state_is_what_was_told_last_until_then():
    assert state_at(TOLD, 0) == {}
    assert list(state_at(TOLD, 1)) == ["neck", "chest", "weight"]
    assert state_at(TOLD, 2)["chest"] == a_value(990)
    assert list(state_at(TOLD, 4)) == ["chest", "calf", "weight"]


def test_the_order_of_the_rows_does_not_matter():
    assert state_at(reversed(TOLD), 4) == state_at(TOLD, 4)


def test_each_revision_says_what_it_changed():
    assert changes(TOLD, [4, 3, 2]) == {
        4: (Difference(key="calf", before=None, after=a_value(370)),),
        3: (Difference(key="neck", before=a_value(380), after=None),),
        2: (Difference(key="chest", before=a_value(980), after=a_value(990)),),
    }


def test_a_difference_tells_by_how_much_it_grew():
    assert Difference(key="chest", before=a_value(980), after=a_value(970)).by == -10
    assert Difference(key="chest", before=None, after=a_value(970)).by is None
    assert Difference(key="weight", before=None, after=None).is_length is False


def test_another_source_of_the_same_length_is_a_difference():
    before, after = {"neck": a_value(380)}, {"neck": a_value(380, Source.ESTIMATE, low=1, high=2)}

    assert [each.by for each in differences(before, after)] == [0]


def test_side_by_side_shows_what_is_in_either():
    rows = beside({"neck": a_value(380)}, {"chest": a_value(980), "neck": a_value(380)})

    assert [(each.key, each.by) for each in rows] == [("neck", 0), ("chest", None)]


@given(
    st.lists(
        st.tuples(
            st.integers(1, 6),
            st.sampled_from(["neck", "chest", "age"]),
            st.none() | st.integers(1, 9),
        ),
        unique_by=lambda each: each[:2],
    )
)
def test_the_changes_taken_together_make_the_state(rows):
    every = [told(*row) for row in rows]
    state = {}
    for _no, changed in sorted(changes(every, range(1, 7)).items()):
        for each in changed:
            assert state.get(each.key) == each.before
            state[each.key] = each.after

    assert {key: value for key, value in state.items() if value} == state_at(every, 6)
