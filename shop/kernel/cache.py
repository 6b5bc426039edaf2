"""A bounded cache, shared by the threads of one process."""

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Cache(Generic[Key, Value]):
    """Keeps what was asked for last. A key must say all about its value, as a digest does.

    `limit` bounds the sum of the sizes: a number of values while none says its size, or bytes.
    What alone is larger than the limit is not kept at all.
    """

    def __init__(self, *, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._values: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def size(self) -> int:
        """The sum of the sizes of what is kept."""
        return self._size

    def find(self, key: Key) -> Value | None:
        with self._lock:
            if (kept := self._values.get(key)) is None:
                return None
            self._values.move_to_end(key)
            return kept[0]

    def keep(self, key: Key, value: Value, *, size: int = 1) -> Value:
        """Keep the value, drop those longest unasked for if there is too much; return it."""
        with self._lock:
            self._drop(key)
            if size <= self._limit:
                self._values[key] = value, size
                self._size += size
            while self._size > self._limit:
                self._drop(next(iter(self._values)))
        return value

    def values(self) -> list[Value]:
        """Return what is kept, the longest unasked for first."""
        with self._lock:
            return [value for value, _size in self._values.values()]

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self._size = 0

    def _drop(self, key: Key) -> None:
        if key in self._values:
            self._size -= self._values.pop(key)[1]
