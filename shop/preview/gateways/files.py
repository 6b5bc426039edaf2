"""Finished pictures and packed styles: files of this machine, or things in the object store.

Two processes may put down the same thing at once: both write a file of their own and move it to
its name, so that a reader finds all of it or nothing. That costs one drawing too many now and then
and needs no lock that a killed process could leave behind; it is the same with an object store.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from shop.infra.log import log
from shop.infra.store import Store
from shop.kernel import ids
from shop.kernel.errors import Unavailable


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A thing among the files; `put_at` in seconds of Unix time."""

    name: str
    size: int
    put_at: float


class PictureFiles(Protocol):
    """Bytes by name; a thing is put down once and never changes."""

    def find(self, name: str) -> bytes | None: ...
    def put(self, name: str, content: bytes) -> None: ...
    def remove(self, name: str) -> None: ...
    def all(self) -> Iterator[StoredFile]: ...


class Folder:
    """The files as a folder. A full disk loses no picture: it is only not kept."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def find(self, name: str) -> bytes | None:
        try:
            return (self._root / name).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, name: str, content: bytes) -> None:
        path = self._root / name
        half = path.with_name(f".{ids.public_id()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(content)
            half.replace(path)
        except OSError as fault:
            log.warning("preview.not_kept %s", type(fault).__name__)
            with suppress(OSError):
                half.unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        (self._root / name).unlink(missing_ok=True)

    def all(self) -> Iterator[StoredFile]:
        for path in self._root.rglob("*"):
            if path.is_file():
                found = path.stat()
                name = path.relative_to(self._root).as_posix()
                yield StoredFile(name=name, size=found.st_size, put_at=found.st_mtime)


class Bucket:
    """The files in the shop's object store, shared by all its machines.

    What does not answer loses no picture: it is drawn anew. Nothing is listed, so nothing is
    pruned: old things go by the store's own rule of expiry.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, name: str) -> bytes | None:
        try:
            return self._store.get(f"pictures/{name}")
        except Unavailable:
            return None

    def put(self, name: str, content: bytes) -> None:
        with suppress(Unavailable):
            self._store.put(f"pictures/{name}", content)

    def remove(self, name: str) -> None:
        self._store.delete(f"pictures/{name}")

    def all(self) -> Iterator[StoredFile]:
        return iter(())


def prune(files: PictureFiles, *, limit_bytes: int, current: str = "") -> tuple[int, int]:
    """Take the oldest things away until no more than `limit_bytes` lie there.

    Names that do not start with `current` go first: nobody asks for pictures of a former engine.
    Returns how many things went, and how many bytes stay.
    """
    things = sorted(files.all(), key=lambda each: (each.name.startswith(current), each.put_at))
    left = sum(each.size for each in things)
    removed = 0
    for each in things:
        if left <= limit_bytes:
            break
        files.remove(each.name)
        left -= each.size
        removed += 1
    return removed, left
