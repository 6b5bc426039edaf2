"""The words of the subject as values: source, table, measured, body, and who she is."""

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


class SizeTable(StrEnum):
    """Whose sizes and proportions to compare with; `none` takes both."""

    MEN = "men"
    WOMEN = "women"
    NONE = "none"

    @property
    def label(self) -> str:
        return {
            SizeTable.MEN: _("men's sizes"),
            SizeTable.WOMEN: _("women's sizes"),
            SizeTable.NONE: _("either"),
        }[self]


class Whose(StrEnum):
    """Whose body a profile is. Children are refused: they grow, and our figures are of adults."""

    ME = "me"
    PARTNER = "partner"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {
            Whose.ME: _("me"),
            Whose.PARTNER: _("my partner"),
            Whose.OTHER: _("another adult"),
        }[self]


class Shoulders(StrEnum):
    """How the shoulders fall: seen, not measured."""

    USUAL = "usual"
    SLOPING = "sloping"
    SQUARE = "square"

    @property
    def label(self) -> str:
        return {
            Shoulders.USUAL: _("usual shoulders"),
            Shoulders.SLOPING: _("sloping shoulders"),
            Shoulders.SQUARE: _("square shoulders"),
        }[self]


class Stance(StrEnum):
    """How she stands: seen, not measured."""

    USUAL = "usual"
    UPRIGHT = "upright"
    STOOPING = "stooping"

    @property
    def label(self) -> str:
        return {
            Stance.USUAL: _("usual stance"),
            Stance.UPRIGHT: _("very upright"),
            Stance.STOOPING: _("rounded back"),
        }[self]


class Way(StrEnum):
    """How a revision of a profile came to be."""

    TAPE = "tape"
    SIZE = "size"
    GARMENT = "garment"
    ESTIMATE = "estimate"
    EDIT = "edit"
    IMPORT = "import"
    RESTORE = "restore"
    CORRECTION = "correction"

    @property
    def label(self) -> str:
        return {
            Way.TAPE: _("measured with the tape"),
            Way.SIZE: _("taken from a standard size"),
            Way.GARMENT: _("copied from a garment"),
            Way.ESTIMATE: _("estimated from a few answers"),
            Way.EDIT: _("changed by hand"),
            Way.IMPORT: _("read from a file"),
            Way.RESTORE: _("brought back"),
            Way.CORRECTION: _("corrected after a garment"),
        }[self]


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """A length in whole millimetres, and where it came from.

    What was not measured has the ends of the interval in which it lies for nine in ten people.
    `insisted` says that it looked wrong to us and that she said it is right.
    """

    mm: int
    source: Source
    low: int | None = None
    high: int | None = None
    insisted: bool = False


Body = Mapping[str, Measured]  # key of a measure → its value
