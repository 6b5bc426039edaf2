"""Who may draw now: one for each picture, few at once, a short line, and nobody waits for ever."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from shop.kernel.errors import Unavailable
from shop.kernel.texts import gettext as _

Thing = TypeVar("Thing")


class Busy(Unavailable):
    """So many pictures are being drawn that this one would take too long."""

    def __init__(self) -> None:
        super().__init__(_("Many pictures are being drawn just now. Try again in a moment."))


class RenderQueue:
    """Lets `at_once` callers make something, `waiting` more wait for `patience_s` seconds each."""

    def __init__(self, *, at_once: int, waiting: int, patience_s: float) -> None:
        self._patience = patience_s
        self._line = threading.BoundedSemaphore(at_once + waiting)
        self._workers = threading.BoundedSemaphore(at_once)
        self._keys: dict[str, tuple[threading.Semaphore, int]] = {}
        self._guard = threading.Lock()

    def made(
        self, key: str, *, find: Callable[[], Thing | None], make: Callable[[], Thing]
    ) -> Thing:
        """Return what `find` finds, or make it, once however many ask at the same time.

        Raises Busy when the line is full or the patience is at its end.
        """
        with self._taken(self._line, patience=0), self._alone(key):
            if (found := find()) is not None:
                return found
            with self._taken(self._workers, patience=self._patience):
                return make()

    @contextmanager
    def _alone(self, key: str) -> Iterator[None]:
        """Be the only one with this key; its lock is forgotten when nobody wants it any more."""
        with self._guard:
            lock, wanted_by = self._keys.get(key, (threading.Semaphore(1), 0))
            self._keys[key] = lock, wanted_by + 1
        try:
            with self._taken(lock, patience=self._patience):
                yield
        finally:
            with self._guard:
                lock, wanted_by = self._keys.pop(key)
                if wanted_by > 1:
                    self._keys[key] = lock, wanted_by - 1

    @staticmethod
    @contextmanager
    def _taken(lock: threading.Semaphore, *, patience: float) -> Iterator[None]:
        got = lock.acquire(timeout=patience) if patience else lock.acquire(blocking=False)
        if not got:
            raise Busy
        try:
            yield
        finally:
            lock.release()
