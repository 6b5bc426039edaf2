"""The words of the subject as values: source, table, measured, body."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from shop.kernel.texts import gettext as _


class Source(StrEnum):
    """Where a value came from; the spec sheet prints it beside the value."""

    TAPE = "tape"
    SIZE = "size"
    GARMENT = "garment"
    ESTIMATE = "estimate"

    @property
    def label(self) -> str:
        return {
            Source.TAPE: _("measured"),
            Source.SIZE: _("standard size"),
            Source.GARMENT: _("from a garment"),
            Source.ESTIMATE: _("estimated"),
        }[self]


class Table(StrEnum):
    """Whose sizes and proportions to compare with; `none` takes both."""

    MEN = "men"
    WOMEN = "women"
    NONE = "none"

    @property
    def label(self) -> str:
        return {
            Table.MEN: _("men's sizes"),
            Table.WOMEN: _("women's sizes"),
            Table.NONE: _("either"),
        }[self]


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """A length in whole millimetres and where it came from."""

    mm: int
    source: Source


Body = Mapping[str, Measured]  # key of a measure → its value
