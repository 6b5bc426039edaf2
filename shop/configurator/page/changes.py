"""What a click changes on the screen."""

from dataclasses import dataclass

from shop.configurator.page.parts import shapes
from shop.configurator.page.questions import Question, questions
from shop.configurator.page.screen import Screen
from shop.configurator.rules import Resolved
from shop.designs.rules import Configuration
from shop.preview import queries as preview


@dataclass(frozen=True, kw_only=True)
class Changes:
    """The parts to send again; the rest of the page stays as it is."""

    picture: bool
    shapes: bool  # the outlines of what can be tapped
    list: bool  # all questions: others are asked than before, or the rules have moved on
    questions: tuple[Question, ...]


def changes(asked: Configuration, before: Resolved, after: Screen) -> Changes:
    """Return what differs between what she sees and the state that follows from it.

    What she sees is the state she asked from; where the rules have moved on since, or something of
    hers is gone, all of it is sent anew.
    """
    then, view = before.situation, after.state.view
    is_stale = bool(before.notes) or asked.version not in {"", then.configuration.version}
    former = preview.pictures(then.model.garment, then.whole, before.cloth)
    old = {each.group.code: each for each in questions(then, before.text_faults)}
    codes = [question.group.code for question in after.questions]
    is_other_list = is_stale or codes != list(old)
    return Changes(
        picture=is_stale or former[view] != after.pictures[view],
        shapes=is_stale or shapes(then.model, then.whole, view) != after.shapes,
        list=is_other_list,
        questions=()
        if is_other_list
        else tuple(each for each in after.questions if each != old[each.group.code]),
    )
