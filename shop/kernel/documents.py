"""Frozen values as canonical JSON and back: equal values give equal text, byte by byte.

A field that holds its default is left out, so a field added later changes no old text and no old
digest. The other side of it: the default of a field that was ever kept does not change any more.

A *shape* is a value as it is kept for good: its kind, the number of its format, and for each
older format the step that turns it into the next one. What was kept before formats had numbers is
format 0.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]
Upgrade = Callable[[Any], Any]  # from the plain value of one format to that of the next

FORMAT: Final = "format"
VALUE: Final = "value"
AS_THEY_ARE: Final = (str, int, float, bool)


class Unreadable(ValueError):
    """What is kept is no such document. Says where it fails, never a value: it may be private."""


def plain(value: Any) -> Any:
    """Return the value as JSON knows it: dicts, lists, text and numbers."""
    if is_dataclass(value):
        return {each.name: plain(found) for each, found in _said(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return sorted(plain(each) for each in value)
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return _plain_alone(value)


def canonical(value: Any) -> str:
    """Return the value as JSON with sorted keys and no blanks."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(text: str) -> str:
    """Return the SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def build(kind: Any, raw: Any) -> Any:
    """Return the value of this kind whose plain form is given.

    Kinds are frozen dataclasses, tuples, mappings and sets of them, enums, dates, text, numbers,
    and each of these or None. Raises Unreadable for a field that is unknown or missing and for a
    value of another kind.
    """
    return _reader(kind)(raw)


@dataclass(frozen=True, kw_only=True, eq=False)
class Shape:
    """How values of a kind are kept: `upgrades[n]` turns what was kept in format n into n + 1."""

    kind: Any
    format: int = 1
    upgrades: Mapping[int, Upgrade] = field(default_factory=dict)

    def kept(self, value: Any) -> dict[str, Any]:
        """Return the value as it is kept, with the number of its format."""
        return {FORMAT: self.format, VALUE: plain(value)}

    def read(self, kept: Any) -> Any:
        """Return the value that was kept in this format or an older one.

        Raises Unreadable for a format of a later version and for one that nobody reads any more.
        """
        known, raw = _opened(kept)
        if known > self.format:
            raise Unreadable(
                f"{_named(self.kind)}: format {known} is newer than {self.format},"
                " which is the newest that is read here"
            )
        for number in range(known, self.format):
            raw = self._upgrade(number, of=known)(raw)
        return build(self.kind, raw)

    def _upgrade(self, number: int, *, of: int) -> Upgrade:
        try:
            return self.upgrades[number]
        except KeyError:
            raise Unreadable(
                f"{_named(self.kind)}: format {of} is not read: nothing leads on from {number}"
            ) from None


def _opened(kept: Any) -> tuple[int, Any]:
    """Return the number of the format and what was kept in it."""
    if isinstance(kept, dict) and kept.keys() == {FORMAT, VALUE}:
        return kept[FORMAT], kept[VALUE]
    return 0, kept


def _said(value: Any) -> Iterable[tuple[Field[Any], Any]]:
    """Return the fields with their values, without those that hold their default."""
    pairs = ((each, getattr(value, each.name)) for each in fields(value))
    return ((each, found) for each, found in pairs if found != _default(each))


def _default(each: Field[Any]) -> Any:
    if each.default_factory is not MISSING:
        return each.default_factory()
    return each.default


def _plain_alone(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


@cache
def _reader(kind: Any) -> Read:
    """Return what reads values of this kind; worked out once for each kind."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {UnionType, Union}:
        return _one_of(inner)
    if origin is tuple:
        return _row(kind, inner)
    if origin is frozenset:
        return _many(kind, inner[0], frozenset)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _pairs(kind, inner)
    return _alone(kind)


def _alone(kind: Any) -> Read:
    if is_dataclass(kind):
        return _record(kind)
    if kind is datetime:
        return _text(kind, datetime.fromisoformat)
    if kind is date:
        return _text(kind, date.fromisoformat)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _text(kind, kind)
    if kind in AS_THEY_ARE:
        return _as_it_is(kind)
    raise TypeError(f"{kind} cannot be kept in a document")


def _record(kind: Any) -> Read:
    """Read a dataclass: every field that is kept is known, every field without default is kept."""
    hints = get_type_hints(kind)
    readers: dict[str, Read] = {}
    needed = {each.name for each in fields(kind) if _default(each) is MISSING}

    def read(raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise Unreadable(f"{_named(kind)} is kept as {type(raw).__name__}")
        if not readers:  # not before now: a kind may hold itself
            readers.update({each.name: _reader(hints[each.name]) for each in fields(kind)})
        if wrong := raw.keys() - readers.keys() or needed - raw.keys():
            said = "has unknown fields" if raw.keys() - readers.keys() else "lacks fields"
            raise Unreadable(f"{_named(kind)} {said}: {', '.join(sorted(wrong))}")
        return kind(**{name: readers[name](each) for name, each in raw.items()})

    return read


def _one_of(kinds: tuple[Any, ...]) -> Read:
    """Read `X | None`, or one of several kinds that JSON itself tells apart."""
    others = [each for each in kinds if each is not NoneType]
    may_be_none = len(others) < len(kinds)
    inner = _reader(others[0]) if len(others) == 1 else _as_it_is(*others)

    def read(raw: Any) -> Any:
        return None if raw is None and may_be_none else inner(raw)

    return read


def _row(kind: Any, inner: tuple[Any, ...]) -> Read:
    if inner[-1] is ...:
        return _many(kind, inner[0], tuple)
    readers = [_reader(each) for each in inner]

    def read(raw: Any) -> Any:
        if len(raw) != len(readers):
            raise Unreadable(f"{_named(kind)} is kept with {len(raw)} values")
        return tuple(one(each) for one, each in zip(readers, raw, strict=True))

    return read


def _many(kind: Any, inner: Any, into: Callable[[Iterable[Any]], Any]) -> Read:
    one = _reader(inner)

    def read(raw: Any) -> Any:
        if not isinstance(raw, list):
            raise Unreadable(f"{_named(kind)} is kept as {type(raw).__name__}")
        return into(one(each) for each in raw)

    return read


def _pairs(kind: Any, inner: tuple[Any, ...]) -> Read:
    key, value = (_reader(each) for each in inner)

    def read(raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise Unreadable(f"{_named(kind)} is kept as {type(raw).__name__}")
        return {key(name): value(each) for name, each in raw.items()}

    return read


def _text(kind: Any, into: Callable[[str], Any]) -> Read:
    def read(raw: Any) -> Any:
        try:
            return into(raw)
        except (TypeError, ValueError):
            raise Unreadable(f"no {_named(kind)} is kept where one should be") from None

    return read


def _as_it_is(*kinds: Any) -> Read:
    """Read text, numbers and truth as JSON holds them; a whole number is also a float."""
    allowed = {*kinds, int} if float in kinds else set(kinds)

    def read(raw: Any) -> Any:
        if type(raw) not in allowed:
            names = ", ".join(_named(each) for each in kinds)
            raise Unreadable(f"{type(raw).__name__} is kept where {names} should be")
        return raw

    return read


def _named(kind: Any) -> str:
    return getattr(kind, "__name__", None) or str(kind)
