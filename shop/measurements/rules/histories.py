"""What a profile was after each of its revisions, and how two of them differ. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shop.measurements.rules.bodies import Source
from shop.measurements.rules.facts import FACTS
from shop.measurements.rules.measures import KEYS

ORDER = (*KEYS, *FACTS)


@dataclass(frozen=True, kw_only=True)
class Value:
    """A length in mm or a fact in its own unit, as it was told, and where it came from."""

    amount: int
    source: Source
    low: int | None = None
    high: int | None = None
    insisted: bool = False


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """One value as a revision wrote it; None says that it is not known any more."""

    revision: int
    key: str
    value: Value | None


State = Mapping[str, Value]  # all that was known, by key


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One key in two states; None where it was not known."""

    key: str
    before: Value | None
    after: Value | None

    @property
    def by(self) -> int | None:
        """Return by how much it grew; None unless both are known."""
        if self.before is None or self.after is None:
            return None
        return self.after.amount - self.before.amount

    @property
    def is_length(self) -> bool:
        return self.key in KEYS


def state_at(told: Iterable[Recorded], no: int) -> State:
    """Return what was known after the revision `no`, in the order of the trade."""
    last: dict[str, Value | None] = {}
    for each in sorted(told, key=lambda one: one.revision):
        if each.revision <= no:
            last[each.key] = each.value
    return {key: value for key in ORDER if (value := last.get(key))}


def differences(before: State, after: State) -> tuple[Difference, ...]:
    """Return what differs, where it came from included, in the order of the trade."""
    return tuple(each for each in beside(before, after) if each.before != each.after)


def beside(before: State, after: State) -> tuple[Difference, ...]:
    """Return all that is known in either, side by side, in the order of the trade."""
    return tuple(
        Difference(key=key, before=before.get(key), after=after.get(key))
        for key in ORDER
        if key in before or key in after
    )


def changes(
    told: Iterable[Recorded], revisions: Iterable[int]
) -> dict[int, tuple[Difference, ...]]:
    """Return what each revision changed of what was known before it."""
    every = tuple(told)
    return {no: differences(state_at(every, no - 1), state_at(every, no)) for no in revisions}
