import pytest

from shop.kernel.lengths import Unit
from shop.measurements.rules import KEYS, Table, questions_about
from shop.measurements.rules.ratios import RATIOS
from tests.builders.measurements import a_body


def test_a_neck_that_does_not_go_with_the_chest_is_asked_about():
    (question,) = questions_about(a_body(neck=300, chest=1000), table=Table.MEN)

    assert (question.key, question.by) == ("neck", "chest")
    assert question.sentence == (
        "Most people with your chest have a neck of 33–43 cm. Yours says 30 – measure again?"
    )


def test_the_question_speaks_in_the_readers_unit():
    (question,) = questions_about(a_body(neck=305, chest=1016), table=Table.MEN, unit=Unit.INCH)

    assert question.sentence == (
        "Most people with your chest have a neck of 13–17 in. Yours says 12 – measure again?"
    )


@pytest.mark.parametrize(("table", "count"), [(Table.MEN, 1), (Table.WOMEN, 0), (Table.NONE, 0)])
def test_proportions_are_those_of_the_table(table, count):
    assert len(questions_about(a_body(neck=300, chest=1000), table=table)) == count


@pytest.mark.parametrize("table", list(Table))
def test_the_ends_of_the_range_are_not_asked_about(table):
    for key, by, men, women in RATIOS:
        for ends in {Table.MEN: [men], Table.WOMEN: [women], Table.NONE: [men, women]}[table]:
            for end in ends:
                body = a_body(**{by: 1000, key: round(1000 * float(end))})
                assert questions_about(body, table=table) == ()


@pytest.mark.parametrize("table", list(Table))
def test_far_beyond_the_range_is_asked_about(table):
    for key, by, _men, _women in RATIOS:
        for factor in (100, 3000):
            asked = questions_about(a_body(**{by: 1000, key: factor}), table=table)
            assert [(each.key, each.by) for each in asked] == [(key, by)]


def test_a_single_value_goes_with_everything():
    assert all(questions_about(a_body(**{key: 1})) == () for key in KEYS)
