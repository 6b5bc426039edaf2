"""What is done for a garment, and for how long."""

from shop.catalogue.rules import (
    Condition,
    Extra,
    GroupKind,
    MakingStage,
    Operation,
    Value,
)
from shop.making.rules import made_of, minutes, tasks
from tests.builders.catalogue import a_cloth, a_group, a_model

BAND = Condition(group="collar", values=frozenset({"band"}))
CHECK = Condition(group="cloth", attribute="pattern", comparison="=", against="check")
COLLAR = a_group(
    "collar",
    Value(code="spread", name="Spread"),
    Value(code="band", name="Band", phrase="band collar", minutes=-6),
)
LINING = a_group(
    "lining",
    Value(code="none", name="None"),
    Value(code="quilted", name="Quilted", minutes=9, stage=MakingStage.FINISHED),
    asked_when=(BAND,),
)
POCKETS = a_group(
    "pockets",
    Value(code="left", name="Left", phrase="left pocket", minutes=5),
    Value(code="pen", name="Pen", minutes=3, stage=MakingStage.CUT),
    kind=GroupKind.SEVERAL,
)
MODEL = a_model(
    COLLAR,
    LINING,
    POCKETS,
    operations=(
        Operation(name="Cut all parts", stage=MakingStage.CUT, minutes=20),
        Operation(name="Match the checks", stage=MakingStage.CUT, minutes=8, asked_when=(CHECK,)),
        Operation(name="Sew", stage=MakingStage.SEWN, minutes=60),
        Operation(name="Press", stage=MakingStage.FINISHED, minutes=10),
    ),
    extras=(
        Extra(code="band-check", name="the check around the band", when=(BAND, CHECK), minutes=4),
        Extra(code="dear", name="What costs money only", when=(BAND,), price_minor=100),
    ),
)


def shown(choices: dict[str, str], **cloth: object) -> list[tuple[str, str, int]]:
    made = tasks(MODEL, choices, a_cloth(**cloth))
    return [(each.name, each.stage.value, each.minutes) for each in made]


def test_the_operations_are_done_stage_by_stage() -> None:
    assert shown({"collar": "spread"}) == [
        ("Cut all parts", "cut", 20),
        ("Sew", "sewn", 60),
        ("Press", "finished", 10),
    ]


def test_a_choice_that_spares_work_has_a_line_below_nothing() -> None:
    assert shown({"collar": "band"})[2] == ("Band collar", "sewn", -6)


def test_what_choices_add_stands_at_its_stage() -> None:
    assert shown({"collar": "band", "lining": "quilted", "pockets": "left.pen"}) == [
        ("Cut all parts", "cut", 20),
        ("Pen", "cut", 3),
        ("Sew", "sewn", 60),
        ("Band collar", "sewn", -6),
        ("Left pocket", "sewn", 5),
        ("Press", "finished", 10),
        ("Quilted", "finished", 9),
    ]


def test_an_answer_to_a_question_no_longer_asked_takes_no_time() -> None:
    assert shown({"collar": "spread", "lining": "quilted"}) == shown({"collar": "spread"})


def test_the_cloth_it_is_cut_from_decides_and_not_the_one_in_the_choices() -> None:
    checked = shown({"collar": "band", "cloth": "plain-white"}, pattern="check")

    assert ("Match the checks", "cut", 8) in checked
    assert ("The check around the band", "sewn", 4) in checked
    assert ("Match the checks", "cut", 8) not in shown({"collar": "band"})


def test_the_minutes_are_the_sum() -> None:
    assert minutes(tasks(MODEL, {"collar": "band"}, a_cloth())) == 84


def test_the_minutes_of_the_stages_stand_in_the_order_of_the_workshop() -> None:
    made = made_of(MODEL, {"collar": "band"}, a_cloth())

    assert list(made.minutes_by_stage.items()) == [
        (MakingStage.CUT, 20),
        (MakingStage.SEWN, 54),
        (MakingStage.FINISHED, 10),
    ]
    assert made.minutes == 84


def test_a_stage_at_which_nothing_is_done_takes_no_time() -> None:
    made = made_of(a_model(), {}, a_cloth())

    assert (made.tasks, made.minutes) == ((), 0)
    assert list(made.minutes_by_stage.values()) == [0, 0, 0]
