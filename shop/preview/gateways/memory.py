"""The pictures asked for last, in the memory of this process: so many bytes and no more."""

import ctypes
import sys
import threading
from collections import OrderedDict
from functools import lru_cache
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Memory(Generic[Thing]):
    """Keeps what was asked for last. What alone is larger than the limit is not kept at all."""

    def __init__(self, *, limit_bytes: int) -> None:
        self._limit = limit_bytes
        self._things: OrderedDict[str, tuple[Thing, int]] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def find(self, key: str) -> Thing | None:
        with self._lock:
            if key not in self._things:
                return None
            self._things.move_to_end(key)
            return self._things[key][0]

    def keep(self, key: str, thing: Thing, *, size: int) -> None:
        """Keep the thing of `size` bytes, drop those longest unasked for if it grows too much."""
        with self._lock:
            self._drop(key)
            if size > self._limit:
                return
            self._things[key] = thing, size
            self.size += size
            while self.size > self._limit:
                self._drop(next(iter(self._things)))

    def _drop(self, key: str) -> None:
        if key in self._things:
            self.size -= self._things.pop(key)[1]


def give_back() -> None:
    """Return memory that is free to the system, where its library does so when asked.

    Planes of megabytes come and go in a drawing; without this the holes that they leave add up
    to more than all that is kept. It takes some two milliseconds.
    """
    library = _library()
    if library is not None:
        library.malloc_trim(0)


@lru_cache
def _library() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
