"""A bounded shelf of parsed things, shared by the threads of one process."""

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

Key = TypeVar("Key")
Thing = TypeVar("Thing")


class Kept(Generic[Key, Thing]):
    """Keeps the things asked for last. A key must say all about its thing, as a digest does."""

    def __init__(self, *, limit: int) -> None:
        self._limit = limit
        self._things: OrderedDict[Key, Thing] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: Key) -> Thing | None:
        with self._lock:
            if key not in self._things:
                return None
            self._things.move_to_end(key)
            return self._things[key]

    def keep(self, key: Key, thing: Thing) -> Thing:
        """Keep the thing, drop the one longest unasked for if there are too many; return it."""
        with self._lock:
            self._things[key] = thing
            while len(self._things) > self._limit:
                self._things.popitem(last=False)
        return thing
