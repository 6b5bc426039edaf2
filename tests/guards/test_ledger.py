"""The figures of stock change in one file only, together with the movement that says why."""

import ast
from pathlib import Path

SHOP = Path(__file__).parents[2] / "shop"
LEDGER = "stock/service/ledger.py"
FIGURES = {"left_mm", "held_mm", "on_hand"}


def assigned(tree):
    """Give the figures that are assigned in this code, to whatever they belong."""
    for node in ast.walk(tree):
        targets = (
            node.targets
            if isinstance(node, ast.Assign)
            else [node.target]
            if isinstance(node, ast.AugAssign)
            else []
        )
        for target in targets:
            if isinstance(target, ast.Attribute) and target.attr in FIGURES:
                yield target.attr


def test_only_the_ledger_changes_a_figure():
    found = {
        path.relative_to(SHOP).as_posix(): sorted(assigned(ast.parse(path.read_text())))
        for path in SHOP.rglob("*.py")
    }

    assert {path for path, names in found.items() if names} == {LEDGER}
    assert found[LEDGER] == ["held_mm", "left_mm", "on_hand"]


def test_only_the_ledger_writes_a_movement():
    writing = {
        path.relative_to(SHOP).as_posix()
        for path in SHOP.rglob("*.py")
        if "MovementRow(" in path.read_text().replace("class MovementRow(", "")
    }

    assert writing == {LEDGER}
