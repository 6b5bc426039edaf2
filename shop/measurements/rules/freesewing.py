"""FreeSewing's files of measurements, read and written. Pure.

Looked up in the source of FreeSewing 3 and 4 (its import page and its backend's model of a set): a
file is JSON or YAML with one set or a list of them; a set has `name`, `units`, `notes` and
`measurements` (older: `measies`). The numbers are millimetres whatever `units` says, which is only
how the site shows them; a shoulder slope is in degrees. Files written by hand often hold
centimetres or inches all the same, so we look which of the three the numbers can be.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import yaml

from shop.kernel.texts import gettext as _
from shop.measurements.rules.bodies import Body, Source
from shop.measurements.rules.measures import measure
from shop.measurements.rules.names import key_of, name_of

MOST_BYTES: Final = 64 * 1024  # a whole set has 2 kB
MOST_NAMES: Final = 200
NAME_MAX: Final = 60
WORD_MAX: Final = 40
TOO_LARGE: Final = 10_000  # mm; nobody is ten metres tall


class Scale(StrEnum):
    """What one unit of the file's numbers is."""

    MM = "mm"
    CM = "cm"
    INCH = "in"

    @property
    def mm(self) -> float:
        return {Scale.MM: 1.0, Scale.CM: 10.0, Scale.INCH: 25.4}[self]

    @property
    def label(self) -> str:
        return {Scale.MM: _("millimetres"), Scale.CM: _("centimetres"), Scale.INCH: _("inches")}[
            self
        ]


class Unreadable(Exception):
    """No file of measurements; the message is a sentence for who sent it."""


@dataclass(frozen=True, kw_only=True)
class FoundSet:
    """What a file says of one body: lengths in whole mm by our keys, and what we do not know."""

    name: str
    scale: Scale
    lengths: Mapping[str, int]
    unknown: tuple[str, ...]  # names we have no measure for, as they were written
    others: int  # how many more sets the file holds, which are not read


class _NoAliases(yaml.SafeLoader):
    """YAML without references, so that a small file cannot unfold into a large one."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("references are not read")
        return super().compose_node(parent, index)


def read_set(content: bytes) -> FoundSet:
    """Return the first set of the file; raise Unreadable with a sentence for anything else."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("This file is larger than measurements ever are. Is it the right one?"))
    sets = [each for each in _sets(_parsed(content)) if _numbers_of(each)]
    if not sets:
        raise Unreadable(
            _(
                "There are no measurements in this file. "
                "We read the files that FreeSewing saves, JSON or YAML."
            )
        )
    found = _found(sets[0], others=len(sets) - 1)
    if not found.lengths:
        raise Unreadable(
            _(
                "We know none of the measurements in this file: %(names)s.",
                names=", ".join(found.unknown),
            )
        )
    return found


def written(name: str, body: Body, *, is_imperial: bool) -> dict[str, Any]:
    """Return a set as FreeSewing imports it; the notes say what is near, and what was guessed."""
    known = [key for key in body if name_of(key).freesewing]
    lines = [_remarked(key) for key in known if name_of(key).remark]
    guessed = [name_of(key).freesewing for key in known if body[key].source is not Source.TAPE]
    if guessed:
        lines.append(_("Not measured with a tape: %(names)s.", names=", ".join(guessed)))
    return {
        "name": name,
        "units": "imperial" if is_imperial else "metric",
        "notes": "\n".join(lines),
        "measurements": {name_of(key).freesewing: body[key].mm for key in known},
    }


def _remarked(key: str) -> str:
    name = name_of(key)
    return f"{name.freesewing}: {name.remark}"


def _parsed(content: bytes) -> Any:
    try:
        text = content.decode("utf-8-sig")
        return json.loads(text) if text.lstrip()[:1] in {"{", "["} else _yaml(text)
    except (ValueError, yaml.YAMLError, RecursionError):
        raise Unreadable(
            _("We cannot read this file. FreeSewing saves JSON or YAML; send it as it was saved.")
        ) from None


def _yaml(text: str) -> Any:
    return yaml.load(text, Loader=_NoAliases)  # noqa: S506  # a SafeLoader, with less


def _sets(parsed: Any) -> list[Mapping[Any, Any]]:
    found = parsed if isinstance(parsed, list) else [parsed]
    return [each for each in found if isinstance(each, dict)]


def _numbers_of(found: Mapping[Any, Any]) -> dict[str, float]:
    """Return the numbers of a set by their names; what is no number above 0 is left out."""
    table = found.get("measurements") or found.get("measies")
    if not isinstance(table, dict):
        return {}
    named = ((str(key), _number(value)) for key, value in list(table.items())[:MOST_NAMES])
    return {_printable(key, WORD_MAX): value for key, value in named if value}


def _printable(words: str, most: int) -> str:
    """Return what a page can show of it: JSON can spell halves of characters."""
    return "".join(each for each in words if each.isprintable()).strip()[:most]


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return 0.0
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return 0.0
    return number if math.isfinite(number) and 0 < number < TOO_LARGE else 0.0


def _found(found: Mapping[Any, Any], *, others: int) -> FoundSet:
    numbers = _numbers_of(found)
    known = {key: value for name, value in numbers.items() if (key := key_of(name))}
    scale = _scale(known, str(found.get("units", "")) == "imperial")
    name = found.get("name")
    return FoundSet(
        name=_printable(name, NAME_MAX) if isinstance(name, str) else "",
        scale=scale,
        lengths={key: max(1, round(value * scale.mm)) for key, value in known.items()},
        unknown=tuple(name for name in numbers if key_of(name) is None),
        others=others,
    )


def _scale(known: Mapping[str, float], is_imperial: bool) -> Scale:  # noqa: FBT001  # one caller
    """Return the unit in which most of the numbers are usual; millimetres if none is better."""
    second = (Scale.INCH, Scale.CM) if is_imperial else (Scale.CM, Scale.INCH)
    return max((Scale.MM, *second), key=lambda scale: _usual(known.items(), scale))


def _usual(known: Iterable[tuple[str, float]], scale: Scale) -> int:
    return sum(measure(key).is_usual(round(value * scale.mm)) for key, value in known)
