"""The small arithmetic of the shape files: numbers, names, + - * / and brackets."""

import ast
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

Expression = float | str

_SUMS: Final[Mapping[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def value_of(expression: Expression, numbers: Mapping[str, float]) -> float:
    """Return the value; an unknown name is a KeyError, anything but arithmetic a ValueError."""
    if isinstance(expression, str):
        return _value(_parsed(expression), numbers)
    return float(expression)


@lru_cache(maxsize=2048)
def _parsed(expression: str) -> ast.expr:
    return ast.parse(expression, mode="eval").body


def _value(node: ast.expr, numbers: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name):
            return numbers[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, numbers)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SUMS:
            return _SUMS[type(op)](_value(left, numbers), _value(right, numbers))
        case _:
            raise ValueError(f"not arithmetic: {ast.unparse(node)}")
