"""A test whose assertions stand in a loop says first that the loop is gone through."""

import ast
from pathlib import Path

TESTS = Path(__file__).parents[1]
SURE = {"range", "product", "enumerate", "sorted", "reversed"}  # of what is written down here
# what is looked through may rightly hold nothing; only a shorter list is better
MAY_BE_EMPTY = {
    "test_every_change_is_a_form_that_works_without_a_script",  # a file without forms
    "test_every_post_form_carries_the_token",
    "test_every_finding_says_why_in_a_sentence",  # a random model without faults
    "test_no_room_shows_through_a_garment",  # a picture without holes
    "test_everything_is_inside_the_frame",  # a garment without fits
    "test_the_whole_girth_is_asked_about",  # a point that is not laid flat
}


def is_sure(node):
    """Tell whether what is looped over is written down beside the loop, or a constant."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return bool(node.elts)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SURE:
        return all(isinstance(each, ast.Constant) or is_sure(each) for each in node.args)
    return isinstance(node, ast.Name) and node.id[:1].isupper()


def assertions(node, loop=None):
    """Yield the loop, if any, around each assertion of a test."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Assert) or _raises(child):
            yield loop
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield from assertions(child, loop or (child if isinstance(child, ast.For) else None))


def _raises(node):
    return isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "raises"


def may_pass_over_nothing(test):
    loops = list(assertions(test))
    return bool(loops) and all(loop and not is_sure(loop.iter) for loop in loops)


def every_test():
    for path in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield node


def test_no_test_passes_because_there_was_nothing_to_look_at():
    found = {test.name for test in every_test() if may_pass_over_nothing(test)}

    assert found == MAY_BE_EMPTY
