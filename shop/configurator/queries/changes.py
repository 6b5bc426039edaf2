"""What a click changes on the screen."""

from dataclasses import dataclass

from shop.configurator.queries.laying import Laid
from shop.configurator.queries.parts import outlines
from shop.configurator.queries.questions import Question
from shop.configurator.queries.screen import Screen
from shop.preview import queries as preview


@dataclass(frozen=True, kw_only=True)
class Changes:
    """The parts to send again; the rest of the page stays as it is."""

    picture: bool
    shapes: bool  # the outlines of what can be tapped
    list: bool  # other questions are asked than before
    questions: tuple[Question, ...]


def changes(before: Laid, after: Screen) -> Changes:
    """Return what differs between a state and the one that follows from it."""
    table, view = before.table, after.state.view
    former = preview.pictures(table.model.garment, table.whole, before.cloth)
    old = {question.group.code: question for question in before.questions}
    asked = [question.group.code for question in after.questions]
    is_other_list = asked != list(old)
    return Changes(
        picture=former[view] != after.pictures[view],
        shapes=outlines(table.model, table.whole, view) != outlines(after.model, after.whole, view),
        list=is_other_list,
        questions=()
        if is_other_list
        else tuple(each for each in after.questions if each != old[each.group.code]),
    )
