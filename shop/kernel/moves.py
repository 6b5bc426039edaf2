"""States and the moves between them: one table says what may happen to a thing, and how it reads.

Pure. Who keeps the state in a row moves it by `infra.steps`, which asks a table like these.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from shop.kernel.errors import Refused

State = TypeVar("State", bound=StrEnum)
Move = TypeVar("Move", bound=StrEnum)


class Tone(StrEnum):
    """How a state strikes the eye; a plain one looks as the page shows what is as usual."""

    PLAIN = ""
    GOOD = "good"
    CAUTION = "caution"
    SIGNAL = "signal"


@dataclass(frozen=True, kw_only=True, eq=False)
class Moves(Generic[State, Move]):
    """One subject's table of moves. Raises ValueError when made of what does not hold together.

    `returns` are moves that go back to where the thing stood before it came into this state, such
    as the release of what was on hold. A move may lead to the state it begins in: it changes
    nothing. Where no page shows a colour, `tones` are empty.
    """

    begins: State
    table: Mapping[tuple[State, Move], State]
    returns: frozenset[tuple[State, Move]] = frozenset()
    labels: Mapping[State, str]
    move_labels: Mapping[Move, str]
    tones: Mapping[State, Tone] = field(default_factory=dict)
    refused: Callable[[State, Move], Refused]  # the sentence for who asked for another move

    def __post_init__(self) -> None:
        if faults := tuple(self._faults()):
            raise ValueError("; ".join(faults))

    @property
    def states(self) -> tuple[State, ...]:
        """All states, as their kind names them."""
        return tuple(type(self.begins))

    @property
    def ends(self) -> frozenset[State]:
        """The states that nothing leads out of."""
        return frozenset(each for each in self.states if not self._next(each) - {each})

    def after(self, state: State, move: Move, *, stood: State | None = None) -> State:
        """Return where `move` leads from `state`; raise the subject's refusal if it leads nowhere.

        `stood` is where the thing stood before `state`, for the moves that return there. Raises
        ValueError for a `stood` from which it cannot have come.
        """
        if (state, move) in self.returns:
            if stood is None or stood not in self.leads(state, move):
                raise ValueError(f"nothing comes to {state} from {stood}")
            return stood
        if (state, move) not in self.table:
            raise self.refused(state, move)
        return self.table[state, move]

    def moves_from(self, state: State) -> tuple[Move, ...]:
        """Return what may be done in this state, in the order of the table."""
        every = (*self.table, *self.returns)
        return tuple(move for begin, move in every if begin is state)

    def why_not(self, state: State, move: Move) -> str:
        """Return the sentence that refuses the move; nothing where it is allowed."""
        return "" if self.leads(state, move) else str(self.refused(state, move))

    def leads(self, state: State, move: Move) -> frozenset[State]:
        """Return where the move can lead: one state, for one that returns several, or none."""
        if (state, move) in self.returns:
            came = {begin for (begin, _move), to in self.table.items() if to is state}
            return frozenset(came - {state})
        return frozenset({self.table[state, move]} if (state, move) in self.table else ())

    def reachable(self, state: State) -> frozenset[State]:
        """Return every state that can follow this one, itself among them only by a way back."""
        found: set[State] = set()
        ahead = {state}
        while ahead:
            ahead = {to for each in ahead for to in self._next(each)} - found
            found |= ahead
        return frozenset(found)

    def _next(self, state: State) -> frozenset[State]:
        lead = (self.leads(state, move) for move in self.moves_from(state))
        return frozenset[State]().union(*lead)

    def _faults(self) -> Iterator[str]:
        moves = {move for _state, move in (*self.table, *self.returns)}
        yield from _unnamed(self.states, self.labels)
        yield from _unnamed(tuple(type(next(iter(self.table))[1])), self.move_labels)
        yield from (f"{each} is never made" for each in self.move_labels if each not in moves)
        yield from (f"{state} has two {move}" for state, move in self.returns & set(self.table))
        yield from (
            f"{move} returns from {state}, where nothing comes in"
            for state, move in self.returns
            if not self.leads(state, move)
        )
        known = {self.begins} | self.reachable(self.begins)
        yield from (f"nothing leads to {each}" for each in self.states if each not in known)
        if self.tones:
            yield from (f"{each} has no tone" for each in self.states if each not in self.tones)


def _unnamed(members: tuple[Move, ...], labels: Mapping[Move, str]) -> Iterator[str]:
    yield from (f"{each} has no label" for each in members if not str(labels.get(each, "")))
