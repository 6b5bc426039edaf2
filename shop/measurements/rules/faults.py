"""What may be wrong with a typed value, as a sentence and the answers to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from shop.measurements.rules.bodies import Measured

BETWEEN: Final = ":"
OTHER_AT: Final = 2  # where the other measure's name stands
DIGITS: Final = 5


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What she said to the question about a value: what was typed, what is meant; both in mm.

    It may put another measure right as well: `other` then measures `other_mm`.
    """

    typed: int
    meant: int
    other: str = ""
    other_mm: int = 0

    @property
    def insists(self) -> bool:
        return self.typed == self.meant and not self.other

    def written(self) -> str:
        """Return the answer as a form sends it."""
        parts = (self.typed, self.meant, *((self.other, self.other_mm) if self.other else ()))
        return BETWEEN.join(map(str, parts))

    @classmethod
    def read(cls, sent: str) -> Self | None:
        """Return the answer that was sent; None for anything else."""
        parts = sent.split(BETWEEN)
        numbers = [part for at, part in enumerate(parts) if at != OTHER_AT]
        if not all(map(_is_number, numbers)):
            return None
        match parts:
            case [typed, meant]:
                return cls(typed=int(typed), meant=int(meant))
            case [typed, meant, other, mm] if other:
                return cls(typed=int(typed), meant=int(meant), other=other, other_mm=int(mm))
        return None


Answers = Mapping[str, Answer]  # by the measure that was asked about


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of the answers offered, in her words."""

    words: str
    answer: Answer


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong with one typed value, in a sentence.

    With `choices` it is a question: one of them answers it. Without, the value is refused.
    """

    key: str
    sentence: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What could be read, by key: only what is new or changed; and what is wrong with it."""

    changed: Mapping[str, Measured] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= DIGITS
