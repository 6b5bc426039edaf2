"""The hand the files are written in: which words need quotation marks, what fits on one line."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

WIDTH: Final = 100
STEP: Final = "  "
SWITCHES: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off"})  # as YAML has them
UNSEEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")

Tree: TypeAlias = "str | int | Sequence[Tree] | Mapping[str, Tree]"


class Plain(str):
    """Words that stand without quotation marks: amounts, percentages, days."""

    __slots__ = ()


class Quoted(str):
    """Words in quotation marks, whatever they are."""

    __slots__ = ()


class Folded(str):
    """A text of several lines."""

    __slots__ = ()


class Row(dict[str, Tree]):
    """A record that stands on one line if it fits."""

    __slots__ = ()


def written(entries: Mapping[str, Tree], depth: int = 0) -> Iterator[str]:
    """Give the lines of a record."""
    for key, value in entries.items():
        yield from _entry(f"{STEP * depth}{one_line(key)}:", value, depth + 1)


def one_line(value: Tree) -> str:
    """Return a value as it stands within a line, between braces and brackets too."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{one_line(k)}: {one_line(v)}" for k, v in value.items()) + "}"
    if not isinstance(value, str | int):
        return "[" + ", ".join(one_line(each) for each in value) + "]"
    return _words(value, between=",[]{}")


def money(minor: int) -> Plain:
    sign = "-" if minor < 0 else ""
    return Plain(f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02}")


def percent(per_mille: int) -> Plain:
    """Return `1.5 %` of 15 per mille, and `15 %` of 150."""
    sign = "-" if per_mille < 0 else ""
    whole, tenth = divmod(abs(per_mille), 10)
    return Plain(f"{sign}{whole}.{tenth} %" if tenth else f"{sign}{whole} %")


def _entry(head: str, value: Tree, depth: int) -> Iterator[str]:
    line = f"{head} {one_line(value)}"
    if isinstance(value, Folded) and value == " ".join(value.split()):
        yield f"{head} >-"
        yield from _folded(value, depth)
    elif isinstance(value, str | int):
        yield f"{head} {_words(value)}"
    elif not value or (isinstance(value, Row) and len(line) <= WIDTH) or _is_of_words(value):
        yield line
    else:
        yield head
        yield from written(value, depth) if isinstance(value, Mapping) else _items(value, depth)


def _items(values: Sequence[Tree], depth: int) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping) and not isinstance(value, Row):
            first, *rest = written(value, depth + 1)
            yield f"{STEP * depth}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{STEP * depth}- {one_line(value)}"


def _is_of_words(value: Tree) -> bool:
    if isinstance(value, str | int | Mapping):
        return False
    return all(isinstance(each, str | int) for each in value)


def _folded(text: str, depth: int) -> Iterator[str]:
    room = WIDTH - len(STEP) * depth
    for line in textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False):
        yield STEP * depth + line


def _words(value: str | int, *, between: str = "") -> str:
    text = str(value)
    if isinstance(value, int | Plain) or (
        not isinstance(value, Quoted) and _is_plain(text, between)
    ):
        return text
    return UNSEEN.sub(lambda each: f"\\u{ord(each[0]):04x}", json.dumps(text, ensure_ascii=False))


def _is_plain(text: str, between: str) -> bool:
    """Tell whether YAML reads the text back without quotation marks."""
    return (
        text[:1].isalnum()
        and text.isprintable()
        and not text.endswith((":", " "))
        and ": " not in text
        and " #" not in text
        and not set(between).intersection(text)
        and text.lower() not in SWITCHES
    )
