"""What a click changes on the screen."""

from dataclasses import dataclass

from shop.configurator.queries.laying import Laid
from shop.configurator.queries.parts import outlines
from shop.configurator.queries.questions import Question
from shop.configurator.queries.screen import Screen
from shop.designs.rules import Configuration
from shop.preview import queries as preview


@dataclass(frozen=True, kw_only=True)
class Changes:
    """The parts to send again; the rest of the page stays as it is."""

    picture: bool
    shapes: bool  # the outlines of what can be tapped
    list: bool  # all questions: others are asked than before, or the rules have moved on
    questions: tuple[Question, ...]


def changes(asked: Configuration, before: Laid, after: Screen) -> Changes:
    """Return what differs between what she sees and the state that follows from it.

    What she sees is the state she asked from; where the rules have moved on since, or something of
    hers is gone, all of it is sent anew.
    """
    table, view = before.table, after.state.view
    is_stale = bool(before.notes) or asked.version not in {"", table.state.version}
    former = preview.pictures(table.model.garment, table.whole, before.cloth)
    old = {question.group.code: question for question in before.questions}
    codes = [question.group.code for question in after.questions]
    is_other_list = is_stale or codes != list(old)
    return Changes(
        picture=is_stale or former[view] != after.pictures[view],
        shapes=is_stale
        or outlines(table.model, table.whole, view) != outlines(after.model, after.whole, view),
        list=is_other_list,
        questions=()
        if is_other_list
        else tuple(each for each in after.questions if each != old[each.group.code]),
    )
