"""Read a request as Stripe does: bracketed names become nested, unknown names are refused."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

_PART: Final = re.compile(r"[^\[\]]+")


class Fault(Exception):
    """Something is wrong with the request; told in the form of Stripe's errors."""

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        status: int = 400,
        kind: str = "invalid_request_error",
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"error": {"type": kind, "message": message, "code": code or None}}


def nested(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return `a[b][0][c]=v` as `{"a": {"b": {"0": {"c": "v"}}}}`."""
    whole: dict[str, Any] = {}
    for name, value in pairs:
        *path, last = _PART.findall(name)
        place = whole
        for part in path:
            place = place.setdefault(part, {})
        place[last] = value
    return whole


def expect(given: Mapping[str, Any], known: frozenset[str], within: str = "") -> None:
    """Refuse names that this counter does not know, as Stripe refuses what it does not."""
    for name in given.keys() - known:
        full = f"{within}[{name}]" if within else name
        raise Fault(f"Received unknown parameter: {full}", code="parameter_unknown")


def whole_number(given: Mapping[str, Any], name: str, *, least: int) -> int:
    """Return the number under this name; refuse what is none or is too small."""
    typed = str(given.get(name, ""))
    if not typed:
        raise Fault(f"Missing required param: {name}.", code="parameter_missing")
    if not re.fullmatch(r"-?\d+", typed):
        raise Fault(f"Invalid integer: {name}", code="parameter_invalid_integer")
    if int(typed) < least:
        raise Fault(f"{name} must be at least {least}.", code="parameter_invalid_integer")
    return int(typed)
