"""What is done for one garment, and how long it takes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from shop.catalogue.rules import (
    Choices,
    Cloth,
    GarmentModel,
    MakingStage,
    all_hold,
    answered,
    answers,
)


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to do, or to leave out: minutes are below nothing where a choice spares work."""

    name: str
    stage: MakingStage
    minutes: int


def tasks(model: GarmentModel, choices: Choices, cloth: Cloth) -> tuple[Task, ...]:
    """Return what is done for this garment, stage by stage, in the order of the model.

    At each stage the operations come first, then what choices and combinations add or spare, each
    as a task of its own. Answers left over from questions that are not asked count for nothing.
    """
    live = answered(model, choices, cloth)
    found = (
        *_operations(model, live, cloth),
        *_of_choices(model, live, cloth),
        *_of_combinations(model, live, cloth),
    )
    return tuple(task for stage in MakingStage for task in found if task.stage is stage)


def minutes(found: Iterable[Task]) -> int:
    """Return the standard minutes of these tasks: what is promised, planned and printed."""
    return sum(task.minutes for task in found)


def minutes_by_stage(found: Iterable[Task]) -> Mapping[MakingStage, int]:
    """Return the minutes of every stage, in the workshop's order; they add up to the whole."""
    kept = tuple(found)
    return {stage: minutes(task for task in kept if task.stage is stage) for stage in MakingStage}


def _operations(model: GarmentModel, live: Choices, cloth: Cloth) -> Iterator[Task]:
    for each in model.operations:
        if all_hold(each.asked_when, model, live, cloth):
            yield Task(name=each.name, stage=each.stage, minutes=each.minutes)


def _of_choices(model: GarmentModel, live: Choices, cloth: Cloth) -> Iterator[Task]:
    for group in live:
        for value in answers(model, live, group, cloth):
            if value.minutes:
                yield _task(value.phrase or value.name, value.stage, value.minutes)


def _of_combinations(model: GarmentModel, live: Choices, cloth: Cloth) -> Iterator[Task]:
    for each in model.extras:
        if each.minutes and all_hold(each.when, model, live, cloth):
            yield _task(each.name, each.stage, each.minutes)


def _task(phrase: str, stage: MakingStage, minutes: int) -> Task:
    return Task(name=phrase[:1].upper() + phrase[1:], stage=stage, minutes=minutes)
